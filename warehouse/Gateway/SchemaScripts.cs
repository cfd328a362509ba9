namespace Reporting.Warehouse.Gateway;

/// <summary>
/// Brings a store to the schema of this program: numbered scripts run once each, forward only, one transaction each, recorded by name;
/// the marts (macros and views) are made anew at every start.
/// </summary>
static class SchemaScripts
{
    public static void Run(DuckDbGateway gateway)
    {
        gateway.Write(transaction => transaction.Execute("Gateway/schema_script.sql"));
        var done = gateway.Read<string>("Gateway/schema_scripts_done.sql").ToHashSet();
        foreach (var script in SqlFile.Below("Schema").Where(script => !done.Contains(script)))
        {
            gateway.Write(transaction =>
            {
                transaction.Execute(script);
                transaction.Execute("Gateway/schema_script_ran.sql", new { script });
            });
            Durable.Passed(DurableStep.schema_applied);
        }
        gateway.Write(transaction =>
        {
            foreach (var mart in SqlFile.Below("Marts")) transaction.Execute(mart);
        });
        gateway.Write(transaction => transaction.Execute("Gateway/scopes.sql"));
    }
}
