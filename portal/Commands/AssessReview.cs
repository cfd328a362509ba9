using Reporting.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Reviewing;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>规划评估: a whole plan's promises beside what came of them, half-way or at its end; as text, JSON or the workbook that is handed round.</summary>
static class AssessReview
{
    /// <summary>Options that ask for less than a whole plan of a whole district.</summary>
    static readonly string[] Apart = ["--year", "--org", "--scheme"];

    public static Answer Run(Request request, Office office, Catalog catalog, Load asOf)
    {
        var warehouse = office.Warehouse;
        var plan = Plan(request, catalog, warehouse.Definitions.Current);
        var (evidence, horizon) = (AssessmentReading.Evidence(warehouse.Marts, catalog, plan, plan.District, asOf.LoadId), Horizon(request, warehouse, plan, asOf));
        var review = PlanReviewer.Of(plan, evidence, horizon, request.Has("--mid"));
        var answer = request.Json ? Answer.Document(Printed(review, asOf)) : Answer.Done(ReviewText.Of(review));
        if (request["--out"] is not { } path) return answer;
        var ask = new ReportAsk(warehouse, plan.District, Period.Year(horizon.Year), asOf, Stamp: null, office.IsDemo);
        var bytes = PlanReviewReport.Render(PlanReviewReading.Of(ask, review));
        return answer with { Files = [new(path, bytes) { Name = $"{plan.Name}{review.Title}.xlsx" }] };
    }

    static Plan Plan(Request request, Catalog catalog, Catalog today)
    {
        if (Apart.FirstOrDefault(option => request[option] is not null) is { } option)
            throw new MisuseException($"规划评估看的是全区、整个规划期，{option} 不能和 --review 一起用。", $"A review is of the district and the whole plan; {option} and --review do not go together.");
        if (request["--through"] is not null && request.Has("--mid")) throw new MisuseException("--mid 看到规划期过半的那个月，不能再用 --through。", "--mid reaches to the middle of the plan; --through does not go with it.");
        if (request["--plan"] is { } named) return AskedPlan.Plan(named, catalog, today);
        throw new MisuseException($"用 --plan 指明评估哪个规划：{string.Join('、', catalog.Plans.Select(plan => $"{plan.Id}（{plan.Name}）"))}。",
            $"Name the plan with --plan: {string.Join(", ", catalog.Plans.Select(plan => plan.Id))}.");
    }

    static Horizon Horizon(Request request, OpenWarehouse warehouse, Plan plan, Load asOf)
    {
        var latest = AssessmentReading.OfPlan(warehouse.Marts, plan, null, asOf);
        if (request["--through"] is not null) return AssessmentReading.OfPlan(warehouse.Marts, plan, Asked.Through(request, latest.Year, null), asOf);
        return request.Has("--mid") ? PlanReviewer.MidOf(plan, latest) : latest;
    }

    static object Printed(PlanReview review, Load asOf) => new
    {
        Plan = review.Plan.Id, review.Plan.Name, review.Plan.District, review.Plan.FirstYear, review.Plan.LastYear, Mid = review.IsMid, review.Through, Over = review.IsOver, AsOf = asOf.LoadId,
        Lines = review.Lines.Select(line => new
        {
            line.Category, line.Judged.Id, line.Name, line.Judged.Version, line.Judged.Kind, line.Unit, Strength = line.Judged.Strength, StrengthWords = line.Strength, line.Target, line.Result,
            line.Judged.Value, TargetValue = line.Judged.Target, line.Judged.Attainment, line.Judged.Pace, line.Judged.State, StateWords = line.Judged.Words, line.YearUnit,
            Years = line.Years, line.Whole, line.Note, line.Judged.Reproduced,
        }),
    };
}
