using System.Text.Json.Nodes;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>The answer to a file whose very bytes stand already under another name or day: without one it would vanish into 已收/ unheard.</summary>
static class RepeatedFile
{
    /// <param name="there">The submission that the bytes were taken as.</param>
    /// <param name="again">Answered once, by its key.</param>
    public static Notice Answer(Submission there, ArrivedFile again, string? district, DateTime now) =>
        new($"repeated:{there.SubmissionId}:{again.Key}", "repeated", district, again.Unit, there.SubmissionId, $"重复报送 {there.Receipt} {OneLine.Of(again.Name)}", new JsonObject
        {
            ["receipt"] = there.Receipt, ["file_name"] = OneLine.Of(again.Name),
            ["words"] = $"回执号：{there.Receipt}\n文件名：{OneLine.Of(again.Name)}\n\n这份文件与 {ShanghaiTime.Print(there.ReceivedAt)}（北京时间）收到的“{there.FileName}”内容完全相同，没有重复收取，结论见回执 {there.Receipt} 的答复。\n"
                + "要更正的，请先把数改好并保存，再重新报送。\n",
        }.ToJsonString(Verdicts.Readable), now);
}
