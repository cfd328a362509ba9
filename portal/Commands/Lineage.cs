using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>From a figure to the cells it is made of.</summary>
static class Lineage
{
    public static Verb Verb { get; } = new("lineage", "一个数由哪些单元格来", "the cells that a figure is made of")
    {
        Parameters =
        [
            Asked.DistrictOption,
            new("--indicator", ParameterKind.Text, "指标；不用 --workbook 时要写", "indicator id; needed without --workbook") { Shape = "ID" },
            new("--year", ParameterKind.Text, "年份；不写取最近有数的一年", "year; the latest with data where none is given") { Shape = "YYYY" },
            new("--org", ParameterKind.Text, "单位代码或名称；不写为全区", "org unit code or name; the district where none is given") { Shape = "CODE" },
            new("--through", ParameterKind.Text, "截至月份", "last month that counts") { Shape = "MONTH" },
            Asked.AsOfOption,
            new("--workbook", ParameterKind.File, "签发的工作簿：只凭它查，不问系统", "an issued workbook: answered by it alone") { Shape = "FILE" },
            new("--cell", ParameterKind.Text, "工作簿中的单元格，如 指标进度!F12", "a cell of the workbook, such as 指标进度!F12") { Shape = "SHEET!CELL" },
        ],
        Run = Run,
        Begins = Beginning.WhereItRuns,
    };

    static Answer Run(Request request, Office office)
    {
        if (request.Files is [var book, ..]) return PrintedFigure.Of(request, book);
        if (request["--cell"] is not null) throw new MisuseException("--cell 是工作簿中的单元格，要和 --workbook 一起用。", "--cell is of a workbook: name it with --workbook.");
        if (request["--indicator"] is null) throw new MisuseException("用 --indicator 指明哪个指标，或用 --workbook 和 --cell 指明工作簿中的数。", "Name the figure with --indicator, or with --workbook and --cell.");
        var warehouse = office.Warehouse;
        var asOf = Asked.AsOf(request, warehouse);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var district = Asked.District(request, catalog);
        var indicator = Asked.Indicator(request, catalog);
        var unit = Asked.Unit(request, catalog, district.Code)?.Code ?? district.Code;
        var year = request["--year"] is { } given ? Asked.Year(given) : (warehouse.Marts.LatestPeriod(district.Code, asOf.LoadId) ?? ShanghaiTime.DateOf(office.Now)).Year;
        var through = Asked.Through(request, year, warehouse.Marts.LatestMonth(district.Code, year, asOf.LoadId));

        var figure = warehouse.Marts.IndicatorYears(district.Code, year, asOf.LoadId).FirstOrDefault(row => row.Indicator == indicator && row.OrgUnit == unit && row.Through == through);
        var definition = catalog.Indicator(indicator, new(year, 1, 1));
        var addends = warehouse.Marts.Addends(district.Code, unit, indicator, year, through, asOf.LoadId).Select(addend => new
        {
            Org = addend.OrgUnit, addend.Reporter, Side = Side(definition, addend.Element, addend.Breakdown), addend.Element, addend.Breakdown, Period = Period.Of(addend.PeriodKind, addend.PeriodStart).ToString(), addend.Basis, addend.Value, Unit = catalog.Element(addend.Element, addend.PeriodStart)?.Unit,
            Submission = addend.Receipt, File = addend.FileName, addend.Sha256, addend.Sheet, Cell = addend.CellAddress, addend.Text, Sender = addend.SentBy,
            ReceivedAt = addend.ReceivedAt is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : (DateTime?)null, Load = addend.LoadId, addend.ReviewedBy,
            ReviewedAt = addend.ReviewedAt is { } on ? DateTime.SpecifyKind(on, DateTimeKind.Utc) : (DateTime?)null,
        }).ToList();
        if (request.Json)
            return Answer.Document(new { figure?.Numerator, figure?.Denominator, Value = figure?.Value(), State = figure?.State ?? FigureState.not_defined_here, addends });
        return Answer.Done(string.Join('\n', addends.Select(addend => string.Join("  ", catalog.OrgUnit(addend.Org)?.Name ?? addend.Org, addend.Period,
                $"{Part(catalog, year, addend.Side, addend.Element)}{Number(addend.Value)}{Scaled(addend.Value, addend.Unit, addend.Text)}", $"{addend.File} {new Place(Sheet: addend.Sheet, Cell: addend.Cell)}", addend.Submission))
            .Prepend($"{catalog.OrgUnit(unit)?.Name}  {definition?.Name}  {year}年1—{through}月  {Total(figure, definition)}")));
    }

    // Of a rate the parts stand above or below the line.
    internal static string? Side(Indicator? definition, string element, string breakdown) => definition is not { IsRatio: true } ? null
        : (definition.Numerator.Any(term => (term.Element, term.Breakdown) == (element, breakdown)), definition.Denominator.Any(term => (term.Element, term.Breakdown) == (element, breakdown))) switch
        {
            (true, true) => "both",
            (_, true) => "denominator",
            _ => "numerator",
        };

    internal static string Part(Catalog catalog, int year, string? side, string element) => side is null ? ""
        : $"{side switch { "both" => "分子、分母", "denominator" => "分母", _ => "分子" }} {catalog.Element(element, new(year, 1, 1))?.Name ?? element} ";

    // The sheet may be in 万人: whoever opens the file finds another number in the cell.
    internal static string Scaled(decimal? value, string? unit, string? text) =>
        value is { } held && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var written) && written != held ? $" {unit}（表内写 {text}）" : "";

    static string Total(IndicatorYear? figure, Indicator? definition) => figure?.Value() is not { } value ? "未报"
        : figure.IsRatio ? $"{Number(Figures.InUnit(value, definition))} {definition?.Unit}（{Number(figure.Numerator)} ÷ {Number(figure.Denominator)}）" : Number(value)!;

    static string? Number(decimal? value) => value?.ToString("#,##0.####", CultureInfo.InvariantCulture);
}
