using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Evaluations as a table for a terminal of 120 columns; a Chinese sign takes two of them.</summary>
static class EvaluationTable
{
    static readonly (string Title, int Width, bool Right)[] Columns =
        [("承诺", 42, false), ("完成值", 16, true), ("目标", 14, true), ("完成率", 9, true), ("序时", 7, true), ("  结论", 0, false)];

    public static string Of(Plan plan, IReadOnlyList<Evaluation> evaluations) => string.Join('\n',
    [
        $"{plan.Name}  {(evaluations is [{ Year: { } year }, ..] ? $"{year} 年" : $"{plan.FirstYear}—{plan.LastYear} 年")}{(evaluations is [var any, ..] ? $"，截至 {any.Through}" : "")}",
        Line(Columns.Select(column => column.Title)),
        .. evaluations.Select(one => Line(
        [
            Named(one), $"{(one is { IsOrientation: true, Value: not null } ? "合计 " : "")}{Number(one.Value, one.Unit, one.Bound)}", one.Target is null ? "—" : Number(one.Target, one.Unit, Bound.exact), Percent(one.Attainment), Percent(one.Pace),
            $"  {one.Words}{(one.Veto && one.State == AssessmentState.missed ? "【一票否决】" : "")}",
        ])),
    ]);

    public static string Heading(Plan plan, Evaluation one) =>
        $"{Named(one)}  {one.Id}  {plan.Name}  {(one.Year is { } year ? $"{year} 年" : $"{plan.FirstYear}—{plan.LastYear} 年")}，截至 {one.Through}：{one.Words}";

    internal static string Named(Evaluation one) => one.Version > 1 ? $"{one.Name}（第 {one.Version} 版）" : one.Name;

    internal static string Number(decimal? value, string unit, Bound bound) => value is null ? "—"
        : $"{Digits.Number(value)}{(unit is "%" or "‰" ? unit : $" {unit}".TrimEnd())}{bound switch { Bound.at_least => "以上", Bound.at_most => "以下", Bound.about => "左右", _ => "" }}";

    internal static string Percent(decimal? fraction) => fraction is { } some ? $"{Figures.Round(some * 100, 1).ToString("0.#", CultureInfo.InvariantCulture)}%" : "—";

    static string Line(IEnumerable<string> cells) => Line(Columns, cells);

    /// <summary>One line of any table of columns; one of width 0 is the last and told whole.</summary>
    internal static string Line(IEnumerable<(string Title, int Width, bool Right)> columns, IEnumerable<string> cells) =>
        string.Concat(columns.Zip(cells, (column, cell) => Padded(cell, column.Width, column.Right))).TrimEnd();

    static string Padded(string text, int width, bool right)
    {
        if (width == 0) return text; // the last column is told whole: a terminal wraps it
        var kept = text;
        while (Aligned.Width(kept) > width - 1 && !right) kept = kept[..^1];
        if (kept.Length < text.Length) kept = kept[..^1] + "…";
        var gap = new string(' ', Math.Max(1, width - Aligned.Width(kept)));
        return right ? gap + kept : kept + gap;
    }
}
