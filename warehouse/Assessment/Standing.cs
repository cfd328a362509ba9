namespace Reporting.Warehouse.Assessment;

/// <summary>How one unit (a district is one) stands in one year: its evaluations, plan by plan in the plans' order.</summary>
public sealed record Standing(string OrgUnit, IReadOnlyList<Evaluation> Evaluations);
