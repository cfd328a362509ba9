namespace Reporting.Portal.Operations;

public sealed partial class OperationsStore
{
    /// <param name="file">Where the copy is made; nothing lies there.</param>
    public void CopyTo(string file) => Execute("Keeping/CopyInto.sql", new { file });

    /// <summary>What the engine finds wrong with its file; none where it is sound.</summary>
    public IReadOnlyList<string> Unsound() => [.. Query<string>("Keeping/IntegrityCheck.sql").Where(line => line != "ok")];

    /// <summary>Names of the schema scripts that have made this store.</summary>
    public IReadOnlyList<string> SchemaScripts() => [.. Query<string>("AppliedScripts.sql").Order(StringComparer.Ordinal)];
}
