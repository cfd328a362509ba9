using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Reports.Filings;

/// <summary>尚欠: what is past its day and not in, since when, and what it waits for.</summary>
static class OwedTable
{
    public static Table Of(FilingsFacts facts) => new(
        [new("序号", Alignment.center), new("单位"), new("报表"), new("报告期", Alignment.center), new("截止日", Alignment.center), new("逾期天数", Alignment.right), new("现状", Span: 2)],
        [.. facts.Owed.Select((status, index) => new Row(
        [
            $"{index + 1}", facts.NameOf(status.OrgUnit), facts.FormName(status.Form, status.PeriodStart), facts.PeriodOf(status.Form, status.PeriodStart), $"{status.DueDate:yyyy-MM-dd}",
            new Number(facts.DaysOverdue(status)), State(status) + (status.FirstReceivedAt is { } first ? $"（{ShanghaiTime.DateOf(first):yyyy-MM-dd}首次收到）" : ""),
        ]))], WhenEmpty: "没有欠报：到期的报表都已入库", Dense: true);

    public static string State(UnitPeriodStatus status) => status.State switch
    {
        "reported" or "nil" => "已入库",
        "partly" => "部分未到",
        "returned" => "退回待重报",
        "unclear" => "待答复",
        "awaiting_explanation" => "待说明原因",
        "awaiting_review" => "待区级审核",
        "withdrawn" => "已撤回",
        "voided" => "已作废",
        "missing" => "过期未报",
        "not_due" => "未到截止日",
        _ => "未能入库",
    };
}
