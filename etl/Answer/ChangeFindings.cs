using Reporting.Warehouse;

namespace Reporting.Etl.Answer;

/// <summary>What a sheet changes of what is held: one finding for each changed value, one for all that stay. They ask nothing of anyone.</summary>
public static class ChangeFindings
{
    const string Changed = "value_changed", Kept = "values_unchanged";

    public static bool Is(string code) => code is Changed or Kept;

    public static bool IsOfValue(Finding finding) => finding.Code == Changed;

    /// <param name="held">In words, as are all states: 12, 空白, —.</param>
    /// <returns><c>Expected</c> is what is held, <c>Found</c> what the sheet says now.</returns>
    public static Finding OfValue(Place place, string held, string now, decimal? difference) => new(Changed, Severity.info, place, now, held, difference,
        $"已存 {held}，现为 {now}{(difference is { } by ? $"，相差 {(by > 0 ? "+" : "")}{Figures.Printed(by)}" : "")}。",
        $"Held as {held}, now {now}{(difference is { } apart ? $", a difference of {Figures.Printed(apart)}" : "")}.");

    /// <param name="what">What is counted: 格, or 条 of a long CSV.</param>
    /// <returns><c>Found</c> is how many stay.</returns>
    public static Finding OfAll(Place place, int changed, int unchanged, string what = "格") => new(Kept, Severity.info, place, Figures.Printed(unchanged), null, null,
        changed == 0 ? $"与已存的相比：{unchanged} {what}全部相同（不重写）。"
            : unchanged == 0 ? $"与已存的相比：{changed} {what}全部改了。"
            : $"与已存的相比：改了 {changed} {what}，其余 {unchanged} {what}相同（不重写）。",
        $"Against what is held: {changed} changed, {unchanged} the same (not written again).");
}
