using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>下达 locks the units' targets of a commitment and year: what changes them afterwards is a revision, and says so.</summary>
static class TargetLock
{
    public static readonly Parameter Revise = new("--revise", ParameterKind.Flag, "已下达的目标要调整：另立一版，原目标留着", "a revision of what was issued: a further version, the issued one stays");

    /// <exception cref="MisuseException">A year from–to was issued and <c>--revise</c> was not given, or it was given and nothing was issued.</exception>
    public static void Check(Request request, OpenWarehouse warehouse, Plan plan, Commitment commitment, int from, int to)
    {
        var issues = warehouse.Marts.TargetIssues(warehouse.Marts.LastLoad()!.LoadId, plan.Id);
        var issued = Enumerable.Range(from, to - from + 1).Select(year => TargetIssue.Of(issues, commitment.Id, year, commitment.Kind == "plan_total")).OfType<TargetIssue>().FirstOrDefault();
        if (issued is not null && !request.Has("--revise"))
            throw new MisuseException($"{commitment.Id} {issued.Year} 年各单位的目标已由“{issued.Document}”下达（批次 {issued.KnownFromLoad}）；要调整用 --revise，并写明依据文件。",
                $"The units' targets of {commitment.Id} in {issued.Year} were issued by '{issued.Document}' (load {issued.KnownFromLoad}); revise them with --revise and a document.");
        if (issued is null && request.Has("--revise"))
            throw new MisuseException($"{commitment.Id} 这一年还没有下达，不用 --revise。", $"Nothing was issued for {commitment.Id} in that year; leave out --revise.");
    }
}
