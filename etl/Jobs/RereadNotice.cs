using System.Text.Json.Nodes;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>The answer after a re-reading: the sender sent nothing, so it says first why it comes.</summary>
static class RereadNotice
{
    public static Notice Of(Notice answer, string reason, DateTime now)
    {
        var body = JsonNode.Parse(answer.Body)!.AsObject();
        body["words"] = $"区级按修正后的读法或规则重新读了这份文件，结论有变，以这份答复为准。原因：{reason}\n\n{body["words"]!.GetValue<string>()}";
        body["reread"] = reason;
        return answer with { NoticeKey = $"{answer.NoticeKey}:reread", Subject = $"重读 {answer.Subject}", Body = body.ToJsonString(Verdicts.Readable), CreatedAt = now };
    }
}
