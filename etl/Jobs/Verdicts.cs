using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Etl.Answer;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>The notice that carries a verdict to its sender, and how it lies in the answers folder.</summary>
public static class Verdicts
{
    public const string Kind = "verdict";

    internal static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One verdict per submission: the key says so.</summary>
    public static Notice Notice(AnswerContent content, DateTime now)
    {
        var body = new JsonObject
        {
            ["words"] = AnswerText.InWords(content),
            ["answer"] = JsonNode.Parse(AnswerJson.AsJson(content)),
        };
        var submission = content.Submission;
        var unit = submission.ChannelUnit ?? content.Tables.Select(table => table.Table.OrgUnit).FirstOrDefault(code => code is not null);
        return new($"{Kind}:{submission.SubmissionId}", Kind, content.Tables.Select(table => table.Table.District).FirstOrDefault(code => code is not null), unit,
            submission.SubmissionId, $"{Word(content.State)} {submission.Receipt} {submission.FileName}", body.ToJsonString(Readable), now);
    }

    /// <summary>What a clerk looks for first in a folder of answers.</summary>
    public static string Word(TableState state) => state switch
    {
        TableState.loaded => "已入库",
        TableState.returned => "已退回",
        TableState.unclear => "待确认",
        TableState.set_aside => "已搁置",
        TableState.awaiting_explanation => "待说明",
        TableState.awaiting_review => "待审核",
        TableState.withdrawn => "已撤回",
        TableState.voided => "已作废",
        TableState.superseded => "已替换",
        _ => "已收到",
    };

    /// <summary>The two files of an answer: words for people, JSON for programs.</summary>
    public static IReadOnlyList<(string Name, string Text)> Files(Notice notice)
    {
        var body = JsonNode.Parse(notice.Body)!;
        var name = SafeName(notice.Subject);
        return [(name + ".txt", body["words"]!.GetValue<string>()), (name + ".json", body["answer"]!.ToJsonString(Readable))];
    }

    // Senders' file names are words of strangers: nothing in them may lead out of the folder, and a name has its longest length in bytes.
    static string SafeName(string words)
    {
        var safe = string.Concat(words.Select(letter => char.IsControl(letter) || "/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal) ? '_' : letter)).Trim('.', ' ');
        return FileNames.Fitting(safe, 200);
    }
}
