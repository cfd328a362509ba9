using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Plans and commitments as verbs name them, and their evaluations.</summary>
static class AskedPlan
{
    public static readonly Parameter CommitmentNamed = new("COMMITMENT", ParameterKind.Text, "承诺编号", "commitment id") { Required = true };
    public static readonly Parameter YearOption = new("--year", ParameterKind.Text, "年份；不写按整个规划期", "year; the whole plan where none is given") { Shape = "YYYY" };
    public static readonly Parameter OrgOption = new("--org", ParameterKind.Text, "单位代码或名称；不写为全区", "org unit code or name; the district where none is given") { Shape = "CODE" };
    public static readonly Parameter ThroughOption = new("--through", ParameterKind.Text, "截至月份；不写取最近有数的一月", "last month that counts; the latest with data where none is given") { Shape = "MONTH" };

    /// <param name="catalog">As of the load asked about.</param>
    /// <param name="today">As of now: tells a plan that had not been issued then from one that there is not.</param>
    public static Plan Plan(string given, Catalog catalog, Catalog today) => catalog.Plans.FirstOrDefault(plan => plan.Id == given || plan.Name == given)
        ?? throw (today.Plans.FirstOrDefault(plan => plan.Id == given || plan.Name == given) is { } later ? NotYet(later)
            : Asked.Unknown("规划", "plan", given, today.Plans.Select(plan => plan.Id)));

    /// <inheritdoc cref="Plan"/>
    public static (Plan Plan, Commitment Commitment) Commitment(string given, Catalog catalog, Catalog today) => Find(given, catalog)
        ?? throw (Find(given, today) is { } later ? NotYet(later.Plan)
            : Asked.Unknown("承诺", "commitment", given, today.Plans.SelectMany(plan => plan.Commitments).Select(commitment => commitment.Id)));

    static (Plan Plan, Commitment Commitment)? Find(string given, Catalog catalog) => catalog.Plans
        .SelectMany(plan => plan.Commitments.Select(commitment => (plan, commitment))).FirstOrDefault(known => known.commitment.Id == given) is { commitment: not null } found ? found : null;

    public static MisuseException NotYet(Plan plan) => new(
        $"{plan.Name}是 {plan.Issued:yyyy-MM-dd} 印发的，--as-of 所指的时点系统里还没有它。", $"The plan {plan.Id} was issued on {plan.Issued:yyyy-MM-dd}; as of the time asked it was not known.");

    /// <summary>The evaluations of a plan's commitments, as of a load.</summary>
    /// <param name="year">Null: the whole plan.</param>
    public static IReadOnlyList<Evaluation> Evaluations(Request request, OpenWarehouse warehouse, Catalog catalog, Plan plan, Commitment? only, int? year, Load asOf)
    {
        var marts = warehouse.Marts;
        if (year is { } one && (one < plan.FirstYear || one > plan.LastYear))
            throw new MisuseException($"{plan.Name}是 {plan.FirstYear}—{plan.LastYear} 年的，没有 {one} 年。", $"The plan {plan.Id} covers {plan.FirstYear} to {plan.LastYear}, not {one}.");
        var unit = Asked.Unit(request, catalog, plan.District)?.Code ?? plan.District;
        var judgedYear = year ?? AssessmentReading.OfPlan(marts, plan, null, asOf).Year;
        var through = AskedReach.Through(request, marts, plan.District, judgedYear, asOf);
        var horizon = year is { } given ? AssessmentReading.OfYear(marts, plan.District, given, through, asOf) : AssessmentReading.OfPlan(marts, plan, through, asOf);
        var evidence = AssessmentReading.Evidence(marts, catalog, plan, unit, asOf.LoadId);
        return only is null ? Assessor.Evaluate(plan, evidence, horizon, year) : Assessor.Evaluate(plan, only, evidence, horizon, year);
    }
}
