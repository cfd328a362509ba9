using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Figures by district, indicator (or element) and year.</summary>
static class Query
{
    public static Verb Verb { get; } = new("query", "查询指标或填报指标的数", "figures of an indicator or element")
    {
        Parameters =
        [
            Asked.DistrictOption,
            new("--indicator", ParameterKind.Text, "指标", "indicator id") { Shape = "ID" },
            new("--element", ParameterKind.Text, "填报指标", "element id") { Shape = "ID" },
            new("--year", ParameterKind.Text, "年份；不写取最近有数的一年；与 --out 同用时 all 为全部年份", "year; the latest with data where none is given; with --out all for every year") { Shape = "YYYY" },
            new("--org", ParameterKind.Text, "单位代码或名称；all 为全部；不写为全区", "org unit code or name; all; the district where none is given") { Shape = "CODE" },
            new("--through", ParameterKind.Text, "截至月份；不写取最近有数的一月", "last month that counts; the latest with data where none is given") { Shape = "MONTH" },
            Asked.AsOfOption,
            new("--view", ParameterKind.Text, "单位按当时（then）还是按今天（today）的归属", "units as they then were or as of today") { Choices = ["then", "today"] },
            new("--format", ParameterKind.Text, "csv 输出逐条填报值；与 --out 同用时写成文件", "csv: the reported values, one a line; with --out into a file") { Choices = ["text", "csv", .. BulkQuery.Formats.Except(["csv"])] },
            BulkQuery.OutOption,
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var asOf = Asked.AsOf(request, warehouse);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        if (BulkQuery.IsAsked(request)) return BulkQuery.Run(request, office, catalog, asOf);
        if ((request["--element"], request["--indicator"], request["--format"]) is ({ }, { }, not "csv") or (null, null, not "csv"))
            throw new MisuseException("用 --indicator 或 --element 指明查什么，二者取一。", "Say what is asked with --indicator or --element, one of them.");
        var asked = request["--element"] is null && request["--indicator"] is null ? null : Asked.ElementsAsked(request, catalog);
        var district = Asked.District(request, catalog);
        var year = request["--year"] is { } given ? Asked.Year(given) : (warehouse.Marts.LatestPeriod(district.Code, asOf.LoadId) ?? ShanghaiTime.DateOf(office.Now)).Year;
        if (request["--format"] == "csv") return Csv(request, warehouse, catalog, district.Code, asked, year, asOf);

        var through = Asked.Through(request, year, warehouse.Marts.LatestMonth(district.Code, year, asOf.LoadId));
        var units = request["--org"] == "all" ? null : (IReadOnlyList<string>)[Asked.Unit(request, catalog, district.Code)?.Code ?? district.Code];
        var view = request["--view"] == "today" ? UnitView.today : UnitView.then;
        var rows = request["--element"] is { } element
            ? Elements(warehouse, catalog, district, element, year, through, units, asOf, view)
            : Indicators(warehouse, catalog, district, Asked.Indicator(request, catalog), year, through, units, asOf, view);
        return request.Json ? Answer.Document(new { rows }) : Answer.Done(string.Join('\n', rows.Select(row => row.InWords(catalog))));
    }

    internal static List<FigureRow> Indicators(OpenWarehouse warehouse, Catalog catalog, District district, string indicator, int year, int through,
        IReadOnlyList<string>? units, Load asOf, UnitView view)
    {
        var definition = catalog.Indicator(indicator, new(year, 1, 1));
        var figures = warehouse.Marts.IndicatorYears(district.Code, year, asOf.LoadId, view).Where(row => row.Indicator == indicator && row.Through == through).ToDictionary(row => row.OrgUnit);
        return [.. (units ?? [.. figures.Keys]).Select(unit => figures.TryGetValue(unit, out var row)
            ? FigureRow.Of(row, definition)
            : FigureRow.Absent(district.Code, unit, indicator, null, year, through, definition?.Unit ?? "", asOf.LoadId, figures.Count > 0))];
    }

    internal static List<FigureRow> Elements(OpenWarehouse warehouse, Catalog catalog, District district, string element, int year, int through,
        IReadOnlyList<string>? units, Load asOf, UnitView view)
    {
        var unit = catalog.Element(element, new(year, through, 1))?.Unit ?? "";
        var all = warehouse.Marts.ElementYears(district.Code, year, asOf.LoadId, view).Where(row => row.Element == element && row.Through == through).ToList();
        var figures = all.Where(row => units is null || units.Contains(row.OrgUnit)).Select(row => FigureRow.Of(row, unit)).ToList();
        return figures.Count > 0 || units is null ? figures : [FigureRow.Absent(district.Code, units[0], null, element, year, through, unit, asOf.LoadId, all.Count > 0)];
    }

    /// <summary>The long CSV by which observations go in and out everywhere: the figures that count, so that no key comes twice.</summary>
    static Answer Csv(Request request, OpenWarehouse warehouse, Catalog catalog, string district, IReadOnlySet<string>? asked, int year, Load asOf)
    {
        if (request.Json) throw new MisuseException("--format csv 与 --json 不能同时用。", "--format csv and --json exclude each other.");
        var unit = request["--org"] is null or "all" ? null : Asked.Unit(request, catalog, district)!.Code;
        var rows = warehouse.Marts.Observations(district, request["--element"], new(year, 1, 1), new(year, 12, 31), asOf.LoadId)
            .Where(row => (unit is null || row.OrgUnit == unit) && asked?.Contains(row.Element) != false && row.Role == SourceRole.authoritative && row.State != ValueState.withdrawn);
        var lines = rows.Select(row => string.Join(',', row.District, row.OrgUnit, row.Element, Printed(row), row.Basis, row.Breakdown,
            row.Value?.ToString("0.####", CultureInfo.InvariantCulture), row.State, row.Bound));
        return Answer.Done(string.Join('\n', lines.Prepend("district,org,element,period,basis,breakdown,value,state,bound")));
    }

    static string Printed(Observation row) => (row.PeriodKind == PeriodKind.plan ? Period.Plan(row.PeriodStart.Year, row.PeriodEnd.Year) : Period.Of(row.PeriodKind, row.PeriodStart)).ToString();
}
