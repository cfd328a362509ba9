using static Reporting.Warehouse.Severity;

namespace Reporting.Warehouse.Rules;

/// <summary>What a sheet shows beside what is held.</summary>
public static partial class RuleTexts
{
    public static readonly RuleText YtdNotPreviousPlusMonth = new("ytd_not_previous_plus_month", error,
        "累计不等于上期累计加本期数", "Year to date is not the previous one plus the period",
        "{ytd}应为 {due}（{how}），现为 {found}，相差 {difference}。{suspect}请改正填错的那个数；若是更正以前的报告期，请先重报那一期。",
        "{ytd} should be {due} ({how}); it is {found}, a difference of {difference}. {suspect}Correct the wrong figure; to correct an earlier period, send that one again first.")
    { Hint = "累计＝上期累计＋本期数", HintEn = "Year to date = the previous one + this period" };

    public static readonly RuleText YtdNotChecked = new("ytd_not_checked", info,
        "累计暂未核对", "Year to date not checked yet",
        "以前的报告期没有收齐（到{previous}），{count} 行的{ytd}暂时无法与上期核对：第 {lines} 行。不需要修改本表。",
        "Earlier periods (through {previous}) are not all held, so {ytd} of {count} lines could not be compared: lines {lines}. Nothing to change here.")
    { Hint = "先补齐以前的报告期", HintEn = "Send earlier periods first" };

    public static readonly RuleText YtdLaterDiffers = new("ytd_later_differs", warning,
        "以后各期的累计不再相符", "Later sums of the year do not agree",
        "{ytd}是 {found}，已存的以后各期累计与它不再相符：{later}。本表没有错的不用改；请随后更正这些报告期的报表。",
        "{ytd} is {found}, and the sums held of later periods do not agree with it: {later}. If this sheet is right leave it, and correct those periods next.")
    { Hint = "更正以前的报告期，以后各期的累计一并更正", HintEn = "Correct later sums along with an earlier period" };

    public static readonly RuleText QuotedDiffers = new("quoted_differs", warning,
        "上年数与已存的不同", "Last year's figure differs from what is held",
        "{column}填的是 {found}，而已存的{period}{basis}是 {held}，相差 {difference}。请按已存的数填写；若上年数有误，请重报上年那一期，或写明原因。",
        "{column} says {found}, while {period} ({basis}) is held as {held}, a difference of {difference}. Use the held figure; if it is wrong, send last year's sheet again, or say why.")
    { Hint = "照抄已存的上年数", HintEn = "Copy last year's figure as held", NeedsReason = true };

    public static readonly RuleText MonthJump = new("month_jump", warning,
        "与以往相差悬殊", "Far from what was usual",
        "{column}是 {found}，而以往 {count} 期一般在 {typical} 左右。请核对是否多填或少填了“万”、填错了行或漏填；属实的不用改，写明原因。",
        "{column} is {found}, while the last {count} periods were around {typical}. Check for a 万 too many or too few, a wrong line, or a gap; if it is true, leave it and say why.")
    {
        Hint = "与以往相差悬殊的写明原因", HintEn = "Explain what is far from usual", NeedsReason = true,
        Parameters =
        [
            new("times", 5, "超过以往一般水平的几倍", "how many times what was usual"),
            new("steady", 50, "以内的变动不问", "a change below this is not asked about"),
            new("highest", 2, "超过以往最高的几倍", "how many times the highest"),
            new("least_periods", 3, "至少要有几期可比", "periods there must be to compare with"),
        ],
    };

    public static readonly RuleText YearJump = new("year_jump", warning,
        "与以往各年同期相差悬殊", "Far from the same season of earlier years",
        "{column}是 {found}，而以往各年同期（{periods}）一般在 {typical} 左右。请核对是否填错了行、多填了一位或漏填；属实的不用改，写明原因。",
        "{column} is {found}, while the same season of earlier years ({periods}) was around {typical}. Check for a wrong line, a digit too many or a gap; if it is true, leave it and say why.")
    {
        Hint = "与往年同期相差悬殊的写明原因", HintEn = "Explain what is far from last year's season", NeedsReason = true,
        Parameters =
        [
            new("times", 5, "超过往年同期最高的几倍", "how many times the highest of the season"),
            new("steady", 50, "以内的变动不问", "a change below this is not asked about"),
            new("spread", 10, "有两年以上可比时，离中位数几个离散度以外才问", "with two years or more, how many spreads off the median"),
        ],
    };

    public static readonly RuleText SumDiffers = new("sum_differs", warning,
        "与各单位所报之和不同", "Differs from the sum of the units",
        "{column}是 {found}，而{period} {count} 个单位所报之和是 {sum}，相差 {difference}（允许 {tolerance}）。请核对本表；单位报错的请该单位更正；两边都无误的写明原因。",
        "{column} is {found}, while the {count} units of {period} add up to {sum}, a difference of {difference} (allowed {tolerance}). Check this sheet; where a unit is wrong, it corrects its own; if both are right, say why.")
    {
        Hint = "与各单位之和一致", HintEn = "Agrees with the sum of the units", NeedsReason = true,
        Parameters =
        [
            new("slack", 0, "允许相差多少，用这一行的计量单位", "a difference that is not asked about, in the line's unit"),
            new("halves", 1, "按大单位填写或带小数的：另加单位数乘最末一位的一半的几倍", "where the figure is rounded: how many times the number of units times half of the last digit"),
        ],
    };

    public static readonly RuleText HeldNowAbsent = new("held_now_absent", warning,
        "报过的数这次没有", "Held before and absent now",
        "这一行以前报过、这次没有：{values}。已存的数仍然有效，不会因此撤回。漏了请补上；不再有这项数的写明原因，数有误的请填改正后的数。",
        "Held of this line and absent now: {values}. What is held stays and is not withdrawn. Add it if it was left out; say why if there is no such figure any more.")
    { Hint = "更正时报全表", HintEn = "A correction is the whole sheet", NeedsReason = true };

    public static readonly RuleText PartWaiting = new("part_waiting", info,
        "还有部分未到", "Parts still to come",
        "本表可以分几次报，还缺：{parts}。等这些部分报来；不需要修改本表。",
        "The form may come in parts; still missing: {parts}. Nothing to change here.")
    { Hint = "可以分几次报", HintEn = "May be sent in parts", IsFixed = true };

    public static readonly RuleText PeriodUnchanged = new("period_unchanged", error,
        "表头月份未改？", "Heading of the period before?",
        "表头是{period}，这一期已经报过，而本表 {count} 格{column}中有 {changed} 格与已存的不同；{next}到了期却还没有报。是不是{next}的表，表头没有改？若是，改好表头重报；若确是更正，请在文件名或标题里写“更正”，或在表下写“更正说明：……”，或报送时指明报告期 {code}。",
        "The heading says {period}, which is held, yet {changed} of {count} figures differ from it, while {next} is due and not held. If this is {next}, correct the heading; if it is a correction, write 更正 into the file name or the title or 更正说明 below the table, or name the period with submit --period {code}.")
    {
        Hint = "表头月份与数字一致", HintEn = "The heading names the month of the figures",
        Parameters = [new("least_cells", 3, "至少要有几格不同", "how many cells must differ")],
    };

    public static readonly RuleText SheetRepeatsPeriod = new("sheet_repeats_period", warning,
        "与上一期完全相同", "The same as the period before",
        "本表全部 {count} 格{column}与{previous}完全相同。请核对是否把上一期的表又报了一次；确实相同的写明原因。",
        "All {count} figures of {column} are those of {previous}. Check whether that sheet was sent again; if they are the same in truth, say why.")
    {
        Hint = "填本期的数", HintEn = "Enter this period's figures", NeedsReason = true,
        Parameters =
        [
            new("least_cells", 4, "至少要有几格本期发生数够大", "how many flows must be large enough"),
            new("least_value", 10, "多大才算够大：小的数常会碰巧相同", "how large: small figures repeat by chance"),
        ],
    };

    public static readonly RuleText PeriodLocked = new("period_locked", warning,
        "该期已锁定", "The period is locked",
        $"{{period}}已锁定，本表作为更正申请处理，区级同意以前以已存的数为准。{{changes}}。{SayWhy}",
        $"{{period}} is locked; the sheet is a request to correct it, and what is held counts until the district agrees. {{changes}}. {SayWhyEn}")
    { Hint = "锁定后更正要写明原因", HintEn = "Explain a correction after the lock", NeedsReason = true };

    public static readonly RuleText PeriodRefused = new("period_refused", error,
        "该期已截止收表", "The period takes no more sheets",
        "{period}已锁定，按《{form}》的规定锁定以后不再收表，本表没有入库，已存的数不变。确要补报或更正的，请向区级申请开放这一期（写明原因和期限），开放后原样重报。",
        "{period} is locked, and '{form}' takes nothing after its lock: the sheet did not load and what is held stays. If it must be sent, ask the district to open the period (review extend, with a reason and a last day), then send it again as it is.")
    { Hint = "请区级开放后再报", HintEn = "Ask the district to open the period", IsFixed = true };

    const string SayWhy = "请写明更正的原因。", SayWhyEn = "Say why.";

    /// <summary>The same of lines of a long list, which have no place for a reason: it waits for the district as it is.</summary>
    public static Finding OfALongList(Finding locked) => locked with
    {
        Message = locked.Message.Replace(SayWhy, "长表没有写原因的地方，不用写：区级审核同意即入库；要写明原因的，请改用报表报送更正，或告诉区级由其审核时登记。", StringComparison.Ordinal),
        MessageEn = locked.MessageEn.Replace(SayWhyEn, "A long list has no place for a reason and needs none: it waits for the district's review. To give one, send the form instead, or tell the district, which writes it down with its review.", StringComparison.Ordinal),
    };
}
