using System.Security.Cryptography;
using System.Text;

namespace Reporting.Warehouse.Gateway;

/// <summary>
/// Brings a store to the schema of this program: numbered scripts run once each, forward only, one transaction each, recorded by name;
/// the marts (macros and views) are made anew by the first start of a program whose marts are others, or after a script.
/// </summary>
static class SchemaScripts
{
    /// <summary>Of the marts of this program, with their names. Making them costs a start a tenth of a second and a write.</summary>
    static readonly Lazy<string> MartsHash = new(() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', SqlFile.Below("Marts").SelectMany(mart => (string[])[mart, SqlFile.Text(mart)]))))));

    public static void Run(DuckDbGateway gateway)
    {
        gateway.Write(transaction => transaction.Execute("Gateway/schema_script.sql"));
        var done = gateway.Read<string>("Gateway/schema_scripts_done.sql").ToHashSet();
        var open = SqlFile.Below("Schema").Where(script => !done.Contains(script)).ToList();
        foreach (var script in open)
        {
            gateway.Write(transaction =>
            {
                transaction.Execute(script);
                transaction.Execute("Gateway/schema_script_ran.sql", new { script });
            });
            Durable.Passed(DurableStep.schema_applied);
        }
        if (open.Count > 0 || gateway.Read<string>("Gateway/marts_known.sql") is not [var made] || made != MartsHash.Value) gateway.Write(transaction =>
        {
            foreach (var mart in SqlFile.Below("Marts")) transaction.Execute(mart);
            transaction.Execute("Gateway/marts_outdated.sql");
            transaction.Execute("Gateway/marts_noted.sql", new { hash = MartsHash.Value });
        });
        gateway.Write(transaction => transaction.Execute("Gateway/scopes.sql"));
    }
}
