using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reporting.Warehouse;

namespace Reporting.Etl.Answer;

/// <summary>The answer as one JSON document: snake_case, numbers as numbers, times in UTC, what is absent is null.</summary>
public static class AnswerJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Chinese stays readable; the document is never put into a page
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter() },
    };

    public static string AsJson(AnswerContent answer) => JsonSerializer.Serialize(AsNode(answer), Options);

    static object AsNode(AnswerContent answer) => new
    {
        answer.Submission.Receipt,
        ReceivedAt = DateTime.SpecifyKind(answer.Submission.ReceivedAt, DateTimeKind.Utc),
        answer.Submission.FileName,
        answer.Submission.Sha256,
        answer.Submission.Size,
        Sender = answer.Submission.SentBy,
        answer.State,
        FindingCounts = new
        {
            Error = Count(answer, Severity.error),
            Warning = Count(answer, Severity.warning),
            Info = Count(answer, Severity.info),
        },
        Tables = answer.Tables.Select(AsNode),
        Findings = answer.FileFindings.Select(finding => AsNode(finding, false)),
    };

    static object AsNode(AnsweredTable answered) => new
    {
        answered.Table.Number,
        answered.Table.Sheet,
        answered.Table.Range,
        answered.Table.Title,
        answered.Table.Form,
        answered.FormName,
        answered.Table.District,
        Org = answered.Table.OrgUnit,
        OrgName = answered.UnitName,
        Period = answered.Period?.ToString(),
        Score = Figures.Plain(answered.Table.Score),
        answered.Table.State,
        answered.Table.Nil,
        answered.DueOn,
        Load = answered.Table.LoadId,
        Changes = answered.Changes is not { } kept ? null : new
        {
            Unchanged = decimal.Parse(kept.Found!, CultureInfo.InvariantCulture),
            Values = answered.ChangedValues.Select(AsChange),
        },
        Findings = answered.Findings.Select(finding => AsNode(finding, answered.AsksReason(finding))),
    };

    static object AsChange(Finding changed) => new
    {
        changed.Place.Line,
        changed.Place.Column,
        changed.Place.Sheet,
        changed.Place.Cell,
        Held = changed.Expected,
        Now = changed.Found,
        Difference = Figures.Plain(changed.Difference),
    };

    static object AsNode(Finding finding, bool asksReason) => new
    {
        finding.Code,
        finding.Severity,
        finding.Place.Line,
        finding.Place.Column,
        finding.Place.Sheet,
        finding.Place.Cell,
        finding.Found,
        finding.Expected,
        Difference = Figures.Plain(finding.Difference),
        finding.Message,
        finding.MessageEn,
        AsksReason = asksReason,
        finding.Explanation,
    };

    static int Count(AnswerContent answer, Severity severity) => answer.AllFindings.Count(finding => finding.Severity == severity);
}
