using System.Globalization;
using System.Text.Json.Nodes;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>Files that were received and have no verdict after a while: operations are told of each once, whatever the cause.</summary>
public static class UnansweredSubmissions
{
    public const string Kind = "unanswered";

    /// <param name="after">How long a verdict may take.</param>
    /// <returns>One line for each that waits too long now.</returns>
    public static IReadOnlyList<string> Tell(OpenWarehouse warehouse, TimeSpan after, DateTime now)
    {
        // What is checked again has had its verdict.
        var late = warehouse.Submissions.Unsettled().Where(submission => submission.Round == 0 && now - submission.ReceivedAt >= after).ToList();
        warehouse.Outbox.Announce([.. late.Select(submission => Told(warehouse, submission, now))]);
        return [.. late.Select(submission => string.Create(CultureInfo.InvariantCulture, $"{submission.Receipt} {submission.FileName}: 收到 {(now - submission.ReceivedAt).TotalMinutes:0} 分钟还没有结论"))];
    }

    static Notice Told(OpenWarehouse warehouse, Submission submission, DateTime now)
    {
        var unit = submission.ChannelUnit is { } code ? warehouse.Definitions.Current.OrgUnit(code) : null;
        return new($"{Kind}:{submission.SubmissionId}", Kind, unit?.District, null, submission.SubmissionId, $"没有结论 {submission.Receipt} {submission.FileName}", new JsonObject
        {
            ["receipt"] = submission.Receipt, ["file_name"] = submission.FileName, ["unit"] = submission.ChannelUnit,
            ["words"] = $"回执号：{submission.Receipt}\n文件名：{submission.FileName}\n报送人：{(unit is null ? submission.SentBy : $"{unit.Name}（{unit.Code}）")}\n\n"
                + $"{ShanghaiTime.Print(submission.ReceivedAt)}（北京时间）收到，到 {ShanghaiTime.Print(now)} 还没有结论。原件已留存，没有丢失。\n请用 jobs runs 查看收取作业的记录；排除原因以后，下一次收取会接着办。\n",
        }.ToJsonString(Verdicts.Readable), now);
    }
}
