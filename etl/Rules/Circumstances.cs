using System.Text.RegularExpressions;
using Reporting.Etl.Matching;

namespace Reporting.Etl.Rules;

/// <summary>What rules may know beside the sheet and what is held: the day, and what was said of the sheet.</summary>
/// <param name="Today">The day at the sender's: a period must have ended by then.</param>
public sealed partial record Circumstances(DateOnly Today)
{
    /// <summary>A person named the period, or the sheet is called a correction: that it changes a period already held is meant.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>Elements that are levels at a moment (在册人数), of which a blank is never nought.</summary>
    public IReadOnlySet<string> Stocks { get; init; } = new HashSet<string>();

    /// <summary>The noughts were not written line by line: somebody stated for the whole form that nothing occurred.</summary>
    public bool IsNil { get; init; }

    /// <summary>The period is locked for this unit: what the sheet changes is a request.</summary>
    public bool IsLocked { get; init; }

    /// <summary>
    /// Whether a file's name, a title or a note that begins 更正说明 calls it a correction. Other notes speak of corrections in general, as
    /// those of a template do, and 补报 in a name is said of a first sheet that comes late.
    /// </summary>
    public static bool SaysCorrection(string fileName, MatchedTable table) =>
        InName().IsMatch(fileName) || InTitle().IsMatch(table.Table.Title ?? "") || table.Table.Footnotes.Any(note => Note().IsMatch(note));

    /// <summary>The form takes nothing of a locked period, not even a request.</summary>
    public bool RefusesAfterLock { get; init; }

    [GeneratedRegex(@"更正|修改|修订|改正|订正|重报|[（(【\[\-_—]改")]
    private static partial Regex InName();

    [GeneratedRegex("更正|订正|修订")]
    private static partial Regex InTitle();

    [GeneratedRegex(@"^\s*[(（]?(?:更正|订正|修订)说明")]
    private static partial Regex Note();
}
