namespace Reporting.Reports.Feedback;

/// <summary>What became of a sheet, as its sender is told.</summary>
static class StatusWords
{
    public static string Of(string state) => state switch
    {
        "reported" => "已入库",
        "nil" => "零报告",
        "partly" => "还有部分未报",
        "returned" => "已退回，待重报",
        "unclear" => "内容不明，待答复",
        "awaiting_explanation" => "待说明原因",
        "awaiting_review" => "待区级审核",
        "withdrawn" => "已撤回，未重报",
        "voided" => "已作废，未重报",
        "missing" => "未报",
        "not_due" => "未到截止日",
        _ => "未能入库，由区级处理",
    };
}
