namespace Reporting.Warehouse.Reference;

/// <summary>
/// Everything that is defined, as known at one load: districts and their units, elements, indicators, forms, plans, holidays.
/// Immutable; a changed definition makes a new catalog.
/// </summary>
public sealed class Catalog
{
    readonly ILookup<string, Element> elementVersions;
    readonly ILookup<string, Indicator> indicatorVersions;
    readonly ILookup<(string Form, DateOnly PeriodStart), DueExtension> extensions = Array.Empty<DueExtension>().ToLookup(extension => (extension.Form, extension.PeriodStart));

    public Catalog(
        IReadOnlyList<District> districts, IReadOnlyList<Element> elements, IReadOnlyList<Breakdown> breakdowns,
        IReadOnlyList<Indicator> indicators, IReadOnlyList<Form> forms, IReadOnlyList<Plan> plans, WorkingDays workingDays)
    {
        (Districts, Elements, Breakdowns, Indicators, Forms, Plans, WorkingDays) =
            (districts, elements, breakdowns, indicators, forms, plans, workingDays);
        OrgUnits = [.. districts.SelectMany(district => district.Units)];
        elementVersions = elements.ToLookup(element => element.Id);
        indicatorVersions = indicators.ToLookup(indicator => indicator.Id);
    }

    public static Catalog Empty { get; } = new([], [], [], [], [], [], WorkingDays.WeekOnly);

    public IReadOnlyList<District> Districts { get; }
    public IReadOnlyList<OrgUnit> OrgUnits { get; }
    public IReadOnlyList<Element> Elements { get; }
    public IReadOnlyList<Breakdown> Breakdowns { get; }
    public IReadOnlyList<Indicator> Indicators { get; }
    public IReadOnlyList<Form> Forms { get; }
    public IReadOnlyList<Plan> Plans { get; }
    public WorkingDays WorkingDays { get; }

    /// <summary>What people said words of sheets mean.</summary>
    public IReadOnlyList<WordAlias> Aliases { get; init; } = [];

    /// <summary>延期: due dates that people have put off, in the order given.</summary>
    public IReadOnlyList<DueExtension> Extensions
    {
        get;
        init
        {
            field = value;
            extensions = value.ToLookup(extension => (extension.Form, extension.PeriodStart));
        }
    } = [];

    /// <summary>报送期限办法, one for each kind of period.</summary>
    public IReadOnlyList<DeadlinePolicy> Deadlines { get; init; } = [];

    /// <summary>评分办法, every version.</summary>
    public IReadOnlyList<Scheme> Schemes { get; init; } = [];

    /// <summary>亮灯标准.</summary>
    public IReadOnlyList<LightTable> Lights { get; init; } = [];

    /// <summary>签发办法.</summary>
    public IReadOnlyList<ReportPolicy> ReportPolicies { get; init; } = [];

    public District? District(string code) => Districts.FirstOrDefault(district => district.Code == code);

    /// <summary>The plans of a district that cover a year.</summary>
    public IEnumerable<Plan> PlansOf(string district, int year) => Plans.Where(plan => plan.District == district && plan.Covers(year));

    /// <summary>The unit with this code as it was on a day; without a day, as it is last known.</summary>
    public OrgUnit? OrgUnit(string code, DateOnly? on = null) =>
        OrgUnits.Where(unit => unit.Code == code && (on is null || unit.IsValidOn(on.Value))).MaxBy(unit => unit.ValidFrom);

    /// <summary>The last day to which a unit's sheet of a period was put off; null where it was not. What was decided last of the unit counts.</summary>
    public DateOnly? ExtendedTo(string form, string unit, DateOnly periodStart) =>
        extensions[(form, periodStart)].LastOrDefault(extension => extension.OrgUnit is null || extension.OrgUnit == unit)?.Until;

    /// <summary>The version of an element that applies to values of a period that starts on this day.</summary>
    public Element? Element(string id, DateOnly periodStart) =>
        elementVersions[id].FirstOrDefault(version => version.AppliesTo(periodStart));

    public Indicator? Indicator(string id, DateOnly periodStart) =>
        indicatorVersions[id].FirstOrDefault(version => version.AppliesTo(periodStart));

    /// <summary>The version of a form in force for a period that starts on this day.</summary>
    public Form? Form(string id, DateOnly periodStart) =>
        Forms.FirstOrDefault(form => form.Id == id && form.AppliesTo(periodStart));
}
