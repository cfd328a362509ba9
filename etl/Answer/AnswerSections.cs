using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Answer;

/// <summary>What the sender has to do about findings: one heading and under it their causes.</summary>
/// <param name="Count">As it stands behind the heading: 3 处.</param>
public sealed record AnswerSection(string Heading, string Count, bool IsPressing, IReadOnlyList<AnswerCause> Causes);

/// <summary>Findings of one code.</summary>
/// <param name="Title">What they are about, or the sentence of the only one.</param>
/// <param name="Shared">The sentence that is the same for all of them and stands once; null: each says its own.</param>
/// <param name="SaysOwn">Each finding's sentence stands at its place.</param>
public sealed record AnswerCause(string Title, string? Shared, bool SaysOwn, IReadOnlyList<Finding> Findings);

/// <summary>The order in which a sender reads findings, the same in the text, on the page and wherever else they are told: the most pressing first.</summary>
public static class AnswerSections
{
    /// <summary>What the sender has to do about a finding, the most pressing first.</summary>
    enum Section { mend, answer, reason, send, look, explained, note }

    /// <param name="of">Null for findings about the file as a whole.</param>
    public static IReadOnlyList<AnswerSection> Of(IEnumerable<Finding> findings, TableState state, AnsweredTable? of) =>
        [.. from finding in findings
            group finding by SectionOf(finding, state, of) into section
            orderby section.Key
            select new AnswerSection(Heading(section.Key), $"{section.Count()} {(section.Key >= Section.explained ? "条" : "处")}", section.Key <= Section.send,
                [.. section.GroupBy(finding => finding.Code).Select(cause => Cause([.. cause], of?.Form))])];

    static AnswerCause Cause(IReadOnlyList<Finding> findings, Form? form)
    {
        var title = RuleTexts.TitleOf(findings[0].Code, form);
        var shared = findings.Count > 1 && findings.All(finding => finding.Message == findings[0].Message);
        return new(title ?? (shared || findings.Count == 1 ? findings[0].Message : $"同类问题 {findings.Count} 处"), shared && title is not null ? findings[0].Message : null,
            !shared && (title is not null || findings.Count > 1), [.. findings.GroupBy(finding => finding.Place.Line).SelectMany(line => line)]);
    }

    static Section SectionOf(Finding finding, TableState state, AnsweredTable? of) => finding.Severity switch
    {
        Severity.error => state == TableState.unclear ? Section.answer : Section.mend,
        // A reason that was refused stands with the figures that still wait for one.
        Severity.info => ReasonFindings.IsRefused(finding.Code) && state is not (TableState.loaded or TableState.awaiting_review) ? Section.reason : finding.Code == NilFindings.StillOwed ? Section.send : Section.note,
        _ when finding.Explanation is not null => Section.explained,
        _ => of?.AsksReason(finding) == true ? Section.reason : Section.look,
    };

    static string Heading(Section section) => section switch
    {
        Section.mend => "必须改正",
        Section.answer => "需要确认或改正",
        Section.reason => "请说明原因，有误的请改正",
        Section.send => "还要另外报送",
        Section.look => "请核对，属实的不用改",
        Section.explained => "已说明原因",
        _ => "说明，不用处理",
    };
}
