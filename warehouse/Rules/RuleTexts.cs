using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Rules;

/// <summary>
/// The wording of every rule that is the same on all forms. The forms' own cross-line rules carry their code and severity themselves
/// and share <see cref="CrossLine"/>'s sentence.
/// </summary>
public static partial class RuleTexts
{
    // Made when first asked for: the texts stand in several files, whose order nobody promises.
    public static IReadOnlyList<RuleText> All => field ??=
    [
        RulesWaiting, PeriodInFuture, PeriodNotOwed, PeriodUnchanged, UnitScale, ColumnsExchanged, SheetOfPeriodBefore, PeriodLocked, PeriodRefused, OneCellWrong,
        ColumnMissing, LineMissing, PartWaiting, HeldNowAbsent, SignatureMissing, ValueRequired, BlanksAreZero, BlankReadAsZero,
        ValueUnreadable, ValueInexact, ValueTooLarge, ValueNegative, ValueNotWhole, ValueNotApplicable, CrossLine,
        YtdBelowMonth, YtdNotPreviousPlusMonth, YtdNotChecked, YtdLaterDiffers, QuotedDiffers, MonthJump, YearJump, SumDiffers, SheetRepeatsPeriod,
    ];

    /// <summary>The codes that a form may list among its <c>checks</c>.</summary>
    public static IReadOnlyList<string> CheckCodes => field ??= [.. All.Where(text => !text.IsFixed).Select(text => text.Code)];

    public static RuleText? Of(string code) => All.FirstOrDefault(text => text.Code == code);

    /// <summary>The heading over findings of a code; null where nobody has given it one.</summary>
    /// <param name="form">Whose own conditions between lines have codes of their own.</param>
    public static string? TitleOf(string code, Form? form = null) =>
        Of(code)?.Title ?? FindingTitles.Of(code) ?? (form?.Rules.Any(rule => rule.Code == code) == true ? CrossLine.Title : null);

    /// <summary>
    /// Whether a warning of this code must be explained before the sheet counts: the figures' own rules and the form's conditions between
    /// lines. What reading and matching remark is shown and asks nothing.
    /// </summary>
    /// <param name="form">The sheet's form; null where it is not known.</param>
    public static bool NeedsReason(string code, Form? form) =>
        code == HeldNowAbsent.Code ? form?.AllowsParts != true
        : Of(code)?.NeedsReason ?? form?.Rules.Any(rule => rule.Code == code) == true;

    /// <summary>What a cell of this line takes, for the input message of a template: 填整数，不小于 0；没有发生填 0。</summary>
    public static (string Zh, string En) InputHint(FormLine line)
    {
        var (digits, digitsEn) = line.Decimals <= 0 ? ("填整数", "A whole number") : ($"至多 {line.Decimals} 位小数", $"At most {line.Decimals} decimals");
        var (least, leastEn) = line.Minimum is { } minimum ? ($"，不小于 {Figures.Printed(minimum)}", $", not below {Figures.Printed(minimum)}") : ("", "");
        var (none, noneEn) = line.Required ? ($"；{ValueRequired.Hint}", "; 0 where nothing occurred") : ("", "");
        return ($"{digits}{least}{none}", $"{digitsEn}{leastEn}{noneEn}");
    }
}
