using System.Globalization;

namespace Reporting.Warehouse.Assessment;

/// <summary>Numbers and signs as explanations show them.</summary>
static class Shown
{
    public static string Number(decimal? value) => value?.ToString("#,##0.####", CultureInfo.InvariantCulture) ?? "—";

    public static string Percent(decimal? fraction) => fraction is { } some ? $"{Number(Figures.Round(some * 100, 2))}%" : "—";

    public static string Bounded(decimal? value, Bound bound) => value is null ? "—" : bound switch
    {
        Bound.at_least => $"{Number(value)}以上",
        Bound.at_most => $"{Number(value)}以下",
        Bound.about => $"约{Number(value)}",
        _ => Number(value),
    };

    public static string Sign(string comparator) => comparator switch { ">=" => "≥", "<=" => "≤", ">" => ">", "<" => "<", "between" => "介于", _ => "=" };

    public static string Verdict(Verdict verdict) => verdict switch
    {
        Assessment.Verdict.holds => "成立",
        Assessment.Verdict.fails => "不成立",
        _ => "不能判定",
    };

    public static string Kind(string kind) => kind switch
    {
        "annual_total" => "年度累计",
        "plan_total" => "规划期累计",
        "kept_level" => "动态保持",
        "level_by_end" => "期末达到",
        "ratio" => "比率",
        "ceiling" => "控制数",
        "yearly_reduction" => "逐年降低",
        "growth_on_base" => "比基数增长",
        "benchmark" => "与参照比较",
        "zero_events" => "零发生",
        "range" => "区间",
        "of_which" => "其中",
        "case_deadline" => "个案限期",
        "milestone" => "任务节点",
        "full_coverage" => "全覆盖",
        "direction" => "方向",
        _ => "事实",
    };
}
