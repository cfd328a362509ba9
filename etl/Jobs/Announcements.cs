using System.Text.Json.Nodes;
using Reporting.Warehouse;

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
        TableState.voided => "区级已作废这份报送；已入库的数退回到上一份已入库的报表。需要时请重新报送。",
        _ => $"{Verdicts.Word(state)}。",
    };

    static string Body(JsonObject body) => body.ToJsonString(Verdicts.Readable);
}
