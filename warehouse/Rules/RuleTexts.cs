using static Reporting.Warehouse.Severity;

namespace Reporting.Warehouse.Rules;

/// <summary>
/// The wording of every rule that is the same on all forms. The forms' own cross-line rules carry their code and severity themselves
/// and share <see cref="CrossLine"/>'s sentence.
/// </summary>
public static class RuleTexts
{
    public static readonly RuleText RulesWaiting = new("rules_waiting", info,
        "其余核对待定", "Other checks wait",
        "报表、单位、报告期或表头还有疑问，其余核对等这些问题解决后再做。",
        "Form, unit, period or header is still in doubt; the other checks wait until that is settled.");

    public static readonly RuleText PeriodInFuture = new("period_in_future", error,
        "报告期尚未结束", "The period has not ended",
        "报告期{period}到{end}才结束，现在还不能报送。请核对表头的月份；月份无误的，请在报告期结束后再报。",
        "The period {period} ends on {end} and cannot be reported yet. Check the month in the heading, or send the sheet after it has ended.");

    public static readonly RuleText PeriodNotOwed = new("period_not_owed", error,
        "本单位这一期不报此表", "This unit does not owe the form for this period",
        "{unit}{period}不需要报送《{form}》。请核对填报单位和月份；确应报送的，请与区级联系登记报送义务。",
        "{unit} does not owe '{form}' for {period}. Check the unit and the month; if it does report, ask the district to register the obligation.");

    public static readonly RuleText ColumnMissing = new("column_missing", error,
        "缺少一栏", "A column is missing",
        "表中没有“{column}”这一栏。请按报表格式补上这一栏并填数。",
        "The table has no column '{column}'. Add it as the form prints it and fill it in.");

    public static readonly RuleText LineMissing = new("line_missing", error,
        "缺少一行", "A line is missing",
        "表中没有“{line}”这一行。请按报表格式补上这一行并填数，没有发生的填 0。",
        "The table has no line '{line}'. Add it as the form prints it; where nothing occurred, enter 0.");

    public static readonly RuleText ValueRequired = new("value_required", error,
        "必填的格没有填数", "A required cell has no number",
        "这一格必须填数，现在是{what}。没有发生的请填 0；有发生的请填实际数。",
        "This cell must hold a number; it is {what}. Enter 0 where nothing occurred, else the actual figure.");

    public static readonly RuleText ValueUnreadable = new("value_unreadable", error,
        "填的不是数字", "Not a number",
        "“{found}”读不成数字{reason}。请只填数字，例如 12；说明文字请写在备注里。",
        "'{found}' cannot be read as a number. Enter digits only, such as 12; put words into the notes.");

    public static readonly RuleText ValueTooLarge = new("value_too_large", error,
        "数字过大", "The number is too large",
        "{found} 超过了能登记的最大数（14 位整数）。请核对是否多填了数字或粘连了两个数。",
        "{found} has more than 14 integer digits. Check whether digits were added or two numbers ran together.");

    public static readonly RuleText ValueNegative = new("value_negative", error,
        "小于允许的最小数", "Below the least lawful value",
        "这一格不能小于 {minimum}，现在是 {found}。请填 {minimum} 或更大的数；冲减以前月份的，请重报那个月。",
        "This cell cannot be below {minimum}; it is {found}. Enter {minimum} or more; to take back an earlier month, send that month again.");

    public static readonly RuleText ValueNotWhole = new("value_not_whole", error,
        "小数位数过多", "Too many decimals",
        "{found} 的小数位数过多：以“{unit}”为单位，这一行只能填{expected}，例如 {example}。请核对单位（如“万{unit}”）是否标错、小数点是否点错。",
        "{found} has too many decimals: in '{unit}' this line takes at most {decimals}, such as {example}. Check the unit (万?) and the decimal point.");

    public static readonly RuleText ValueNotApplicable = new("value_not_applicable", warning,
        "不应填数的格填了数", "A number where the form prints —",
        "报表的这一格印为“—”，不填数，现在是 {found}。请改为“—”或留空；这个数若属于别的格，请移过去。",
        "The form prints — here, yet the cell holds {found}. Enter — or clear it; if the number belongs to another cell, move it there.");

    /// <summary>Code and severity are replaced by the form rule's own.</summary>
    public static readonly RuleText CrossLine = new("cross_line", error,
        "表内行与行的关系不符", "Lines do not agree",
        "应有 {condition}，现在左边是 {left}，右边是 {right}，相差 {difference}。请核对：{lines}。{reason}",
        "{condition} should hold; the left side is {left}, the right side {right}, the difference {difference}. Check: {lines}.{reason}");

    public static readonly RuleText YtdBelowMonth = new("ytd_below_month", error,
        "累计小于本期数", "Year to date below the period's own figure",
        "{ytd}（{found}）小于{month}（{value}）。累计包含本期，不应比本期数小，请核对两栏是否填反、填错。",
        "{ytd} ({found}) is below {month} ({value}). The cumulative figure includes the period; check whether the two were exchanged or mistyped.");

    public static readonly RuleText YtdNotPreviousPlusMonth = new("ytd_not_previous_plus_month", error,
        "累计不等于上期累计加本期数", "Year to date is not the previous one plus the period",
        "{ytd}应为 {due}（{how}），现为 {found}，相差 {difference}。{suspect}请改正填错的那个数；若是更正以前的报告期，请先重报那一期。",
        "{ytd} should be {due} ({how}); it is {found}, a difference of {difference}. {suspect}Correct the wrong figure; to correct an earlier period, send that one again first.");

    public static readonly RuleText YtdNotChecked = new("ytd_not_checked", info,
        "累计暂未核对", "Year to date not checked yet",
        "以前的报告期没有收齐（到{previous}），{count} 行的{ytd}暂时无法与上期核对：第 {lines} 行。不需要修改本表。",
        "Earlier periods (through {previous}) are not all held, so {ytd} of {count} lines could not be compared: lines {lines}. Nothing to change here.");

    public static readonly RuleText QuotedDiffers = new("quoted_differs", warning,
        "上年数与已存的不同", "Last year's figure differs from what is held",
        "{column}填的是 {found}，而已存的{period}{basis}是 {held}，相差 {difference}。请按已存的数填写；若上年数有误，请重报上年那一期。",
        "{column} says {found}, while {period} ({basis}) is held as {held}, a difference of {difference}. Use the held figure; if it is wrong, send last year's sheet again.");

    public static readonly RuleText MonthJump = new("month_jump", warning,
        "与以往相差悬殊", "Far from what was usual",
        "{column}是 {found}，而以往 {count} 期一般在 {typical} 左右。请核对是否多填或少填了“万”、填错了行或漏填；属实的可以不改。",
        "{column} is {found}, while the last {count} periods were around {typical}. Check for a 万 too many or too few, a wrong line, or a gap; leave it if true.");

    public static readonly IReadOnlyList<RuleText> All =
    [
        RulesWaiting, PeriodInFuture, PeriodNotOwed, ColumnMissing, LineMissing, ValueRequired, ValueUnreadable, ValueTooLarge, ValueNegative,
        ValueNotWhole, ValueNotApplicable, CrossLine, YtdBelowMonth, YtdNotPreviousPlusMonth, YtdNotChecked, QuotedDiffers, MonthJump,
    ];

    /// <summary>The heading over findings of a code; null where the code is not one of these.</summary>
    public static string? TitleOf(string code) => All.FirstOrDefault(text => text.Code == code)?.Title;
}
