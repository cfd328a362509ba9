using static Reporting.Warehouse.Severity;

namespace Reporting.Warehouse.Rules;

/// <summary>What a sheet shows by itself.</summary>
public static partial class RuleTexts
{
    public static readonly RuleText RulesWaiting = new("rules_waiting", info,
        "其余核对待定", "Other checks wait",
        "还有问题要先解决（报表、单位、报告期、表头，或牵动全表的原因），其余核对等解决后再做。",
        "Something comes first (form, unit, period, header, or a cause that touches every figure); the other checks wait until it is settled.")
    { Hint = "先写明报表、单位和报告期", HintEn = "State form, unit and period first", IsFixed = true };

    public static readonly RuleText PeriodInFuture = new("period_in_future", error,
        "报告期尚未结束", "The period has not ended",
        "报告期{period}到{end}才结束，现在还不能报送。请核对表头的月份；月份无误的，请在报告期结束后再报。",
        "The period {period} ends on {end} and cannot be reported yet. Check the month in the heading, or send the sheet after it has ended.")
    { Hint = "报告期结束后再报", HintEn = "Report after the period has ended" };

    public static readonly RuleText PeriodNotOwed = new("period_not_owed", error,
        "本单位这一期不报此表", "This unit does not owe the form for this period",
        "{unit}{period}不需要报送《{form}》。请核对填报单位和月份；确应报送的，请与区级联系登记报送义务。",
        "{unit} does not owe '{form}' for {period}. Check the unit and the month; if it does report, ask the district to register the obligation.")
    { Hint = "只报本单位应报的表", HintEn = "Send only what your unit owes" };

    public static readonly RuleText ColumnMissing = new("column_missing", error,
        "缺少一栏", "A column is missing",
        "表中没有“{column}”这一栏。请按报表格式补上这一栏并填数。",
        "The table has no column '{column}'. Add it as the form prints it and fill it in.")
    { Hint = "不要删栏", HintEn = "Keep every column" };

    public static readonly RuleText LineMissing = new("line_missing", error,
        "缺少一行", "A line is missing",
        "表中没有“{line}”这一行。请按报表格式补上这一行并填数，没有发生的填 0。",
        "The table has no line '{line}'. Add it as the form prints it; where nothing occurred, enter 0.")
    { Hint = "不要删行", HintEn = "Keep every line" };

    public static readonly RuleText ValueRequired = new("value_required", error,
        "必填的格没有填数", "A required cell has no number",
        "这一格必须填数，现在是{what}。{advice}。",
        "This cell must hold a number; it is {what}. {advice}.")
    { Hint = "没有发生填 0", HintEn = "Enter 0 where nothing occurred" };

    public static readonly RuleText ValueUnreadable = new("value_unreadable", error,
        "填的不是数字", "Not a number",
        "“{found}”读不成数字{reason}。请只填数字，例如 12；说明文字请写在备注里。",
        "'{found}' cannot be read as a number. Enter digits only, such as 12; put words into the notes.")
    { Hint = "只填数字", HintEn = "Digits only" };

    public static readonly RuleText ValueTooLarge = new("value_too_large", error,
        "数字过大", "The number is too large",
        "{found} 超过了能登记的最大数（14 位整数）。请核对是否多填了数字或粘连了两个数。",
        "{found} has more than 14 integer digits. Check whether digits were added or two numbers ran together.")
    { Hint = "不超过 14 位整数", HintEn = "At most 14 integer digits" };

    public static readonly RuleText ValueNegative = new("value_negative", error,
        "小于允许的最小数", "Below the least lawful value",
        "这一格不能小于 {minimum}，现在是 {found}。请填 {minimum} 或更大的数；冲减以前月份的，请重报那个月。",
        "This cell cannot be below {minimum}; it is {found}. Enter {minimum} or more; to take back an earlier month, send that month again.")
    { Hint = "不小于允许的最小数", HintEn = "Not below the least lawful value" };

    public static readonly RuleText ValueNotWhole = new("value_not_whole", error,
        "小数位数过多", "Too many decimals",
        "{found} 的小数位数过多：以“{unit}”为单位，这一行只能填{lawful}{example}。请核对单位（如“万{unit}”）是否标错、小数点是否点错。",
        "{found} has too many decimals: in '{unit}' this line takes at most {decimals}{example}. Check the unit (万?) and the decimal point.")
    { Hint = "按这一行的小数位数填，人数、人次填整数", HintEn = "As many decimals as the line takes; people are whole numbers" };

    public static readonly RuleText ValueNotApplicable = new("value_not_applicable", warning,
        "不应填数的格填了数", "A number where the form prints —",
        "报表的这一格印为“—”，不填数，现在是 {found}。请改为“—”或留空；这个数若属于别的格，请移过去。",
        "The form prints — here, yet the cell holds {found}. Enter — or clear it; if the number belongs to another cell, move it there.")
    { Hint = "印“—”的格不填", HintEn = "Leave cells that print — alone" };

    /// <summary>Code and severity are replaced by the form rule's own.</summary>
    public static readonly RuleText CrossLine = new("cross_line", error,
        "表内行与行的关系不符", "Lines do not agree",
        "{condition}，现相差 {difference}。请核对这几个数。{reason}",
        "{condition}; the difference is {difference}. Check these figures.{reason}")
    { Hint = "表内各行要符合报表印的关系", HintEn = "Lines must agree as the form prints", IsFixed = true, NeedsReason = true };

    public static readonly RuleText YtdBelowMonth = new("ytd_below_month", error,
        "累计小于本期数", "Year to date below the period's own figure",
        "{ytd}（{found}）小于{month}（{value}）。累计包含本期，不应比本期数小，请核对两栏是否填反、填错。",
        "{ytd} ({found}) is below {month} ({value}). The cumulative figure includes the period; check whether the two were exchanged or mistyped.")
    { Hint = "累计不小于本期数", HintEn = "Year to date is not below the period" };

    public static readonly RuleText SignatureMissing = new("signature_missing", error,
        "没有单位负责人", "Not signed",
        "这张表要由单位负责人签字，表下的“单位负责人”是空的。请填写后重报。",
        "The head of the unit must sign this form; 单位负责人 below the table is blank. Fill it in and send it again.")
    { Hint = "填写单位负责人", HintEn = "Name the head of the unit" };

    public static readonly RuleText BlanksAreZero = new("blanks_are_zero", warning,
        "空白的格是 0 吗", "Are the blanks noughts?",
        "{count} 格空白，是 0 吗？{places}。没有发生的填 0，或在“审核结果”里答“是”；有数的请补填。",
        "{count} cells are blank; are they 0? {places}. Where nothing occurred enter 0, or answer 是 on 审核结果; fill in the others.")
    {
        Hint = "没有发生填 0，不要空着", HintEn = "Enter 0 where nothing occurred", NeedsReason = true, AsksYesOrNo = true,
        Parameters = [new("least_cells", 3, "至少几格空白才这样问", "how many blanks there must be")],
    };

    public static readonly RuleText BlankReadAsZero = new("blank_read_as_zero", info,
        "空白按 0 读取", "Blanks read as 0",
        "已经确认空白是 0：{count} 格按 0 读取（{places}）。",
        "Blanks were confirmed to be 0: {count} cells were read so ({places}).")
    { Hint = "没有发生填 0", HintEn = "Enter 0 where nothing occurred", IsFixed = true };
}
