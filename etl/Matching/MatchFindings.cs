using Reporting.Etl.Intake;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>What matching a table as a whole may find, with its words.</summary>
static class MatchFindings
{
    public static Finding FormUnknown(UnderstoodTable table, Catalog catalog) => Of(table, "form_unknown", Severity.error, table.Title, null,
        $"认不出这张表是哪一种报表{Quoted(table.Title)}。请核对标题、表号和指标名称，或在报送时指明报表（现有：{Names(catalog.Forms)}）。",
        "This table is none of the known forms. Check title, form number and line names, or name the form when sending.");

    public static Finding FormUnsure(UnderstoodTable table, decimal score, IReadOnlyList<Form> near) => Of(table, "form_unsure", Severity.error, table.Title, Names(near),
        $"这张表像是“{Names(near)}”，但把握不够（{score:0.00}）。请确认是哪一种报表，或按报表的指标名称和表头修改后重新报送。",
        $"This table looks like {Names(near)}, but not surely enough ({score:0.00}). Say which form it is, or use the form's own words.");

    public static Finding FormTitleDiffers(UnderstoodTable table, Form taken, Form titled) => Of(table, "form_title_differs", Severity.error, titled.Name, taken.Name,
        $"标题{Quoted(table.Title)}是“{titled.Name}”的，指标和表头却是“{taken.Name}”的。请确认是哪一种报表：标题写错的改正标题，填错表的改填“{titled.Name}”，再重新报送。",
        $"The title is that of {titled.Name}, lines and columns are those of {taken.Name}. Correct the title, or fill in the form that it names, and send it again.");

    public static Finding FormRemembered(UnderstoodTable table, Form form) => Of(table, "form_remembered", Severity.info, table.Title, form.Name,
        $"按以前的确认，标题这样写的表是“{form.Name}”。不对的请告诉区级工作人员。", $"A person said before that a table with this title is {form.Name}.");

    public static Finding FormNotDefined(UnderstoodTable table, string id, Catalog catalog) => Of(table, "form_unknown", Severity.error, id, null,
        $"没有编号为“{id}”的报表。现有：{string.Join("、", catalog.Forms.Select(form => form.Id).Distinct())}。", $"There is no form '{id}'.");

    public static Finding FormNotInForce(UnderstoodTable table, Form form, Period period) => Of(table, "form_not_in_force", Severity.error, period.ToString(), Period.Month(form.AppliesFrom).ToString(),
        $"“{form.Name}”在{period.InWords()}没有执行（{Period.Month(form.AppliesFrom).InWords()}起执行）。请核对报告期。", $"{form.Name} is not in force for {period}. Check the period.");

    public static Finding PersonalLedger(UnderstoodTable table) => Of(table, "personal_ledger", Severity.error, table.Title, null,
        "这是含个人信息（姓名、证件号、电话等）的台账，不是统计报表，没有读取其内容，也不会转发。请只报送汇总表，把个人台账留在本单位。", "This is a ledger of persons, not a form; nothing was taken from it. Send the summary only.");

    public static Finding PrintedRuleUnknown(UnderstoodTable table, IReadOnlyList<string> rules) => Of(table, "rule_printed_unknown", Severity.info, string.Join(" ", rules), null,
        $"表上印的关系“{string.Join("”“", rules.Take(10))}”{(rules.Count > 10 ? $"等{rules.Count}条" : "")}不在本系统的核对规则里，没有据此核对。", "Relations printed on the sheet are not among the form's rules and were not checked.");

    public static Finding OrgUnitConflict(UnderstoodTable table, string words, OrgUnit named, OrgUnit channel) => Of(table, "org_unit_conflict", Severity.error, words, channel.Name,
        $"表中的单位是“{named.Name}”，但这份表是从“{channel.Name}”的渠道报来的。若发错了请由“{named.Name}”报送；若表中写错了请改为“{channel.Name}”。",
        $"The sheet names {named.Name}, but it came through the channel of {channel.Name}. Correct the unit, or have {named.Name} send it.");

    /// <summary>A form of one district with a unit of another: neither may load the other's.</summary>
    public static Finding FormOfAnotherDistrict(UnderstoodTable table, Form form, OrgUnit unit, string home) => Of(table, "org_unit_conflict", Severity.error, form.Name, unit.Name,
        $"《{form.Name}》是{home}的报表，“{unit.Name}”不报它。请下载“{unit.Name}”自己的模板填报；发错了的请由{home}的单位报送。",
        $"'{form.Name}' is a form of {home}; {unit.Name} does not report it. Fill in {unit.Name}'s own form.");

    public static Finding OrgUnitUnknown(UnderstoodTable table, string words, IReadOnlyList<OrgUnit> near) => Of(table, "org_unit_unknown", Severity.error, words, OrNull(near.Select(unit => unit.Name)),
        $"认不出填报单位“{words}”。请填写单位全称{(near.Count == 0 ? "。" : Perhaps(near.Select(unit => unit.Name)))}", $"The unit '{words}' is not known. Write its full name.");

    public static Finding OrgUnitRemembered(UnderstoodTable table, string words, OrgUnit unit) => Of(table, "org_unit_remembered", Severity.info, words, unit.Name,
        $"按以前的确认，“{words}”是“{unit.Name}”。不对的请告诉区级工作人员。", $"A person said before that '{words}' is {unit.Name}.");

    /// <param name="named">The other unit that the sheet names; null where its words name none.</param>
    public static Finding OrgUnitOverridden(UnderstoodTable table, string words, OrgUnit? named, OrgUnit answered) => named is null
        ? Of(table, "org_unit_overridden", Severity.info, words, answered.Name, $"表中写的是“{words}”，按指明的单位认定为“{answered.Name}”。", $"The sheet says '{words}'; taken as {answered.Name}, as named.")
        : Of(table, "org_unit_overridden", Severity.warning, words, answered.Name, $"表中写的是“{named.Name}”，却按指明的单位认定为“{answered.Name}”。请核对是否发错；发错了的请撤回，按“{named.Name}”重新报送。",
            $"The sheet names {named.Name}, and yet was taken as {answered.Name}, as named. Check that the right file was sent.");

    public static Finding OrgUnitMissing(UnderstoodTable table) => Of(table, "org_unit_missing", Severity.error, null, null,
        "表中没有写填报单位，也无法从渠道或文件名得知。请在表头写明“填报单位：××镇”。", "Neither sheet, channel nor file name says which unit reports. Write it above the table.");

    public static Finding OrgUnitFromChannel(UnderstoodTable table, OrgUnit unit) => Of(table, "org_unit_from_channel", Severity.info, null, unit.Name,
        $"表中没有写填报单位，按报送渠道认定为“{unit.Name}”。", $"The sheet names no unit; taken from its channel: {unit.Name}.");

    public static Finding OrgUnitFromFileName(UnderstoodTable table, OrgUnit unit, string file) => Of(table, "org_unit_from_file_name", Severity.info, file, unit.Name,
        $"表中没有写填报单位，按文件名“{file}”认定为“{unit.Name}”。", $"The sheet names no unit; taken from the file name: {unit.Name}.");

    public static Finding OrgUnitFileNameDiffers(UnderstoodTable table, string file, OrgUnit other, OrgUnit unit) => Of(table, "org_unit_file_name_differs", Severity.warning, file, unit.Name,
        $"文件名“{file}”提到“{other.Name}”，但渠道是“{unit.Name}”，表中没有写单位。请核对是否发错。", $"The file name speaks of {other.Name}, the channel is {unit.Name}. Check that the right file was sent.");

    public static Finding PeriodMissing(UnderstoodTable table, Form form) => Of(table, "period_missing", Severity.error, table.PeriodWords, null,
        $"表中和文件名里都没有写明报告期{Quoted(table.PeriodWords)}。请在标题下写明，如“{Example(form)}”。", $"Neither sheet nor file name says the period. Write it below the title, such as {Example(form)}.");

    public static Finding PeriodKind(UnderstoodTable table, Period written, Form form) => Of(table, "period_kind", Severity.error, table.PeriodWords ?? written.InWords(), null,
        $"报告期写作“{table.PeriodWords ?? written.InWords()}”，但“{form.Name}”要按{KindName(form.Period)}填报。请写明，如“{Example(form)}”。",
        $"The period is {written}, but {form.Name} is for one {form.Period}. Write such as {Example(form)}.");

    public static Finding PeriodImpossible(UnderstoodTable table, string month, Form form) => Of(table, "period_kind", Severity.error, table.PeriodWords, null,
        $"报告期写作“{table.PeriodWords}”，没有“{month}”。请改正，写法如“{Example(form)}”。", $"The period is written '{table.PeriodWords}'; there is no month {month}. Write such as {Example(form)}.");

    public static Finding PeriodFromFileName(UnderstoodTable table, Period period, string file) => Of(table, "period_from_file_name", Severity.info, file, period.ToString(),
        $"表中没有写明报告期，按文件名“{file}”认定为{period.InWords()}。", $"The sheet does not say its period; taken from the file name: {period}.");

    public static Finding PeriodFromColumns(UnderstoodTable table, Period period) => Of(table, "period_from_columns", Severity.info, null, period.ToString(),
        $"表中没有写明是哪个规划期，按各栏的年份认定为{period.InWords()}。", $"The sheet does not say which plan it is of; taken from its columns: {period}.");

    public static Finding PeriodFileNameDiffers(UnderstoodTable table, Period period, Period other, string file) => Of(table, "period_conflict", Severity.warning, file, period.ToString(),
        $"文件名“{file}”是{other.InWords()}，表中写的是{period.InWords()}，按表中的认定。请核对是否发错。", $"The file name says {other}, the sheet {period}; the sheet's was taken. Check that the right file was sent.");

    static Finding Of(UnderstoodTable table, string code, Severity severity, string? found, string? expected, string message, string english) =>
        new(code, severity, new(Sheet: table.Sheet, Cell: table.Range.ToString()), found, expected, null, message, english);

    static string Names(IEnumerable<Form> forms) => string.Join("、", forms.Select(form => form.Name).Distinct().Take(8));

    static string Quoted(string? words) => string.IsNullOrEmpty(words) ? "" : $"（“{words}”）";

    static string? OrNull(IEnumerable<string> names) => string.Join("、", names) is { Length: > 0 } joined ? joined : null;

    internal static string Perhaps(IEnumerable<string> names) => OrNull(names) is { } joined ? $"，是不是“{joined}”？" : "";

    static string Example(Form form) => (form.Period == Warehouse.PeriodKind.plan ? Period.Plan(2016, 2020) : Period.Of(form.Period, new(2022, 3, 1))).InWords();

    static string KindName(PeriodKind kind) => kind switch
    {
        Warehouse.PeriodKind.month => "月",
        Warehouse.PeriodKind.quarter => "季",
        Warehouse.PeriodKind.half => "半年",
        Warehouse.PeriodKind.year => "年",
        Warehouse.PeriodKind.plan => "规划期",
        _ => "规定的报告期",
    };
}
