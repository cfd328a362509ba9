using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>Everything that the 反馈表 of one unit says. Of other units it holds nothing but the unit's place among them and what the whole district comes to.</summary>
/// <param name="Submissions">The unit's, of all forms and months of the year up to the month.</param>
/// <param name="Findings">What the checks found in its sheets of the year.</param>
/// <param name="Cases">督办 on it that are not closed.</param>
/// <param name="Sources">The cells of its own files that its figures come from.</param>
sealed record FeedbackContent(
    Cover Cover, Catalog Catalog, OrgUnit Unit, IReadOnlyList<FeedbackLine> Lines, IReadOnlyList<UnitPeriodStatus> Submissions, IReadOnlyList<UnitFinding> Findings,
    IReadOnlyList<UnitReturn> Returns, IReadOnlyList<SupervisionCase> Cases, IReadOnlyList<Addend> Sources)
{
    /// <summary>The day up to which sheets are told.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>正式: every monthly form that the unit owes for the month is locked.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The year's course of those that most need a look.</summary>
    public IReadOnlyList<CourseChart> Charts { get; init; } = [];

    public int Month => Cover.Period.End.Month;

    public string NameOf(string form) => Catalog.Form(form, Cover.Period.Start)?.Name ?? Catalog.Forms.LastOrDefault(each => each.Id == form)?.Name ?? form;
}

/// <summary>One indicator of a unit: how it stands, its months, and its place.</summary>
/// <param name="Own">How the unit stands in the district's commitment; null where it owes the figure and nothing has come.</param>
/// <param name="Now">The month itself.</param>
/// <param name="Months">All twelve, as they are printed.</param>
sealed record FeedbackLine(string Name, Promise? Own, Indicator Indicator, IndicatorYear? Figure, Cell Now, IReadOnlyList<Cell> Months, UnitPlace? Place);

/// <summary>名次 of a unit, by what it was given, and beside its own value what the whole district comes to by the same reckoning.</summary>
/// <param name="Of">Units that are ranked.</param>
/// <param name="Whole">Null where the district has none.</param>
sealed record UnitPlace(string By, string Format, int? Place, int Of, decimal? Own, decimal? Whole);
