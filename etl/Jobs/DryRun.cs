using System.Security.Cryptography;
using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>The verdict a file would get now; nothing is kept or written.</summary>
public static class DryRun
{
    public static AnswerContent Of(OpenWarehouse warehouse, byte[] bytes, string name, Answers? named, ReadLimits limits, DateTime now)
    {
        var catalog = warehouse.Definitions.Current;
        var submission = new Submission(0, "（试核，未收件）", name, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.LongLength, "dry-run", null, "", "", now);
        var read = SettleSubmissions.Read(warehouse.Data, _ => bytes, submission, catalog, named, limits, CancellationToken.None);
        return CheckSubmission.Run(read, HeldValues.For(warehouse, [read]), KnownDecisions.For(warehouse, [read], long.MaxValue - 1), catalog, now).Answer;
    }
}
