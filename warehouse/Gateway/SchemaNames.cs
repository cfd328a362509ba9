namespace Reporting.Warehouse.Gateway;

/// <summary>The schema scripts that this program knows, in order.</summary>
public static class SchemaNames
{
    public static IReadOnlyList<string> Warehouse { get; } = SqlFile.Below("Schema");
}
