using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>One promise of a district or unit: its light month by month, how it was judged, by whom the district is short, its units by rank.</summary>
[For(Role.leader, Role.reviewer, Role.assessor)]
public sealed class CommitmentModel(Office office) : BoardPage(office)
{
    static readonly Role[] Roles = [Role.leader, Role.reviewer, Role.assessor];

    [BindProperty(SupportsGet = true, Name = "id")] public string? Id { get; set; }
    [BindProperty(SupportsGet = true, Name = "org")] public string? Org { get; set; }

    public District District { get; private set; } = null!;
    public OrgUnit? Unit { get; private set; }
    public Plan Plan { get; private set; } = null!;
    public Commitment Commitment { get; private set; } = null!;
    internal AlertBoard? Board { get; private set; }

    /// <summary>Of the versions that are judged apart the worst; null where it is not lit for the unit.</summary>
    internal Alert? Alert { get; private set; }

    /// <summary>As it was judged, of each version; what is not lit has an explanation too.</summary>
    public IReadOnlyList<Evaluation> Evaluations { get; private set; } = [];
    internal IReadOnlyList<RankedUnit> Units { get; private set; } = [];
    public string? Landing { get; private set; }

    /// <summary>Figures at the month-ends of last year and this one.</summary>
    public IReadOnlyList<decimal?> Before { get; private set; } = [];
    public IReadOnlyList<decimal?> Now { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (InScope.District(Catalog, Me, DistrictCode, Roles) is not { } district) return NotFound();
        District = district;
        if (Given(Org) is { } org && org != district.Code && ((Unit = InScope.Unit(Catalog, Me, org, Roles)) is null || Unit.District != district.Code)) return NotFound();
        if (Catalog.Plans.Where(plan => plan.District == district.Code).SelectMany(plan => plan.Commitments.Select(one => (plan, one))).FirstOrDefault(known => known.one.Id == Id) is not { one: { } commitment } found) return NotFound();
        (Plan, Commitment) = (found.plan, commitment);
        if (Try(() => Board = BoardOf(district))) Lay(Board!);
        return Page();
    }

    void Lay(AlertBoard board)
    {
        var unit = Unit?.Code ?? District.Code;
        Alert = board.Of(unit).Where(alert => alert.Commitment.Id == Commitment.Id).MaxBy(alert => alert.Now.Light);
        var standings = board.Input.Months is [.., var last] ? last.Standings : [];
        Evaluations = Of(standings.FirstOrDefault(standing => standing.OrgUnit == unit));
        Units = RankedUnit.Of(board, standings.Where(standing => standing.OrgUnit != District.Code).SelectMany(Of));
        if (Evaluations is [var first, ..]) Landing = KeptAnswers.InTurn(() => LandingText.Of(LandingText.Asked(Office.Warehouse, board.Catalog, Plan, Commitment, first, board.AsOf)).Trim());
        Months(board, unit);
    }

    /// <summary>Whether the value that was judged is the indicator's figure of the last month itself: what is a month's lowest, or a change since a base, has no one figure to look into.</summary>
    public bool IsItsFigure(Evaluation one) => Board is { } board && one.Value is { } value && Now.ElementAtOrDefault(board.Input.Months.Count - 1) == value;

    IReadOnlyList<Evaluation> Of(Standing? standing) => [.. standing?.Evaluations.Where(one => one.Id == Commitment.Id) ?? []];

    void Months(AlertBoard board, string unit)
    {
        if (Commitment.Indicator is not { } indicator) return;
        var (year, definition) = (board.Input.Year, board.Catalog.Indicator(indicator, new(board.Input.Year, 1, 1)));
        var figures = Office.Warehouse.Marts.IndicatorYearRange(District.Code, unit, new HashSet<string> { indicator }, year - 1, year, year - 1, board.AsOf.LoadId)
            .Where(row => row.OrgUnit == unit).ToLookup(row => (row.Year, row.Through));
        decimal? At(int of, int month) => figures[(of, month)].FirstOrDefault() is { } row ? Figures.InUnit(row.Value(), definition) : null;
        Before = [.. Enumerable.Range(1, 12).Select(month => At(year - 1, month))];
        Now = [.. Enumerable.Range(1, 12).Select(month => month <= board.Input.Months.Count ? At(year, month) : null)];
    }
}

/// <summary>A unit in one promise, by attainment; equal ones share a place, who has none has no place.</summary>
sealed record RankedUnit(int? Place, Evaluation Evaluation, LightColour? Light)
{
    public static IReadOnlyList<RankedUnit> Of(AlertBoard board, IEnumerable<Evaluation> evaluations)
    {
        var all = evaluations.ToList();
        return
        [
            .. all.Select(one => new RankedUnit(one.Attainment is { } mine ? 1 + all.Count(other => other.Attainment > mine) : null, one,
                    board.Of(one.OrgUnit).Where(alert => alert.Commitment.Id == one.Id).Select(alert => (LightColour?)alert.Now.Light).Max()))
                .OrderBy(one => one.Place ?? int.MaxValue).ThenBy(one => one.Evaluation.OrgUnit, StringComparer.Ordinal),
        ];
    }
}
