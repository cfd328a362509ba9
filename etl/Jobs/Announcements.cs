using System.Text.Json.Nodes;
using Reporting.Etl.Answer;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>Messages to a sender about what people decided on a sheet after its verdict. They go where the verdict went.</summary>
public static class Announcements
{
    /// <summary>The message about each table of a submission on which somebody decides.</summary>
    public static Func<SubmissionTable, Notice> For(OpenWarehouse warehouse, Submission submission, TableState state, string? reason, string by, DateTime now)
    {
        var standing = Standing.Of(warehouse, submission).Tables;
        var (unit, several) = (Verdicts.AddresseeOf(submission, standing.Select(table => table.Table)), standing.Count > 1);
        return table => Of(submission, standing.Single(each => each.Table.TableId == table.TableId), several, unit, state, reason, by, now);
    }

    // Of several tables each has its number in the file's name, or the messages about them would overwrite one another.
    static Notice Of(Submission submission, AnsweredTable about, bool several, string? unit, TableState state, string? reason, string by, DateTime now) =>
        new($"{state}:{about.Table.TableId}:{now:yyyyMMddHHmmssfff}", state.ToString(), about.Table.District, unit, submission.SubmissionId,
            $"{Verdicts.Word(state)} {submission.Receipt} {(several ? $"第{about.Table.Number}张表 " : "")}{submission.FileName}", Body(new()
            {
                ["receipt"] = submission.Receipt, ["state"] = state.ToString(), ["form"] = about.Table.Form, ["org"] = about.Table.OrgUnit, ["period"] = about.Period?.ToString(),
                ["sheet"] = about.Table.Sheet, ["range"] = about.Table.Range, ["reason"] = reason, ["by"] = by,
                ["words"] = $"回执号：{submission.Receipt}\n文件名：{submission.FileName}\n{Which(about, several)}\n"
                    + $"{WhatHappened(state)}{(string.IsNullOrWhiteSpace(reason) ? "" : $"\n原因：{reason}")}\n办理人：{by}　办理时间：{ShanghaiTime.Print(now)}（北京时间）\n",
            }), now);

    static string Which(AnsweredTable about, bool several) =>
        (several ? $"表：第 {about.Table.Number} 张（{$"{about.Table.Sheet} {about.Table.Range}".Trim()}）\n" : "")
        + (about.FormName is { } form ? $"报表：{form}\n" : "") + (about.UnitName is { } unit ? $"填报单位：{unit}\n" : "")
        + (about.Period is { } period ? $"报告期：{period.InWords()}\n" : "");

    /// <summary>A sheet that still waited when a later one stated everything in it.</summary>
    public static Notice OfOvertaken(Submission submission, SubmissionTable table, string by, DateTime now) =>
        Of(submission, new(table, null, null, table.Period, []), table.Number > 1, Verdicts.AddresseeOf(submission, [table]), TableState.set_aside,
            "后来报送的表已经入库，这一份里的数都在其中", by, now);

    /// <summary>To a department whose figures of the district no longer agree with what its units have reported since.</summary>
    /// <param name="figures">Line by line: what it stated, and what the units add up to.</param>
    public static Notice OfSums(OrgUnit department, Form form, Period period, IReadOnlyList<(FormLine Line, decimal Stated, UnitSum Sum)> figures, DateTime now) =>
        new($"sum_differs:{form.Id}:{period}:{department.Code}:{now:yyyyMMddHHmmssfff}:{string.Join(',', figures.Select(figure => $"{figure.Line.Number}={Shown.Number(figure.Sum.Value)}"))}", "sum_differs", department.District, department.Code, null,
            $"与各单位之和不同 {form.Name} {period}", Body(new()
            {
                ["form"] = form.Id, ["period"] = period.ToString(),
                ["figures"] = new JsonArray([.. figures.Select(figure => (JsonNode)new JsonObject { ["line"] = figure.Line.Number, ["stated"] = figure.Stated, ["sum"] = figure.Sum.Value, ["units"] = figure.Sum.Units })]),
                ["words"] = $"《{form.Name}》{period.InWords()}已入库的全区数，与各单位现在所报之和不同：\n"
                    + string.Concat(figures.Select(figure => $"· {CheckedTable.NameOf(figure.Line)}：全区数 {Shown.Number(figure.Stated)}，{figure.Sum.Units} 个单位合计 {Shown.Number(figure.Sum.Value)}\n"))
                    + "请核对：本表有误的请更正重报；单位报错的请该单位更正；两边都无误的不用处理。\n",
            }), now);

    /// <summary>延期: the sheet is due later, which nobody had to ask to be opened for.</summary>
    public static Notice OfExtension(PeriodLock decision, string unit, string formName, Period period) =>
        new($"extended:{decision.Form}:{period}:{unit}:{decision.DecidedAt:yyyyMMddHHmmssfff}", "extended", decision.District, unit, null,
            $"已延期 {formName} {period}", Body(new()
            {
                ["form"] = decision.Form, ["period"] = period.ToString(), ["until"] = $"{decision.OpenUntil:yyyy-MM-dd}", ["reason"] = decision.Reason, ["by"] = decision.DecidedBy,
                ["words"] = $"《{formName}》{period.InWords()}的截止日延到 {decision.OpenUntil:yyyy年M月d日}（含当日），到这一天报来的都算按时。\n原因：{decision.Reason}\n办理人：{decision.DecidedBy}\n",
            }), decision.DecidedAt);

    public static Notice OfOpening(PeriodLock decision, string unit, string formName, Period period) =>
        new($"reopened:{decision.Form}:{period}:{unit}:{decision.DecidedAt:yyyyMMddHHmmssfff}", "reopened", decision.District, unit, null,
            $"已开放补报 {formName} {period}", Body(new()
            {
                ["form"] = decision.Form, ["period"] = period.ToString(), ["until"] = $"{decision.OpenUntil:yyyy-MM-dd}", ["reason"] = decision.Reason, ["by"] = decision.DecidedBy,
                ["words"] = $"《{formName}》{period.InWords()}已重新开放，请在 {decision.OpenUntil:yyyy年M月d日} 前（含当日）报送或更正。\n原因：{decision.Reason}\n办理人：{decision.DecidedBy}\n",
            }), decision.DecidedAt);

    /// <summary>For the district: the answer went out without its workbook, and why.</summary>
    public static Notice OfNotMarked(Notice verdict, Submission submission, Exception why) =>
        new($"not_marked:{verdict.NoticeKey}", "not_marked", verdict.District, verdict.OrgUnit, submission.SubmissionId, $"未能标记 {submission.Receipt} {submission.FileName}", Body(new()
        {
            ["receipt"] = submission.Receipt, ["error"] = why.ToString(),
            ["words"] = $"回执号：{submission.Receipt}\n文件名：{submission.FileName}\n答复已发，但没有附上标好问题的工作簿：{why.Message}\n请联系运维；修好以后可用 review marked 另取。\n",
        }), verdict.CreatedAt);

    static string WhatHappened(TableState state) => state switch
    {
        TableState.loaded => "区级审核同意，数据已入库。",
        TableState.returned => "区级审核后退回，数据没有入库。请按原因改好后重新报送整个文件。",
        TableState.withdrawn => "已按报送单位的要求撤回；已入库的数退回到上一份已入库的报表。",
        TableState.set_aside => "这份报表已搁置，不用再说明、也不再等待审核。其中有要更正的，请重新报送。",
        TableState.voided => "区级已作废这份报送；已入库的数退回到上一份已入库的报表。需要时请重新报送。",
        _ => $"{Verdicts.Word(state)}。",
    };

    internal static string Body(JsonObject body) => body.ToJsonString(Verdicts.Readable);
}
