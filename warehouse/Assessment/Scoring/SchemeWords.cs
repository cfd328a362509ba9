using Reporting.Warehouse.Reference;
using static Reporting.Warehouse.Assessment.Scoring.Quantity;

namespace Reporting.Warehouse.Assessment.Scoring;

/// <summary>A scheme's rules in the words of a published 考核办法.</summary>
public static class SchemeWords
{
    public static string Of(SchemeRule rule) => rule.Method switch
    {
        ScoringMethod.linear => $"按完成率计分，得分 = 权重 × 完成率，{(rule.Cap is null or 1 ? "超额不加分" : $"超额加分，最多按 {Percent(rule.Cap.Value)}")}{Least(rule)}",
        ScoringMethod.banded => $"分档计分：{string.Join("，", rule.Bands!.Select(band => $"{Plain(band.From)}% 及以上得 {Plain(band.Points)} 分"))}，不到 {Plain(rule.Bands![^1].From)}% 不得分",
        ScoringMethod.interpolated => $"插值计分：{string.Join("，", rule.Bands!.Reverse().Select(band => $"完成 {Plain(band.From)}% 得 {Plain(band.Points)} 分"))}，其间按比例，低于最低点不得分，高于最高点不再加",
        ScoringMethod.stepped => $"达标得满分，每低 {Plain(rule.Step!.Value)} 个百分点扣 {Plain(rule.Each!.Value)} 分（不足一档不扣）{Least(rule)}",
        ScoringMethod.all_or_nothing => "达标得满分，未达标不得分",
        ScoringMethod.count_down => $"每发生一次扣 {Plain(rule.Each!.Value)} 分{(rule.Least > 0 ? Least(rule) : "，扣完为止")}",
        ScoringMethod.bonus => $"加分：完成率每超 {Plain(rule.Step!.Value)} 个百分点加 {Plain(rule.Each!.Value)} 分，最多加 {Plain(rule.Most!.Value)} 分",
        ScoringMethod.deduction => $"扣分：每次扣 {Plain(rule.Each!.Value)} 分，最多扣 {Plain(rule.Most!.Value)} 分",
        _ => "一票否决：发生一起即定为最后一等，排在其他单位之后",
    } + (rule.Target is { } target ? $"；未另下目标的单位按 {Plain(target)} 计" : "");

    /// <summary>What the rule looks at.</summary>
    public static string Asked(SchemeRule rule) => rule switch
    {
        { Duties: true } => "牵头和配合的各项承诺，按责任主体占比平均",
        { Conduct: ConductMeasure.timely } => "按时报送率",
        { Conduct: ConductMeasure.late } => "迟报份数",
        { Conduct: ConductMeasure.missing } => "未报份数",
        { Conduct: ConductMeasure.returned } => "被退回份数",
        { Conduct: ConductMeasure.corrected_after_lock } => "锁定后更正份数",
        { Conduct: ConductMeasure.unfinished } => "逾期未办结的督办件数",
        _ => rule.Commitment ?? "",
    };

    public static string Of(MissingPolicy policy) => policy switch
    {
        MissingPolicy.zero => "数不全、不能判定的项目按 0 分计",
        MissingPolicy.reweight => "数不全、不能判定的项目暂不计入权重，其余项目折算",
        _ => "数不全、不能判定的，总分待定，数齐后再计",
    };

    public static string Of(GradeBand grade, QuotaRounding rounding) => $"{grade.Name}：{Plain(grade.From)} 分及以上"
        + (grade.Quota is { } quota ? $"，且不超过本组单位数的 {Percent(quota)}（{rounding switch { QuotaRounding.down => "舍去小数", QuotaRounding.up => "进一取整", _ => "四舍五入取整" }}，并列而名额不足的都顺延下一等）" : "");

    /// <summary>How the points become a score, a rank and a grade: a sentence each.</summary>
    public static IEnumerable<string> Rules(Scheme scheme) =>
    [
        $"每项得分四舍五入到 {scheme.Decimals} 位小数，总分为各项之和；不适用的项目不计入权重，其余项目折算成 100 分；总分最低 0 分，最高 {Plain(scheme.Most ?? scheme.Rules.Sum(rule => rule.Highest))} 分。",
        $"{Of(scheme.Missing)}；个别项目另有规定的从其规定。年中按序时折算：完成率 ÷ 序时进度。",
        .. scheme.Responsibility is { } shares ? [$"责任主体：牵头部门占 {Plain(shares.Lead)}，配合部门占 {Plain(shares.Support)}；力争类、方向类和未到期的承诺不计分。"] : Array.Empty<string>(),
        "名次在同组内排列，同分同名次，其后名次空出；一票否决的排在其他单位之后，定为最后一等。",
        $"等次：{string.Join("；", scheme.Grades.Select(grade => Of(grade, scheme.QuotaRounding)))}。",
    ];

    static string Least(SchemeRule rule) => rule.Least > 0 ? $"，最低 {Plain(rule.Least.Value)} 分" : "";
}
