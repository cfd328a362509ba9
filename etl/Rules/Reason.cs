using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>A reason that came with a sheet, and what it speaks of; what is null it does not narrow.</summary>
/// <param name="Line">Number of the form's line.</param>
/// <param name="Cell">Address on <paramref name="Sheet"/>, as the marked workbook printed it.</param>
public sealed record Reason(string Words, ExplanationSource Source, int? Line = null, string? Column = null, string? Code = null, string? Sheet = null, string? Cell = null)
{
    /// <summary>Speaks of the sheet as a whole: no place, no rule.</summary>
    public bool IsGeneral => Line is null && Cell is null && Code is null;

    public bool SpeaksOf(Finding finding, Form form) =>
        (Code is null || Code == finding.Code) && (Cell is null || Cell == (finding.Place.Cell ?? "") && (Sheet is null || finding.Place.Sheet is null || Sheet == finding.Place.Sheet))
        && (Line is null || form.Line(Line.Value) is { } line && finding.Place.Line == CheckedTable.NameOf(line))
        && (Column is null || finding.Place.Column is null || Column == finding.Place.Column);
}

/// <summary>Puts reasons to the warnings they explain.</summary>
public static class Explained
{
    /// <summary>The findings, with the reason where one was given; an empty phrase in its place is said, and explains nothing.</summary>
    /// <param name="given">What came with the sheet.</param>
    /// <param name="kept">What was said before and still holds.</param>
    public static IReadOnlyList<Finding> With(
        IReadOnlyList<Finding> findings, Form form, OrgUnit unit, Period period, IReadOnlyList<Reason> given, IReadOnlyList<Explanation> kept)
    {
        var open = findings.Where(finding => TakesReason(finding, form)).ToList();
        if (open.Count == 0) return findings;
        var said = new List<Finding>();
        var explained = findings.Select(finding =>
        {
            if (!TakesReason(finding, form)) return finding;
            if (kept.LastOrDefault(each => each.Covers(finding, form.Id, unit.Code, period)) is { } standing) return finding with { Explanation = standing.Words };
            var speaking = given.Where(reason => reason.SpeaksOf(finding, form) && (!reason.IsGeneral || SpeaksForAll(open))).ToList();
            if (speaking.FirstOrDefault(reason => !EmptyPhrases.Are(reason.Words)) is { } reason) return finding with { Explanation = reason.Words };
            if (speaking.Count > 0) said.Add(ReasonFindings.Empty(finding, speaking[0].Words));
            return finding;
        }).ToList();
        return [.. explained, .. said];
    }

    /// <summary>Of the warnings that hold a sheet up those that a reason lets pass; the others ask yes or no.</summary>
    public static bool TakesReason(Finding finding, Form? form) => NeedsReason(finding, form) && RuleTexts.Of(finding.Code)?.AsksYesOrNo != true;

    /// <summary>A warning about figures asks for a reason; one about how a sheet was read is only shown.</summary>
    public static bool NeedsReason(Finding finding, Form? form) => finding.Severity == Severity.warning && RuleTexts.NeedsReason(finding.Code, form);

    // One sentence for the whole sheet explains what it can be meant for: the warnings of one line, or of one rule.
    static bool SpeaksForAll(List<Finding> open) =>
        open.Select(finding => finding.Place.Line).Distinct().Count() == 1 || open.Select(finding => finding.Code).Distinct().Count() == 1;
}
