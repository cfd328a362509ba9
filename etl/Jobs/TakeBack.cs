using System.Text.Json.Nodes;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>Takes back what was loaded: 撤回 by the sender, 作废 by the district.</summary>
public static class TakeBack
{
    /// <summary>Takes back every loaded table of a submission, all or none; values fall back to the last accepted sheet that states them.</summary>
    /// <returns>The tables taken back; none where nothing of it was loaded.</returns>
    public static IReadOnlyList<SubmissionTable> Run(OpenWarehouse warehouse, Submission submission, TableState to, string reason, string by, DateTime now) =>
        warehouse.Loading.TakeBack(submission.SubmissionId, to, reason, by, table => Announced(submission, table, to, reason, by, now), now);

    static Notice Announced(Submission submission, SubmissionTable table, TableState to, string reason, string by, DateTime now) => new(
        $"{to}:{table.TableId}", to.ToString(), table.District, table.OrgUnit, submission.SubmissionId,
        $"{Verdicts.Word(to)} {submission.Receipt} {submission.FileName}",
        new JsonObject { ["receipt"] = submission.Receipt, ["state"] = to.ToString(), ["reason"] = reason, ["by"] = by }.ToJsonString(), now);
}
