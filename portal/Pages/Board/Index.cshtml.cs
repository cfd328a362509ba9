using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>看板: the lights of a district, its promises against 序时, its units; every figure leads to its cells, every light to its reason.</summary>
[For(Role.leader, Role.reviewer, Role.assessor)]
public sealed class BoardModel(Office office) : BoardPage(office)
{
    static readonly Role[] Roles = [Role.leader, Role.reviewer, Role.assessor];

    [BindProperty(SupportsGet = true, Name = "org")] public string? Org { get; set; }
    [BindProperty(SupportsGet = true, Name = "light")] public string? LightText { get; set; }

    internal static IReadOnlyList<LightColour> WorstFirst { get; } = [LightColour.red, LightColour.orange, LightColour.yellow, LightColour.green, LightColour.grey];

    public IReadOnlyList<District> Districts { get; private set; } = [];
    public District? District { get; private set; }
    public OrgUnit? Unit { get; private set; }
    internal AlertBoard? Board { get; private set; }

    /// <summary>Of each district in reach; those whose lights cannot be told are left out.</summary>
    internal IReadOnlyList<AlertBoard> Overview { get; private set; } = [];

    internal IReadOnlyList<Alert> Shown { get; private set; } = [];
    internal IReadOnlyList<UnitLights> Units { get; private set; } = [];
    public string? Summary { get; private set; }

    /// <summary>A later month is coming in and not shown before it is due; null: none is.</summary>
    public int? Coming { get; private set; }

    /// <summary>Of the district or unit, whatever light is asked for.</summary>
    internal IReadOnlyDictionary<LightColour, int> Counts { get; private set; } = new Dictionary<LightColour, int>();

    public IActionResult OnGet()
    {
        Districts = [.. InScope.Districts(Catalog, Me, Roles)];
        if (Districts.Count == 0) return Page();
        if ((District = InReach(Districts)) is null) return NotFound();
        if (Given(Org) is { } org && org != District.Code && ((Unit = InScope.Unit(Catalog, Me, org, Roles)) is null || Unit.District != District.Code)) return NotFound();
        if (!Try(() => Board = BoardOf(District))) return Page();
        if (Districts.Count > 1 && Unit is null) Overview = [.. Districts.Select(BoardOrNone).OfType<AlertBoard>()];
        Lay(Board!);
        return Page();
    }

    void Lay(AlertBoard board)
    {
        var own = (Unit is null ? board.Of(board.District.Code) : board.Of(Unit)).ToList();
        Counts = own.CountBy(alert => alert.Now.Light).ToDictionary();
        Summary = AlertText.Counted(board, Unit, own);
        if (Given(ThroughText) is null && AskedReach.Of(Office.Warehouse.Marts, board.District.Code, board.Input.Year, board.AsOf) is var last && last > board.Input.Months.Count) Coming = last;
        var asked = Enum.TryParse<LightColour>(LightText, out var light) ? light : (LightColour?)null;
        Shown = [.. own.Where(alert => asked is null || alert.Now.Light == asked).OrderByDescending(alert => alert.Now.Light)];
        if (Unit is null) Units = UnitLights.Of(board);
    }

    AlertBoard? BoardOrNone(District district)
    {
        try { return BoardOf(district); }
        catch (MisuseException) { return null; } // no plan or no lights of that year
    }
}

/// <summary>A unit that was given targets: how many of its lights are of each colour, and its 督办.</summary>
/// <param name="Last">What is furthest behind its pace, in points ahead of it; null where nothing has one.</param>
sealed record UnitLights(string OrgUnit, string Name, IReadOnlyDictionary<LightColour, int> Lights, Alert? Last, int Unfinished, int Overdue)
{
    public int Of(LightColour light) => Lights.GetValueOrDefault(light);

    /// <summary>The worst first, as the verb lists them; among equals who is furthest behind.</summary>
    public static IReadOnlyList<UnitLights> Of(AlertBoard board)
    {
        var open = SupervisionCounts.Of(board.Input.Cases, DateOnly.MinValue, DateOnly.MaxValue, board.Day).ToDictionary(unit => unit.OrgUnit);
        return
        [
            .. board.Alerts.Where(alert => alert.Evaluation.OrgUnit != board.District.Code).GroupBy(alert => alert.Evaluation.OrgUnit)
                .Select(unit => new UnitLights(unit.Key, board.NameOf(unit.Key), unit.CountBy(alert => alert.Now.Light).ToDictionary(),
                    unit.Where(alert => alert.Evaluation.PointsAhead is not null).MinBy(alert => alert.Evaluation.PointsAhead), open.GetValueOrDefault(unit.Key)?.Unfinished ?? 0, open.GetValueOrDefault(unit.Key)?.Overdue ?? 0))
                .OrderByDescending(unit => unit.Of(LightColour.red)).ThenByDescending(unit => unit.Of(LightColour.orange)).ThenByDescending(unit => unit.Of(LightColour.yellow))
                .ThenBy(unit => unit.Last?.Evaluation.PointsAhead ?? decimal.MaxValue).ThenBy(unit => unit.OrgUnit, StringComparer.Ordinal),
        ];
    }
}
