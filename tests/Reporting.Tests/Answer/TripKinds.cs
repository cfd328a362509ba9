using Reporting.Portal.Demo;
using Reporting.Warehouse;

namespace Reporting.Tests.Answers;

/// <summary>One kind of mistake on its way from marked to accepted.</summary>
/// <param name="Code">Of the finding it must lead to.</param>
/// <param name="At">The cell that must be marked; null where the finding speaks of the sheet as a whole.</param>
/// <param name="Mend">What the clerk does in the marked file.</param>
sealed record TripKind(string Name, string Code, Func<TripSheet, string?>? At, Action<TripSheet> Spoil, Action<TripSheet> Mend)
{
    /// <summary>What becomes of the spoiled sheet.</summary>
    public TableState Verdict { get; init; } = TableState.returned;

    /// <summary>What becomes of the mended one.</summary>
    public TableState After { get; init; } = TableState.loaded;

    /// <summary>A second round, where the first does not end it.</summary>
    public Action<TripSheet>? MendAgain { get; init; }

    public Period Period { get; init; } = TripDistrict.Month;

    /// <summary>The mistake as the sheet is made.</summary>
    public Func<FilledForm, FilledForm> Paint { get; init; } = filled => filled;

    /// <summary>The same table stands in the file a second time.</summary>
    public bool Twice { get; init; }

    /// <summary>A district's reviewer accepts it in the end.</summary>
    public bool IsReviewed { get; init; }

}

/// <summary>The kinds of mistakes that go the whole way, each for every writer.</summary>
static class TripKinds
{
    public static IReadOnlyList<TripKind> All { get; } = [.. TripFigures.All, .. TripReasons.All, .. TripStructures.All];
}
