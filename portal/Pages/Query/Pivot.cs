using Reporting.Portal.Commands;
using Reporting.Portal.Pages.Reading;
using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>Figures laid out: units (and breakdowns) against years, either way round.</summary>
/// <param name="LeadsWhole">Whether the first row is the whole district.</param>
sealed record Pivot(IReadOnlyList<string> Columns, IReadOnlyList<PivotRow> Rows, int Left, bool LeadsWhole)
{
    /// <summary>More rows than anybody reads; the file holds all.</summary>
    const int MostRows = 300, MostInChart = 12;

    public static Pivot Of(Catalog catalog, District district, IReadOnlyList<FigureRow> figures, bool yearsInRows)
    {
        var years = figures.Select(figure => (figure.Year, figure.Through)).Distinct().Order().ToList();
        var units = figures.Select(figure => (figure.Org, figure.Breakdown, figure.Rule)).Distinct()
            .OrderBy(unit => unit.Org != district.Code).ThenBy(unit => unit.Org, StringComparer.Ordinal).ThenBy(unit => unit.Breakdown != Breakdown.Total).ThenBy(unit => unit.Breakdown, StringComparer.Ordinal).ThenBy(unit => unit.Rule).ToList();
        var at = figures.ToLookup(figure => (figure.Year, (figure.Org, figure.Breakdown, figure.Rule)));
        var isSeveral = units.Select(unit => unit.Rule).Distinct().Count() > 1;
        string Unit((string Org, string? Breakdown, TimeRule? Rule) unit) =>
            $"{catalog.OrgUnit(unit.Org)?.Name ?? unit.Org}{(unit.Breakdown is null or Breakdown.Total ? "" : $"　其中{catalog.Breakdowns.FirstOrDefault(known => known.Id == unit.Breakdown)?.Name ?? unit.Breakdown}")}{(isSeveral && unit.Rule is { } rule ? $"（{ChineseWords.Time(rule)}）" : "")}";
        static string Year((int Year, int Through) year) => year.Through == 12 ? $"{year.Year}年" : $"{year.Year}年1—{year.Through}月";
        List<PivotRow> rows = yearsInRows
            ? [.. years.Select(year => new PivotRow(Year(year), [.. units.Select(unit => at[(year.Year, unit)].FirstOrDefault())]))]
            : [.. units.Select(unit => new PivotRow(Unit(unit), [.. years.Select(year => at[(year.Year, unit)].FirstOrDefault())]))];
        return new(yearsInRows ? [.. units.Select(Unit)] : [.. years.Select(Year)], [.. rows.Take(MostRows)], Math.Max(0, rows.Count - MostRows), !yearsInRows && units is [var lead, ..] && lead.Org == district.Code);
    }

    /// <summary>A group of bars for each column head, a series for each row; null where there is nothing or too much to draw.</summary>
    public string? Chart(Func<FigureRow, decimal?> value, string unit)
    {
        // Beside the whole its parts would be specks.
        var Rows = LeadsWhole && this.Rows.Count > 3 ? [.. this.Rows.Skip(1)] : this.Rows;
        // Of one column, or of more rows than a legend holds, a bar for each row.
        var (heads, series) = Columns.Count == 1 || Rows.Count > MostInChart
            ? (Rows.Select(row => row.Label).ToList(), Columns.Select((column, index) => (column, Rows.Select(row => row.Cells[index]))).ToList())
            : ([.. Columns], Rows.Select(row => (row.Label, row.Cells.AsEnumerable())).ToList());
        if (series.Count is 0 or > MostInChart || !Rows.Any(row => row.Cells.Any(cell => cell is not null && value(cell) is not null))) return null;
        return ChartJson.Of(new Dictionary<string, object>
        {
            ["legend"] = new { type = "scroll", top = 0 },
            ["grid"] = new { left = 8, right = 24, top = 50, bottom = 8, containLabel = true },
            ["xAxis"] = new { type = "category", data = heads, axisLabel = new { interval = 0, rotate = heads.Count > 8 ? 40 : 0 } },
            ["yAxis"] = new { type = "value", name = unit },
            ["series"] = series.Select(one => new { name = one.Item1, type = "bar", data = one.Item2.Select(cell => cell is null ? null : value(cell)) }),
        });
    }
}

sealed record PivotRow(string Label, IReadOnlyList<FigureRow?> Cells);
