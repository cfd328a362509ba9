namespace Reporting.Warehouse.Assessment;

/// <summary>How the commitments stand for one unit: those that it has a target or a figure of its own for.</summary>
public sealed record Standing(string OrgUnit, IReadOnlyList<Evaluation> Evaluations);
