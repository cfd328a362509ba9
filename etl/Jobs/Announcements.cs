using System.Text.Json.Nodes;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>Messages to a sender about what people decided on a sheet after its verdict.</summary>
public static class Announcements
{
    public static Notice Of(Submission submission, SubmissionTable table, TableState state, string? reason, string by, DateTime now) =>
        new($"{state}:{table.TableId}:{now:yyyyMMddHHmmssfff}", state.ToString(), table.District, table.OrgUnit, submission.SubmissionId,
            $"{Verdicts.Word(state)} {submission.Receipt} {submission.FileName}", Body(new()
            {
                ["receipt"] = submission.Receipt, ["state"] = state.ToString(), ["reason"] = reason, ["by"] = by,
                ["words"] = $"回执号：{submission.Receipt}\n文件名：{submission.FileName}\n{(table.Period is { } period ? $"报告期：{period.InWords()}\n" : "")}\n"
                    + $"{WhatHappened(state)}{(string.IsNullOrWhiteSpace(reason) ? "" : $"\n原因：{reason}")}\n办理人：{by}　办理时间：{ShanghaiTime.Print(now)}（北京时间）\n",
            }), now);

    public static Notice OfOvertaken(Submission submission, SubmissionTable table, string by, DateTime now) =>
        Of(submission, table, TableState.set_aside, "后来报送的表已经入库，这一份里的数都在其中", by, now);

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

    public static Notice OfOpening(PeriodLock decision, string formName, Period period) =>
        new($"reopened:{decision.Form}:{period}:{decision.OrgUnit}:{decision.DecidedAt:yyyyMMddHHmmssfff}", "reopened", decision.District, decision.OrgUnit, null,
            $"已开放补报 {formName} {period}", Body(new()
            {
                ["form"] = decision.Form, ["period"] = period.ToString(), ["until"] = $"{decision.OpenUntil:yyyy-MM-dd}", ["reason"] = decision.Reason, ["by"] = decision.DecidedBy,
                ["words"] = $"《{formName}》{period.InWords()}已重新开放，请在 {decision.OpenUntil:yyyy年M月d日} 前（含当日）报送或更正。\n原因：{decision.Reason}\n办理人：{decision.DecidedBy}\n",
            }), decision.DecidedAt);

    static string WhatHappened(TableState state) => state switch
    {
        TableState.loaded => "区级审核同意，数据已入库，不需要再做什么。",
        TableState.returned => "区级审核后退回，数据没有入库。请按原因改好后重新报送整个文件。",
        TableState.withdrawn => "已按报送单位的要求撤回；已入库的数退回到上一份已入库的报表。",
        TableState.set_aside => "这份报表已搁置，不用再说明、也不再等待审核。其中有要更正的，请重新报送。",
        TableState.voided => "区级已作废这份报送；已入库的数退回到上一份已入库的报表。需要时请重新报送。",
        _ => $"{Verdicts.Word(state)}。",
    };

    static string Body(JsonObject body) => body.ToJsonString(Verdicts.Readable);
}
