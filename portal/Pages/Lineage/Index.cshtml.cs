using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Pages.Reading;
using Reporting.Portal.Web;
using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>溯源: from a figure over its formula to the values it is made of, each with file, cell, sender, time and review, and what stood before.</summary>
[For(Role.reporter, Role.reviewer, Role.leader, Role.assessor)]
public sealed class LineageModel(Office office) : FiguresPage(office)
{
    /// <summary>Of a district's year there can be thousands.</summary>
    public const int MostRows = 1000;

    const int MostKept = 32;

    [BindProperty(SupportsGet = true, Name = "indicator")] public string? IndicatorId { get; set; }
    [BindProperty(SupportsGet = true, Name = "element")] public string? ElementId { get; set; }
    [BindProperty(SupportsGet = true, Name = "breakdown")] public string? BreakdownId { get; set; }
    [BindProperty(SupportsGet = true, Name = "org")] public string? Org { get; set; }

    public District District { get; private set; } = null!;
    public OrgUnit Unit { get; private set; } = null!;
    internal FigureRow? Figure { get; private set; }
    public Indicator? Indicator { get; private set; }
    public string? Formula { get; private set; }
    public string? Meaning { get; private set; }
    internal IReadOnlyList<SourceRow> Sources { get; private set; } = [];
    public int Left { get; private set; }
    public IReadOnlyList<SupersededValue> Superseded { get; private set; } = [];
    public Catalog Known { get; private set; } = null!;
    public Load? Load { get; private set; }

    public IActionResult OnGet()
    {
        if ((Given(IndicatorId) is null) == (Given(ElementId) is null)) return NotFound();
        if (ReadDistricts.FirstOrDefault(district => district.Code == DistrictCode) is not { } district || ReadScope.Of(Catalog, Me, district).Unit(Given(Org)) is not { } unit) return NotFound();
        (District, Unit, Known) = (district, unit, Catalog);
        var elements = ReadScope.Elements(Catalog, district.Code);
        if (Given(ElementId) is { } element ? !elements.Contains(element) : !Catalog.Indicators.Any(one => one.Id == IndicatorId && one.Numerator.Concat(one.Denominator).Any(term => elements.Contains(term.Element)))) return NotFound();
        Try(Read);
        return Page();
    }

    /// <summary>The file as it was sent, for whoever reads all that it tells of.</summary>
    public IActionResult OnGetFile(string? receipt) => InScope.Original(Office, Me, receipt, Caller.Readers) is { } submission
        ? Download(Office.Warehouse.Archive.Read(submission.Sha256), submission.FileName) : NotFound();

    void Read()
    {
        var request = Ask(Lineage.Verb, ("--as-of", AsOf), ("--through", ThroughText));
        Load = Asked.AsOf(request, Office.Warehouse);
        var marts = Office.Warehouse.Marts;
        Known = Office.Warehouse.Definitions.AsOf(Load.LoadId);
        var year = Given(YearText) is { } given ? Asked.Year(given) : (marts.LatestPeriod(District.Code, Load.LoadId) ?? Today).Year;
        var through = Asked.Through(request, year, marts.LatestMonth(District.Code, year, Load.LoadId));
        var all = Given(ElementId) is { } element ? OfElement(element, year, through) : OfIndicator(IndicatorId!, year, through);
        (Sources, Left) = ([.. all.Take(MostRows)], Math.Max(0, all.Count - MostRows));
        // Asked whatever is left: of what was taken back nothing may be.
        var elements = Given(ElementId) is { } only ? [only] : Indicator is null ? [] : Indicator.Numerator.Concat(Indicator.Denominator).Select(term => term.Element);
        var units = Unit.Code == District.Code ? Known.OrgUnits.Where(unit => unit.District == District.Code).Select(unit => unit.Code) : all.Select(row => row.Org).Append(Unit.Code);
        Superseded = marts.SupersededValues(District.Code, units.Distinct(), elements.Distinct(), year, through, Load.LoadId, MostRows);
    }

    List<SourceRow> OfIndicator(string indicator, int year, int through)
    {
        var marts = Office.Warehouse.Marts;
        Indicator = Known.Indicator(indicator, new(year, 1, 1));
        Figure = Query.Indicators(Office.Warehouse, Known, District, indicator, year, through, [Unit.Code], Load!, UnitView.then)[0];
        (Formula, Meaning) = (Indicator is null ? null : FormulaWords.Of(Known, Indicator, new(year, through, 1)), Indicator?.Meaning);
        // The steps of a whole year are laid out for it: worth keeping while somebody looks about.
        var addends = Kept.Judged((District.Code, Unit.Code, indicator, year, through, Load!.LoadId), MostKept,
            () => marts.Addends(District.Code, Unit.Code, indicator, year, through, Load.LoadId));
        return [.. addends.Select(addend => SourceRow.Of(Known, Indicator, addend, ReadsFile(addend.Reporter)))];
    }

    List<SourceRow> OfElement(string element, int year, int through)
    {
        var (marts, part) = (Office.Warehouse.Marts, Given(BreakdownId) ?? Breakdown.Total);
        var definition = Known.Element(element, new(year, through, 1));
        Figure = Query.Elements(Office.Warehouse, Known, District, element, year, through, [Unit.Code], Load!, UnitView.then).Where(row => (row.Breakdown ?? Breakdown.Total) == part).FirstOrDefault();
        (Formula, Meaning) = (null, definition?.Meaning);
        var span = new CountedSpan(District.Code, Unit.Code == District.Code ? null : Unit.Code, new HashSet<string> { element }, new(year, 1, 1), Period.Month(year, through).End, Load!.LoadId);
        var values = marts.CountedValues(span, [element]).Where(value => value.Breakdown == part).ToList();
        // Where the district states its own figure its units are no part of it.
        var own = values.Where(value => value.OrgUnit == Unit.Code).ToList();
        var counted = own.Count > 0 ? own : values;
        var reviews = marts.SheetReviews(counted.Select(value => value.Receipt).OfType<string>().Distinct(), Load.LoadId).ToLookup(review => (review.Receipt, review.Sheet));
        return [.. counted.Select(value => SourceRow.Of(value, reviews[(value.Receipt ?? "", value.Sheet)].FirstOrDefault(), ReadsFile(value.OrgUnit)))];
    }

    bool ReadsFile(string reporter) => Me.Reads(District.Code, reporter);

    internal string NameOf(string org) => Known.OrgUnit(org)?.Name ?? org;
    internal string ElementName(string element) => Known.Elements.LastOrDefault(one => one.Id == element)?.Name ?? element;
    internal string BreakdownName(string breakdown) => breakdown == Breakdown.Total ? "" : $"　其中{Known.Breakdowns.FirstOrDefault(one => one.Id == breakdown)?.Name ?? breakdown}";
}

/// <summary>One value that enters. What tells of the file is null where it is another's to read.</summary>
/// <param name="Part">Of a rate above or below the line, with the element; else the element.</param>
sealed record SourceRow(
    string Org, string Reporter, string Element, string Breakdown, string Part, string Period, string Basis, decimal? Value, string? Written, string? Receipt, string? File,
    string? Place, string? Sender, DateTime? ReceivedAt, long Load, string? ReviewedBy, DateTime? ReviewedAt)
{
    public static SourceRow Of(Catalog catalog, Indicator? indicator, Addend one, bool reads) => new(
        one.OrgUnit, one.Reporter, one.Element, one.Breakdown,
        Lineage.Part(catalog, one.PeriodStart.Year, Lineage.Side(indicator, one.Element, one.Breakdown), one.Element) is { Length: > 0 } part ? part : catalog.Element(one.Element, one.PeriodStart)?.Name ?? one.Element,
        Warehouse.Period.Of(one.PeriodKind, one.PeriodStart).InWords(), ChineseWords.Of(one.Basis), one.Value, reads ? one.Text : null, reads ? one.Receipt : null, reads ? one.FileName : null,
        reads && one.Sheet is not null ? $"{new Place(Sheet: one.Sheet, Cell: one.CellAddress)}" : null, reads ? one.SentBy : null, one.ReceivedAt, one.LoadId, reads ? one.ReviewedBy : null, one.ReviewedAt);

    /// <param name="review">Of its sheet; null for what came without one.</param>
    public static SourceRow Of(CountedValue one, SheetReview? review, bool reads) => new(
        one.OrgUnit, one.OrgUnit, one.Element, one.Breakdown, one.ElementName, Warehouse.Period.TryParse(one.Period, out var period) ? period.InWords() : one.Period, ChineseWords.Of(Enum.Parse<Basis>(one.Basis)), one.Value,
        null, reads ? one.Receipt : null, reads ? one.File : null, reads && one.Sheet is not null ? $"{new Place(Sheet: one.Sheet, Cell: one.Cell)}" : null,
        reads ? review?.SentBy : null, review?.ReceivedAt, one.Load, reads ? review?.ReviewedBy : null, review?.ReviewedAt);
}
