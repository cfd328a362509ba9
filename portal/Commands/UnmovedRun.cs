using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;

namespace Reporting.Portal.Commands;

/// <summary>A correction under which nothing moves: said before it is frozen, for it would stand in the place of a run that it equals.</summary>
static class UnmovedRun
{
    /// <param name="corrected">The run to be corrected, as it is stored; null: nothing is.</param>
    /// <exception cref="MisuseException">Neither an input nor a result is another, and <c>--unchanged-ok</c> was not given.</exception>
    public static void Check(Request request, OpenWarehouse warehouse, AssessmentRun? corrected, YearInputs inputs, IReadOnlyList<CertifiedUnit> certified)
    {
        if (corrected is null || request.Has("--unchanged-ok")) return;
        var (stored, (_, before)) = (AskedRun.Stored(corrected, warehouse), RunReading.InputsOf(warehouse.Marts, warehouse.Definitions, corrected));
        if (RunFaults.Of(stored) is not null) return; // that what is kept was altered is what has moved
        var moved = RunDiff.Of(new(before.EvidenceOfItsTime(), [], stored.Manifest?.Certified ?? [], new(stored.Standings, stored.Boards)), new(inputs.EvidenceOfItsTime(), [], certified, inputs.Judged()));
        if (moved.IsEmpty)
            throw new MisuseException($"与考核 {corrected.Run} 号相比，输入、评价、得分都没有变，另立一次没有差别；没有冻结。确要另立，加 --unchanged-ok。",
                $"Against run {corrected.Run} neither inputs nor evaluations nor scores have moved; nothing was frozen. If it is meant, give --unchanged-ok.");
    }
}
