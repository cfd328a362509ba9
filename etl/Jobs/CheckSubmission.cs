using Reporting.Etl.Answer;
using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>A submission with its verdicts: what is written, and what is said.</summary>
sealed record CheckedSubmission(SettledSubmission Settled, AnswerContent Answer);

/// <summary>Decides a submission: pure, all it needs is given.</summary>
static class CheckSubmission
{
    public static CheckedSubmission Run(ReadSubmission read, HeldValues held, Catalog catalog, DateTime now)
    {
        if (read.File.Rows is not null) return CheckLongCsv.Run(read, held, catalog, now);
        var findings = FileFindings(read);
        var someMatched = read.Tables.Any(table => table.Form is not null);
        var settled = read.Tables.Select((table, index) => Settle(table, index + 1, someMatched, Repeated(table, read.Tables), held.Of(table), IsCorrection(read, table), catalog, now)
            with
        { Learned = read.Answers is { } answers ? [.. Remembered.From(table, answers, catalog, read.OwnHints, read.Submission.SentBy)] : [] }).ToList();
        return Compose(read.Submission, settled, read.Tables, findings, now);
    }

    /// <summary>The same submission after the warehouse refused to load it.</summary>
    public static CheckedSubmission SetAside(CheckedSubmission refused, LoadRefusedException refusal, DateTime now)
    {
        var finding = JobFindings.LoadRefused(refusal.Check);
        var tables = refused.Settled.Tables.Select(table => table.Table.State != TableState.loaded ? table
            : table with { Table = table.Table with { State = TableState.set_aside }, Findings = [finding, .. table.Findings] }).ToList();
        var answered = refused.Answer.Tables.Zip(tables, (answer, table) => answer with { Table = table.Table, Findings = table.Findings }).ToList();
        var content = refused.Answer with { Tables = answered };
        return new(refused.Settled with { Tables = tables, Answer = Verdicts.Notice(content, now) }, content);
    }

    static bool IsCorrection(ReadSubmission read, MatchedTable table) =>
        read.Answers?.Period is not null || Circumstances.SaysCorrection(read.Submission.FileName, table);

    static List<Finding> FileFindings(ReadSubmission read) => read.Tables.Count > 0 || read.File.Findings.Any(finding => finding.Severity == Severity.error)
        ? [.. read.File.Findings]
        : [.. read.File.Findings, JobFindings.TableNotFound(read.Submission.FileName)];

    // Two tables of one file that state the same cells: the later would silently overwrite the earlier. A form cut in pieces does not.
    static IEnumerable<Finding> Repeated(MatchedTable table, IReadOnlyList<MatchedTable> all)
    {
        if (table is not { Form: not null, Unit: not null, Period: not null }) return [];
        var stated = Stated(table);
        var others = all.Where(other => !ReferenceEquals(other, table) && other.Form?.Id == table.Form.Id && other.Unit?.Code == table.Unit.Code && other.Period == table.Period && Stated(other).Overlaps(stated));
        var places = string.Join('、', others.Select(other => $"{other.Table.Sheet} {other.Table.Range}".Trim()));
        return places.Length == 0 ? [] : [JobFindings.TableRepeated(table.Table, places)];
    }

    static HashSet<(int, string)> Stated(MatchedTable table) =>
        [.. table.Cells.Where(cell => cell.State != ValueState.blank).Select(cell => (cell.Line.Number, cell.Column.Id))];

    static SettledTable Settle(MatchedTable table, int number, bool someMatched, IEnumerable<Finding> repeated, Held held, bool isCorrection, Catalog catalog, DateTime now)
    {
        // Beside a form that was recognised, a table of no form is a remark or a list: said, and left alone.
        var isBeside = table.Form is null && someMatched;
        List<Finding> findings = isBeside
            ? [JobFindings.TableBeside(table.Table)]
            : [.. table.Table.Findings.Concat(table.Findings).Concat(repeated).Concat(TableRules.Check(table, held, new(ShanghaiTime.DateOf(now)) { IsCorrection = isCorrection })).Distinct()];
        var state = isBeside ? TableState.set_aside : Verdict.Of(findings);
        return new(new SubmissionTable(0, 0, number, table.Table.Sheet is "" ? null : table.Table.Sheet, table.Table.Range.ToString(), table.Table.Title,
            table.Form?.Id, table.Form?.Version, table.Unit?.District, table.Unit?.Code, table.Period?.Kind, table.Period?.Start, Figures.Round(table.Score, 4),
            state, null, table.Period?.End), Claims.Of(table, catalog), findings);
    }

    static CheckedSubmission Compose(
        Submission submission, IReadOnlyList<SettledTable> settled, IReadOnlyList<MatchedTable> tables, IReadOnlyList<Finding> fileFindings, DateTime now)
    {
        var answered = settled.Zip(tables, (one, table) => new AnsweredTable(one.Table, table.Form?.Name, table.Unit?.Name, table.Period, one.Findings)).ToList();
        var content = new AnswerContent(submission, answered, fileFindings);
        return new(new(submission, settled, fileFindings, Verdicts.Notice(content, now)), content);
    }
}
