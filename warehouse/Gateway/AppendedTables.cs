namespace Reporting.Warehouse.Gateway;

/// <summary>The tables that are written in bulk, each column in the schema's order. A test holds them against the schema.</summary>
static class AppendedTables
{
    public static readonly AppendedTable<StagedCell> StagedCell = new("staged_cell", static (cell, row) => row
        .Long(cell.TableId).Text(cell.CellAddress).Text(cell.Text).Integer(cell.LineNumber).Text(cell.ColumnId)
        .Text(cell.District).Text(cell.OrgUnit).Text(cell.Reporter).Text(cell.Element).Integer(cell.ElementVersion)
        .Code(cell.PeriodKind).Date(cell.PeriodStart).Date(cell.PeriodEnd).Code(cell.Basis).Text(cell.Breakdown)
        .Decimal(cell.Value).Code(cell.Bound).Code(cell.State).Boolean(cell.Quoted));

    public static readonly AppendedTable<FindingRow> Finding = new("finding", static (given, row) => row
        .Long(given.SubmissionId).Long(given.TableId).Integer(given.Number).Text(given.Finding.Code).Code(given.Finding.Severity)
        .Text(given.Finding.Place.Line).Text(given.Finding.Place.Column).Text(given.Finding.Place.Sheet).Text(given.Finding.Place.Cell)
        .Text(given.Finding.Found).Text(given.Finding.Expected).Decimal(given.Finding.Difference is { } difference ? Figures.Round(difference, 4) : null).Text(given.Finding.Message)
        .Text(given.Finding.MessageEn));

    public static readonly AppendedTable<long> LoadScope = new("load_scope", static (table, row) => row.Long(table));

    public static readonly AppendedTable<string> ElementScope = new("element_scope", static (element, row) => row.Text(element));
}

/// <summary>A finding with the submission and table it is about, numbered in the order shown.</summary>
sealed record FindingRow(long SubmissionId, long? TableId, int Number, Finding Finding);
