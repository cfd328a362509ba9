namespace Reporting.Warehouse.Reference;

/// <summary>The kinds of commitments that a plan may name, each with the words that every page and workbook shows for it.</summary>
public static class CommitmentKinds
{
    static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["annual_total"] = "年度累计",
        ["plan_total"] = "规划期累计",
        ["kept_level"] = "动态保持",
        ["level_by_end"] = "期末达到",
        ["ratio"] = "比率",
        ["ceiling"] = "控制上限",
        ["yearly_reduction"] = "逐年下降",
        ["growth_on_base"] = "较基期增长",
        ["benchmark"] = "对标比较",
        ["zero_events"] = "零发生",
        ["range"] = "区间",
        ["of_which"] = "其中项",
        ["case_deadline"] = "按期办结",
        ["milestone"] = "节点任务",
        ["full_coverage"] = "全覆盖",
        ["direction"] = "方向要求",
        ["fact"] = "事实",
    };

    /// <summary>In the order in which they are documented.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Words.Keys];

    public static string InWords(string kind) => Words.GetValueOrDefault(kind, kind);

    /// <param name="strength">Null: expected.</param>
    public static string StrengthInWords(string? strength) => strength switch { "binding" => "约束性", "aspirational" => "力争", _ => "预期性" };
}
