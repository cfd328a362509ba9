namespace Reporting.Warehouse.Assessment;

/// <summary>How one unit (a district is one) stands in one year: its evaluations, plan by plan in the plans' order.</summary>
public sealed record Standing(string OrgUnit, IReadOnlyList<Evaluation> Evaluations);

/// <summary>How all units stood at one month of a year.</summary>
/// <param name="Day">The day as of which tasks are judged: the month's end, or today where the month is the one that is asked about.</param>
public sealed record MonthStandings(int Month, DateOnly Day, IReadOnlyList<Standing> Standings);
