using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Scoring;

/// <summary>Who is scored, with what there is about it.</summary>
sealed record Subject(Scheme Scheme, OrgUnit Unit, IReadOnlyList<Evaluation> Evaluations, Conduct Conduct, IReadOnlyList<Commitment> Commitments, IReadOnlySet<OwedFigure> Unreported)
{
    /// <summary>Of several versions whose years the text does not tell, the last: the number as adjusted.</summary>
    public Evaluation? Evaluation(string commitment) => Evaluations.LastOrDefault(one => one.Id == commitment);

    public Commitment? Commitment(string id) => Commitments.FirstOrDefault(one => one.Id == id);

    /// <summary>Nothing stands of it because the unit has not said what it owes.</summary>
    public bool Owes(string? commitment) => commitment is not null && Commitment(commitment)?.Indicator is { } indicator && Unreported.Contains(new(Unit.Measures, indicator));
}

/// <summary>One rule applied to one unit.</summary>
static class RuleScoring
{
    public static ScoredRule Of(Subject subject, SchemeRule rule)
    {
        if (rule.Duties == true) return Duties.Of(subject, rule);
        var one = rule.Commitment is { } commitment ? subject.Evaluation(commitment) : null;
        var quantity = rule switch
        {
            { Conduct: ConductMeasure.timely } => Timely(subject.Conduct),
            { Conduct: { } measure } => Quantity.Cases(subject.Conduct.Count(measure), $"{InWords(measure)} {subject.Conduct.Count(measure)} 次"),
            _ when one is null && (rule.Target is not null || rule.Method == ScoringMethod.veto) && subject.Owes(rule.Commitment) => Quantity.Unknown("应报未报"),
            { Method: ScoringMethod.count_down or ScoringMethod.deduction or ScoringMethod.veto } => Completions.CasesOf(one),
            _ => Completions.Of(one, rule.Target, one is null ? null : subject.Commitment(one.Id)),
        };
        return Scored(subject.Scheme, rule, quantity) with { Target = one?.Target ?? rule.Target, Value = one?.Value, Unit = one?.Unit };
    }

    static ScoredRule Scored(Scheme scheme, SchemeRule rule, Quantity quantity)
    {
        if (quantity.Lack != Lack.none) return Lacking(scheme, rule, quantity);
        var (exact, words) = Points.Of(rule, quantity);
        var points = Figures.Round(exact, scheme.Decimals);
        return Blank(rule) with
        {
            Score = rule.Method == ScoringMethod.veto ? null : points,
            Counted = rule.Weight,
            IsVeto = rule.Method == ScoringMethod.veto && quantity.Value > 0,
            Words = rule.Method switch
            {
                ScoringMethod.veto => $"{quantity.Words}：{words}",
                ScoringMethod.deduction when points == 0 => $"{quantity.Words}，不扣分",
                _ => $"{quantity.Words}；{Kind(rule)} = {words} = {Quantity.Plain(Math.Abs(points))}",
            },
        };
    }

    /// <summary>The rule cannot be worked out: what it gives then.</summary>
    public static ScoredRule Lacking(Scheme scheme, SchemeRule rule, Quantity quantity)
    {
        var blank = Blank(rule);
        if (quantity.Lack == Lack.not_here) return blank with { Words = $"{quantity.Words}：{(rule.IsWeighted ? "不适用，不计入权重" : "不适用")}" };
        return (rule.Missing ?? scheme.Missing, rule.IsWeighted) switch
        {
            (MissingPolicy.hold, _) when rule.Method is not (ScoringMethod.bonus or ScoringMethod.deduction) => blank with { IsHeld = true, Words = $"{quantity.Words}：待定，数齐后再计" },
            (MissingPolicy.zero, true) => blank with { Score = 0, Counted = rule.Weight, Words = $"{quantity.Words}：按 0 分计" },
            (_, true) => blank with { Words = $"{quantity.Words}：暂不计入权重" },
            _ => blank with { Words = $"{quantity.Words}：暂不计" },
        };
    }

    public static ScoredRule Blank(SchemeRule rule) => new(rule.Id, rule.Name, rule.Weight, null, "", rule.Commitment) { Method = rule.Method, Practice = rule.Practice };

    static string Kind(SchemeRule rule) => rule.Method switch { ScoringMethod.bonus => "加分", ScoringMethod.deduction => "扣分", _ => "得分" };

    static Quantity Timely(Conduct conduct) => conduct.Owed == 0 ? Quantity.NotHere("没有应报的报表")
        : Quantity.Completion((decimal)conduct.OnTime / conduct.Owed, percent => $"按时 {conduct.OnTime} 份 ÷ 应报 {conduct.Owed} 份 = {percent}（迟报 {conduct.Late}，未报 {conduct.Missing}）");

    static string InWords(ConductMeasure measure) => measure switch
    {
        ConductMeasure.late => "迟报",
        ConductMeasure.missing => "未报",
        ConductMeasure.returned => "被退回",
        ConductMeasure.corrected_after_lock => "锁定后更正",
        _ => "督办逾期未办结",
    };
}
