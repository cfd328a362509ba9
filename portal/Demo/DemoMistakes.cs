using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>A form with one mistake in it.</summary>
/// <param name="Line">The line meant; null for the whole sheet.</param>
/// <param name="Column">The column meant; null for a whole line or sheet.</param>
sealed record Mistaken(FilledForm Filled, FormLine? Line, FormColumn? Column, string Written, string True)
{
    /// <summary>The file ends in the middle, as after a transfer that broke off.</summary>
    public bool Cut { get; init; }
}

/// <summary>One kind of mistake: the code of the finding it must lead to, and how it comes about.</summary>
/// <param name="Loads">Only remarked upon: the sheet is loaded as it is, until the sender sends another.</param>
sealed record MistakeKind(string Code, Func<DemoSlot, IReadOnlyList<OrgUnit>, DemoRandom, Mistaken?> Make, bool Loads = false);

/// <summary>
/// The sixteen kinds of mistakes. Each breaks one rule and no other: where a wrong month would also make the cumulative figure wrong,
/// the sender has added up what is written. A kind answers null where a sheet gives no occasion for it.
/// </summary>
static class DemoMistakes
{
    public static IReadOnlyList<MistakeKind> Kinds { get; } =
    [
        new("part_exceeds_whole", (slot, _, random) => WrongFigures.PartExceedsWhole(slot.Truth, random)),
        new("ytd_not_previous_plus_month", (slot, _, random) => WrongFigures.WrongCumulative(slot.Truth, random)),
        new("value_unreadable", (slot, _, random) => WrongFigures.Evaded(slot.Truth, random)),
        new("value_required", (slot, _, random) => WrongFigures.LeftBlank(slot.Truth, random)),
        new("value_negative", (slot, _, random) => WrongFigures.Negative(slot.Truth, random)),
        new("value_not_whole", (slot, _, random) => WrongFigures.NotWhole(slot.Truth, random)),
        new("org_unit_conflict", (slot, units, random) => slot.Layout.NamesUnit ? WrongSheets.NamedFor(slot.Truth, units, random) : null),
        new("line_missing", (slot, _, random) => WrongSheets.LineLeftOut(slot.Truth, random)),
        new("line_twice", (slot, _, random) => WrongSheets.LineTwice(slot.Truth, random), Loads: true),
        new("column_missing", (slot, _, random) => WrongSheets.ColumnLeftOut(slot.Truth, random)),
        new("value_too_large", (slot, _, random) => WrongFigures.AccountNumber(slot.Truth, random)),
        new("period_in_future", (slot, _, _) => WrongSheets.NextMonth(slot.Truth)),
        new("file_unreadable", (slot, _, _) => slot.Layout.IsCsv ? null : WrongSheets.CutOff(slot.Truth)),
        new("value_not_applicable", (slot, _, random) => WrongFigures.WhereNothingIsAsked(slot.Truth, random), Loads: true),
        new("quoted_differs", (slot, _, random) => WrongFigures.WrongLastYear(slot.Truth, random)),
        new("month_jump", (slot, _, random) => WrongFigures.TenThousandfold(slot.Truth, random)),
    ];

    /// <summary>
    /// No mistake to be found: a few too many counted, and added up. Lines that a department answers for as well are spared, so that its
    /// figure for the district stays right.
    /// </summary>
    public static FilledForm? Overcounted(FilledForm truth, DemoRandom random)
    {
        var shared = truth.Form.Obligations.SelectMany(obligation => obligation.Lines).ToHashSet();
        return FirstOf(random, truth.OwnLines.Where(line => !shared.Contains(line.Number) && truth.Form.WholeOf(line) is null && IsFree(truth.Form, line)), line =>
            Sums(truth, line) is { Month: > 0 } own ? WithMonth(truth, line, own, own.Month + random.Between(1, 4)) : null)?.Filled;
    }

    public static Mistaken? FirstOf(DemoRandom random, IEnumerable<FormLine> lines, Func<FormLine, Mistaken?> make) =>
        random.Shuffle(lines).Select(make).FirstOrDefault(mistaken => mistaken is not null);

    public static Mistaken WithMonth(FilledForm truth, FormLine line, (decimal Month, decimal Ytd) own, decimal month)
    {
        var (monthColumn, ytdColumn) = (truth.Form.MonthColumn()!, truth.Form.YearToDateColumn()!);
        return new(truth.With((line, monthColumn, Entry.Of(month)), (line, ytdColumn, Entry.Of(own.Ytd - own.Month + month))),
            line, monthColumn, InWords(month), InWords(own.Month));
    }

    /// <summary>Month and year to date of a line that has both.</summary>
    public static (decimal Month, decimal Ytd)? Sums(FilledForm truth, FormLine line) =>
        truth.Value(line, truth.Form.MonthColumn()) is { } month && truth.Value(line, truth.Form.YearToDateColumn()) is { } ytd ? (month, ytd) : null;

    public static bool IsFlow(FilledForm truth, FormLine line) => truth.Form.YearToDateColumn() is { } column && line.Fills(column.Id);

    /// <summary>The line may rise without breaking one of the form's conditions: on their left side, or in none.</summary>
    public static bool IsFree(Form form, FormLine line) => RulesOf(form, line).All(rule => LinesOf(rule) is [var whole, _] && whole == line.Number && rule.Expression.Contains(">=", StringComparison.Ordinal));

    public static IEnumerable<FormRule> RulesOf(Form form, FormLine line) => form.Rules.Where(rule => LinesOf(rule).Contains(line.Number));

    public static int[] LinesOf(FormRule rule) =>
        [.. rule.Expression.Split([' ', '+', '-', '>', '<', '=', '≥', '≤'], StringSplitOptions.RemoveEmptyEntries).Where(term => term.All(char.IsAsciiDigit)).Select(int.Parse)];

    public static string InWords(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
