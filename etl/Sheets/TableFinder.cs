using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Sheets;

/// <summary>Finds the tables of a sheet and says, in the sheet's own words, what each part of them is.</summary>
public static class TableFinder
{
    public static IReadOnlyList<UnderstoodTable> Find(Sheet sheet)
    {
        var grid = new Grid(sheet);
        var tables = new List<UnderstoodTable>();
        foreach (var table in Layouts.Find(grid).SelectMany(layout => Tables(grid, layout)))
            if (tables is [.., var before] && Continuations.Joined(before, table) is { } joined) tables[^1] = joined;
            else tables.Add(tables is [.., var previous] ? Continuations.Informed(table, previous) : table);
        return tables;
    }

    static IEnumerable<UnderstoodTable> Tables(Grid grid, Layout layout) => SideBySide.Parts(grid, layout) is { Count: > 0 } parts
        ? parts.Select(part => new Grid(part)).Where(part => Layouts.Find(part).Any()).Select(part => Understand(part, Layouts.Find(part).First()))
        : [Understand(grid, layout)];

    static UnderstoodTable Understand(Grid grid, Layout layout)
    {
        List<GridRow> preamble = [.. grid.Rows.Skip(layout.Start).Take(layout.HeaderStart - layout.Start)];
        var facts = Preamble.Read(preamble);
        var header = new HeaderPaths(grid, layout);
        var roles = ColumnRoles.Of(grid, layout, header);
        var unit = facts.UnitWords ?? preamble.SelectMany(Preamble.PlainCells).Select(cell => Units.InBrackets(cell.Text)).FirstOrDefault(words => words is not null);
        var multiplier = MultiplierOf(unit);
        var period = TablePeriod.Of(grid.Sheet.Name, preamble, facts);
        var columns = WithUnitsOfWholes([.. roles.Values.Select(column => ColumnOf(column, header, period.Year))], unit);
        var rows = Shares.Read(Body.Read(grid, layout, roles, columns, multiplier, period.Year), columns, unit);
        var (notes, signature, tailRow) = Tail.Read(grid, layout);
        List<Finding> findings = [.. period.Findings];
        if (!layout.HasHeader) findings.Add(SheetFindings.HeaderMissing(grid.Sheet.Name, grid.Rows[layout.HeaderStart].Number));
        if (period.Period is null && OnlyPeriod(columns) is { } ofColumns) findings.Add(SheetFindings.PeriodGuessed(grid.Sheet.Name, ofColumns, ofColumns.InWords()));
        if (Identifiers.Spoiled(grid, layout, header) is { Count: > 0 } spoiled) findings.Add(SheetFindings.IdentifierSpoiled(grid.Sheet.Name, spoiled));
        var (headerFirst, dataFirst) = (grid.Rows[layout.HeaderStart].Number, rows.Count > 0 ? rows[0].Row : layout.HeaderLastRow + 1);
        return new(
            grid.Sheet.Name, RangeOf(grid, layout, tailRow), facts.Title, facts.FormNumber, facts.OrgWords, unit, multiplier,
            period.Period ?? OnlyPeriod(columns), period.Words, AxisOf(columns, rows), headerFirst, layout.HeaderLastRow, dataFirst, rows.Count > 0 ? rows[^1].Row : dataFirst - 1,
            roles.Label, columns, rows, notes, signature, findings)
        { UnitCell = facts.UnitCell is { } unitCell ? Address.Of(unitCell.Row, unitCell.Column) : null, IsPersonal = Persons.AreListed(grid, layout, header), Remarks = Remarks.Of(grid, layout, header) };
    }

    static TableColumn ColumnOf(int column, HeaderPaths header, int? year)
    {
        var path = header.Of(column);
        var unit = path.Reverse().Select(words => Units.ParseList(words).Count > 0 && words.Length <= 4 ? Words.Bare(words) : Units.InBrackets(words)).FirstOrDefault(words => words is not null);
        return new(column, path, unit, unit is null ? null : MultiplierOf(unit), PeriodOf(path, year)) { HeaderRow = header.LastRow(column) };
    }

    /// <summary>死亡率（‰） | #婴儿: a part without a unit of its own is measured as the whole to its left.</summary>
    static List<TableColumn> WithUnitsOfWholes(List<TableColumn> columns, string? tableUnit)
    {
        for (var index = 1; index < columns.Count && tableUnit is null; index++)
            if (columns[index] is { UnitWords: null, Path: [.., var last] } && SheetWords.IsOfWhich(last))
                columns[index] = columns[index] with { UnitWords = columns[index - 1].UnitWords, Multiplier = columns[index - 1].Multiplier };
        return columns;
    }

    /// <summary>The shortest period above a column: below “十三五”时期 stand its years, below 2022年 its months.</summary>
    static Period? PeriodOf(IReadOnlyList<string> path, int? year)
    {
        var named = path.Select(PeriodWords.Find).OfType<PeriodWord>().ToList();
        var own = named.Find(word => word.Period is { Kind: PeriodKind.year })?.Period?.Start.Year ?? year;
        var periods = named.Select(word => word.Period ?? (own is { } known ? word.In(known) : (Period?)null)).OfType<Period>().ToList();
        return periods.Count == 0 ? null : periods.MinBy(period => period.Kind);
    }

    /// <summary>A table that names no period is of the one that all its columns name.</summary>
    static Period? OnlyPeriod(IReadOnlyList<TableColumn> columns) =>
        columns.Select(column => column.Period).OfType<Period>().Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>The one multiplier of the units named; 1 where they differ, so that each row or column speaks for itself.</summary>
    static decimal MultiplierOf(string? unit) =>
        unit is not null && Units.ParseList(unit).Select(each => each.Multiplier).Distinct().ToList() is [var only] ? only : 1;

    static PeriodAxis AxisOf(IReadOnlyList<TableColumn> columns, IReadOnlyList<TableRow> rows)
    {
        if (columns.Select(column => column.Period).OfType<Period>().Distinct().Count() >= 2) return PeriodAxis.column;
        var months = rows.Count(row => row.Period is not null || PeriodWords.OfLabel(row.Label) is not null);
        return months >= 2 && months * 2 > rows.Count ? PeriodAxis.row : PeriodAxis.none;
    }

    static CellRange RangeOf(Grid grid, Layout layout, int tailRow)
    {
        var rows = grid.Rows.Skip(layout.Start).Take(layout.BodyEnd - layout.Start).ToList();
        var cells = rows.SelectMany(row => row.Cells).ToList();
        return new(rows[0].Number, cells.Min(cell => cell.Column), Math.Max(Math.Max(layout.HeaderLastRow, rows[^1].Number), tailRow), cells.Max(grid.LastColumnOf));
    }
}
