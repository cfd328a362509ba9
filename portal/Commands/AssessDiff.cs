using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;

namespace Reporting.Portal.Commands;

/// <summary>From one frozen run to another: which inputs moved, and which evaluations, scores and ranks followed.</summary>
static class AssessDiff
{
    public static Verb Verb { get; } = new("assess diff", "两次冻结的考核差在哪里：哪些输入变了，哪些评价、得分、名次跟着变", "what moved from one frozen run to another, and what followed")
    {
        Parameters = [AskedRun.Numbered("RUN1"), AskedRun.Numbered("RUN2")],
        Run = Run,
        IsHeavy = true,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var (before, after) = (AskedRun.Of(request, "RUN1", warehouse), AskedRun.Of(request, "RUN2", warehouse));
        if ((before.District, before.Year) != (after.District, after.Year))
            throw new MisuseException($"考核 {before.Run} 号是 {before.District} {before.Year} 年的，{after.Run} 号是 {after.District} {after.Year} 年的，不能比。",
                $"Run {before.Run} is of {before.District} {before.Year}, run {after.Run} of {after.District} {after.Year}: they cannot be compared.");
        var diff = Between(warehouse, before, after);
        if (request.Json) return Answer.Document(new { before = AssessRuns.Printed(before), after = AssessRuns.Printed(after), diff });
        var catalog = warehouse.Definitions.AsOf(after.AsOfLoad);
        return Answer.Done(string.Join('\n', [AssessRuns.Heading(before, catalog), AssessRuns.Heading(after, catalog), .. RunDiffText.Lines(diff, catalog, $"考核 {before.Run} 号 → {after.Run} 号")]));
    }

    /// <exception cref="FailureException">What is stored of one of them is not what was sealed.</exception>
    public static RunDiff Between(OpenWarehouse warehouse, AssessmentRun before, AssessmentRun after) => RunDiff.Of(Side(warehouse, before), Side(warehouse, after));

    // Inputs are kept by reference: read again as of the run's load. Results are what was stored.
    static RunSide Side(OpenWarehouse warehouse, AssessmentRun run)
    {
        var (stored, (_, inputs)) = (AskedRun.Sealed(run, warehouse), RunReading.InputsOf(warehouse.Marts, warehouse.Definitions, run));
        return new(inputs.EvidenceOfItsTime(), stored.Manifest!.Definitions, stored.Manifest.Certified, new(stored.Standings, stored.Boards));
    }
}
