using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>A reason as it was typed beside a warning.</summary>
public sealed class GivenAnswer
{
    public string? Code { get; set; }

    /// <summary>行次; null where the warning is about no line.</summary>
    public string? Line { get; set; }
    public string? Words { get; set; }

    /// <summary>Why it was not taken.</summary>
    public string? Wrong { get; set; }
}

/// <summary>What asks one reason: the warnings of one rule at one line.</summary>
public sealed record OpenWarning(string Code, string? Line, IReadOnlyList<Finding> Findings)
{
    public static IReadOnlyList<OpenWarning> In(OpenWarehouse warehouse, Submission submission) =>
        [.. ReviewSubmission.Open(warehouse, submission, null, null).GroupBy(open => (open.Finding.Code, Line: NumberOf(open.Finding.Place.Line)))
            .Select(same => new OpenWarning(same.Key.Code, same.Key.Line, [.. same.Select(open => open.Finding)]))];

    // A line's words begin with its number: "3 帮扶引领成功创业人数".
    static string? NumberOf(string? line) => line?.Split(' ')[0] is { Length: > 0 } number && number.All(char.IsAsciiDigit) ? number : null;
}

/// <summary>The answer to what was asked of a sheet: form, unit, period; what is left empty is not answered.</summary>
public sealed class NamedAnswer
{
    public string? Form { get; set; }
    public string? Org { get; set; }
    public string? Period { get; set; }

    /// <summary>Null where nothing was answered or something named is not there or not theirs; then <paramref name="wrong"/> says what.</summary>
    public Answers? Answers(Catalog catalog, IReadOnlyList<OrgUnit> mine, out string? wrong)
    {
        wrong = null;
        var (form, org, written) = (Given(Form), Given(Org), Given(Period));
        var reached = mine.SelectMany(unit => unit.ReportsFor.Append(unit.Code)).ToHashSet();
        var period = Commands.Asked.PeriodOrNull(written);
        if (form is null && org is null && written is null) wrong = "至少答复一项：报表、单位或报告期。";
        else if (form is not null && !catalog.Forms.Any(known => known.Id == form && mine.Any(unit => unit.District == known.District))) wrong = "没有这张报表，请从列表里选。";
        else if (org is not null && !reached.Contains(org)) wrong = "这个单位不在你的填报范围内。";
        else if (written is not null && period is null) wrong = $"“{written}”不是报告期；写成 2022年3月、2022年第一季度或 2022年。";
        return wrong is null ? new(form, org, period) : null;
    }

    static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What the tables that wait for an answer are asked first, by the codes of their questions; the rest can be said with it, and all of it where the codes do not tell.</summary>
public readonly record struct AskedParts(bool Form, bool Org, bool Period)
{
    public static AskedParts Of(AnswerContent answer)
    {
        var codes = answer.Tables.Where(table => table.Table.State == TableState.unclear).SelectMany(table => table.Findings).Concat(answer.FileFindings)
            .Where(finding => finding.Severity == Severity.error).Select(finding => finding.Code).ToHashSet();
        bool Any(string part) => codes.Any(code => code.StartsWith(part, StringComparison.Ordinal));
        // Whose stamp or whose form it is can be what is wrong; a form that is not in force is mostly a wrong year.
        var asked = new AskedParts(Any("form_") || Any("stamp_") || codes.Contains("org_unit_conflict"), Any("org_unit_") || Any("stamp_"), Any("period_") || codes.Contains("form_not_in_force"));
        return asked == default ? new(true, true, true) : asked;
    }

    public bool IsAll => this == new AskedParts(true, true, true);
}
