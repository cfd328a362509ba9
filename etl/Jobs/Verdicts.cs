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

    /// <summary>One verdict per submission and round of checking: the key says so.</summary>
    public static Notice Notice(AnswerContent content, DateTime now)
    {
        var body = new JsonObject
        {
            ["words"] = AnswerText.InWords(content),
            ["answer"] = JsonNode.Parse(AnswerJson.AsJson(content)),
        };
        var submission = content.Submission;
        var unit = AddresseeOf(submission, content.Tables.Select(table => table.Table));
        return new($"{Kind}:{submission.SubmissionId}{(submission.Round > 0 ? $":{submission.Round}" : "")}", Kind, content.Tables.Select(table => table.Table.District).FirstOrDefault(code => code is not null), unit,
            submission.SubmissionId, $"{Word(content.State)} {submission.Receipt} {submission.FileName}", body.ToJsonString(Readable), now);
    }

    /// <summary>Who is told of a submission: whose channel it came through, else the first unit of which it speaks; null where that is not known.</summary>
    public static string? AddresseeOf(Submission submission, IEnumerable<SubmissionTable> tables) =>
        submission.ChannelUnit ?? tables.Select(table => table.OrgUnit).FirstOrDefault(code => code is not null);

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

    /// <summary>The files of a notice for its receiver's folder: words for people; of a verdict JSON for programs too.</summary>
    public static IReadOnlyList<(string Name, string Text)> Files(Notice notice)
    {
        var body = JsonNode.Parse(notice.Body)!;
        var name = SafeName(notice.Subject);
        return [.. body["words"] is { } words ? [(name + ".txt", words.GetValue<string>())] : Array.Empty<(string, string)>(),
            .. body["answer"] is { } answer ? [(name + ".json", answer.ToJsonString(Readable))] : Array.Empty<(string, string)>()];
    }

    /// <summary>Of a verdict with something to mark in it the receipt it is about; null for any other notice.</summary>
    public static string? MarkedReceiptOf(Notice notice)
    {
        if (notice.Kind != Kind || JsonNode.Parse(notice.Body)!["answer"] is not { } answer) return null;
        var counts = answer["finding_counts"]!;
        return counts["error"]!.GetValue<int>() + counts["warning"]!.GetValue<int>() > 0 ? answer["receipt"]!.GetValue<string>() : null;
    }

    /// <summary>The marked workbook's name beside the words: the sender's own, with another ending where the format is another.</summary>
    public static string WorkbookName(Notice notice, string extension) =>
        SafeName(notice.Subject.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? notice.Subject : notice.Subject + extension);

    // Senders' file names are words of strangers: nothing in them may lead out of the folder, and a name has its longest length in bytes.
    static string SafeName(string words)
    {
        var safe = string.Concat(words.Select(letter => char.IsControl(letter) || "/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal) ? '_' : letter)).Trim('.', ' ');
        return FileNames.Fitting(safe, 200);
    }
}
