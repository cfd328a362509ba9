using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Reviewing;

/// <summary>中期 or 期末评估 of a plan: what was promised beside what came of it, in the plan's own order of fields.</summary>
/// <param name="Through">Last month that counts, as 2023-06.</param>
/// <param name="IsOver">Whether the plan's last month is in.</param>
public sealed record PlanReview(Plan Plan, bool IsMid, string Through, bool IsOver, IReadOnlyList<ReviewLine> Lines)
{
    public string Title => IsMid ? "中期评估" : IsOver ? "期末评估" : "实施情况评估";

    /// <summary>What is judged; facts are told apart, for nobody promised them.</summary>
    public IReadOnlyList<ReviewLine> Promises => [.. Lines.Where(line => !line.IsFact)];
    public IReadOnlyList<ReviewLine> Facts => [.. Lines.Where(line => line.IsFact)];

    /// <summary>共 9 项：预期性 8、力争 1；完成 7、待定 2. A promise with two numbers is judged by each and counted once.</summary>
    public string Summary
    {
        get
        {
            var promises = Promises.GroupBy(line => line.Judged.Id).Select(same => same.First()).ToList();
            var twice = Promises.Count - promises.Count;
            return $"共 {promises.Count} 项：{string.Join('、', promises.GroupBy(line => line.Strength).Select(same => $"{same.Key} {same.Count()}"))}；"
                + string.Join('、', Promises.GroupBy(line => line.Judged.State).OrderBy(same => same.Key).Select(same => $"{same.Key.InWords()} {same.Count()}"))
                + (twice > 0 ? "（有几版目标、原文没有写从哪一年起的，每版各评一次）" : "");
        }
    }
}

/// <summary>One version of one commitment: 类型, 指标名称, 单位, 目标, 完成情况, and the verdict.</summary>
/// <param name="Strength">约束性, 预期性 or 力争.</param>
/// <param name="Years">Each year by itself. Never to be read off <paramref name="Whole"/>, nor the other way round.</param>
/// <param name="YearUnit">Of the years' figures: of a growth they are levels, in the level's unit.</param>
/// <param name="Whole">All years together: a sum of flows, or Σ ÷ Σ of a rate of flows; null for what does not add up.</param>
/// <param name="Note">What the document says came of it, and whether that comes out here; null where it says nothing.</param>
public sealed record ReviewLine(
    string Category, string Name, string Unit, string Strength, string Target, string Result, IReadOnlyList<ReviewYear> Years, string YearUnit,
    ReviewWhole? Whole, string? Note, Evaluation Judged)
{
    public bool IsFact => Judged.Kind == "fact";

    /// <summary>The year whose figure the verdict and the attainment are of; null where they are of the plan.</summary>
    public YearOutcome? JudgedYear => Judged.Years.FirstOrDefault(year => year.Value == Judged.Value && year.Target == Judged.Target && year.Value is not null);
}

/// <param name="Months">1 to 12: up to where the year counts.</param>
/// <param name="Words">Why there is no value; empty where there is one.</param>
/// <param name="Lacks">What is missing from the value: 缺 1 家; null where nothing is.</param>
public sealed record ReviewYear(int Year, int Months, decimal? Value, Bound Bound, string Words, string? Lacks);

/// <param name="Numerator">Of a rate: Σ above and below the line.</param>
/// <param name="Lacks">缺 2 年; null where nothing is missing.</param>
public sealed record ReviewWhole(string Period, decimal Value, Bound Bound, decimal? Numerator, decimal? Denominator, string? Lacks);
