using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;

namespace Reporting.Portal.Commands;

/// <summary>What a run is frozen upon beside the figures: who vouches for them, and which run it takes the place of.</summary>
/// <param name="Corrected">Null for the first of a district, year and month.</param>
sealed record FreezeBasis(IReadOnlyList<CertifiedUnit> Certified, AssessmentRun? Corrected)
{
    /// <summary>Somebody has not certified; nobody to certify is nobody who vouches.</summary>
    public bool IsOpen => Certified.Count == 0 || CertifiedUnit.Open(Certified) > 0;

    /// <param name="known">The last load whose certifications count.</param>
    /// <exception cref="MisuseException">The year was frozen before, and this is not said to correct the last run of it.</exception>
    public static FreezeBasis Of(Request request, OpenWarehouse warehouse, YearInputs inputs, Load asOf, long known) => new(
        RunReading.Certified(warehouse.Marts, warehouse.Definitions, inputs.District, inputs.Horizon, asOf, known), Last(request, warehouse, inputs));

    /// <exception cref="MisuseException">Not all have certified, or no reason is given where one is needed.</exception>
    public void Check(Request request)
    {
        if (IsOpen && !request.Has("--uncertified-ok"))
            throw new MisuseException("冻结时有单位刚撤回了认证；没有冻结。用 assess certified 查看。", "While this was worked out a unit took its certification back; nothing was frozen. See assess certified.");
        if (IsOpen || Corrected is not null) _ = Deciding.Reason(request);
    }

    // What is frozen stays; what takes its place says so.
    static AssessmentRun? Last(Request request, OpenWarehouse warehouse, YearInputs inputs)
    {
        var last = warehouse.Marts.AssessmentRuns(inputs.District, long.MaxValue - 1).LastOrDefault(run => run.Year == inputs.Year && run.Through == inputs.Through);
        if (request["--corrects"] is null)
            return last is null ? null : throw new MisuseException($"{inputs.Year} 年截至 {inputs.Through} 已有考核 {last.Run} 号；更正或申诉后另立一次，用 --corrects {last.Run} 并写明原因。",
                $"{inputs.Year} through {inputs.Through} was frozen as run {last.Run}; after a correction or an appeal freeze a new one with --corrects {last.Run} and the reason.");
        var named = AskedRun.Of(request, "--corrects", warehouse);
        if (named == last) return named;
        throw new MisuseException(last is null || (named.District, named.Year, named.Through) != (last.District, last.Year, last.Through)
                ? $"考核 {named.Run} 号是 {named.District} {named.Year} 年截至 {named.Through} 的，不是这一次要更正的。" : $"考核 {named.Run} 号已有更正，最后一次是 {last.Run} 号；用 --corrects {last.Run}。",
            $"Run {named.Run} is not the last run of this district, year and month{(last is null ? "" : $"; that is {last.Run}")}.");
    }
}
