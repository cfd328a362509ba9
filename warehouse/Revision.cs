namespace Reporting.Warehouse;

/// <summary>What moved a figure, coded: 补报, 更正, 撤回, 作废, a sheet read again, a changed definition (a merger is one).</summary>
public enum RevisionKind { late, correction, withdrawn, voided, reread, definition }

/// <summary>One act that moved values of a unit between two loads.</summary>
/// <param name="Indicator">Empty for a change of definitions.</param>
/// <param name="Receipt">Of the submission that came, or that was taken back.</param>
/// <param name="Code">Of a voiding its coded reason (<see cref="VoidCode"/>).</param>
/// <param name="Reason">In words; null where nobody gave one.</param>
/// <param name="DecidedBy">Who sent it or took it back; null for a definition.</param>
/// <param name="IsExact">It moved the very breakdown that the figure is of, not only a part of it.</param>
public sealed record RevisionCause(
    string Indicator, string OrgUnit, long LoadId, DateTime? CommittedAt, RevisionKind Kind, string? Receipt, string? Code, string? Reason, string? DecidedBy,
    DateOnly FirstPeriod, bool IsExact);

/// <summary>A figure that is not what it was: as known at an earlier load and at a later one.</summary>
/// <param name="Before">Null where there was no such figure then; <paramref name="After"/> where there is none now.</param>
/// <param name="Causes">In order of loads.</param>
public sealed record Revision(
    string OrgUnit, string Indicator, int Year, int Through, IndicatorYear? Before, IndicatorYear? After, IReadOnlyList<RevisionCause> Causes)
{
    /// <summary>A figure that had been told and that nobody says why is another. What came late explains itself.</summary>
    public bool LacksReason => Causes.Count == 0 || Causes.Any(cause => cause.Kind is RevisionKind.correction && cause.Reason is null);
}
