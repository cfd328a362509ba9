using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Jobs;

/// <summary>A submission with its verdicts: what is written, and what is said.</summary>
sealed record CheckedSubmission(SettledSubmission Settled, AnswerContent Answer);

/// <summary>Decides a submission: pure, all it needs is given.</summary>
static class CheckSubmission
{
    public static CheckedSubmission Run(ReadSubmission read, HeldValues held, KnownDecisions decisions, Catalog catalog, DateTime now)
    {
        if (read.File.Rows is not null) return CheckLongCsv.Run(read, held, decisions, catalog, now);
        List<Finding> findings = [.. FileFindings(read), .. GivenReasons.Astray(read.Tables, read.File.Sheets)];
        var someMatched = read.Tables.Any(table => table.Form is not null);
        var today = ShanghaiTime.DateOf(now);
        var confirmed = read.Tables.Select(table => ConfirmedBlanks.In(table, read, decisions, held.Of(table), CircumstancesOf(table, read, decisions, catalog, today), now)).ToList();
        read = read with { Tables = [.. confirmed.Select(one => one.Table)] };
        var settled = read.Tables.Select((table, index) => Settle(table, index + 1, FindingsIn(table, someMatched, read, held.Of(table), decisions, catalog, today), read, held.Of(table), decisions, catalog, today)
            with
        {
            Learned = read.Answers is { } answers ? [.. Remembered.From(table, answers, catalog, read.OwnHints, answers.GivenBy ?? read.Submission.SentBy)] : [],
            Confirmed = confirmed[index].Confirmed,
        }).ToList();
        findings.RemoveAll(finding => finding.Code == "formula_without_value" && settled.Exists(table => table.Findings.Any(found => found.Severity == Severity.error && found.Place.Cell == finding.Place.Cell && found.Place.Sheet == finding.Place.Sheet)));
        return Compose(read, settled, findings, catalog, now);
    }

    /// <summary>The same submission after the warehouse refused to load it.</summary>
    public static CheckedSubmission SetAside(CheckedSubmission refused, LoadRefusedException refusal, DateTime now)
    {
        var finding = JobFindings.LoadRefused(refusal.Check);
        var tables = refused.Settled.Tables.Select(table => table.Table.State != TableState.loaded ? table
            : table with { Table = table.Table with { State = TableState.set_aside }, Findings = [finding, .. table.Findings] }).ToList();
        var standing = refused.Settled.Tables.Zip(tables).ToDictionary(pair => pair.First.Table, pair => pair.Second);
        var answered = refused.Answer.Tables.Select(answer => standing.TryGetValue(answer.Table, out var table)
            ? answer with { Table = table.Table, Findings = table.Findings } : answer).ToList();
        var content = refused.Answer with { Tables = answered };
        return new(refused.Settled with { Tables = tables, Answer = Verdicts.Notice(content, now) }, content);
    }

    static Circumstances CircumstancesOf(MatchedTable table, ReadSubmission read, KnownDecisions decisions, Catalog catalog, DateOnly today) => new(today)
    {
        IsCorrection = IsCorrection(read, table),
        IsLocked = decisions.IsLocked(table, read.Submission.ReceivedAt, today), RefusesAfterLock = KnownDecisions.RefusesAfterLock(table, catalog),
        Stocks = (table.Form?.Lines ?? []).Select(line => line.Element).Where(element => catalog.Element(element, table.Period?.Start ?? today)?.Kind == ElementKind.stock).ToHashSet(),
    };

    static bool IsCorrection(ReadSubmission read, MatchedTable table) =>
        read.Answers?.Period is not null || Circumstances.SaysCorrection(read.Submission.FileName, table);

    static List<Finding> FileFindings(ReadSubmission read) => read.Tables.Count > 0 || read.File.Findings.Any(finding => finding.Severity == Severity.error)
        ? [.. read.File.Findings]
        : [.. read.File.Findings, HiddenTables(read.File) is { Count: > 0 } hidden ? JobFindings.SheetHidden(hidden) : JobFindings.TableNotFound(read.Submission.FileName)];

    static List<string> HiddenTables(ReadFile file) =>
        [.. file.Sheets.Where(sheet => sheet.Hidden && !Stamps.AreOn(sheet) && TableFinder.Find(sheet).Count > 0).Select(sheet => sheet.Name)];

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

    static IReadOnlyList<Finding> FindingsIn(
        MatchedTable table, bool someMatched, ReadSubmission read, Held held, KnownDecisions decisions, Catalog catalog, DateOnly today)
    {
        // Beside a form that was recognised, a table of no form is a remark or a list: said, and left alone.
        if (table.Form is null && someMatched) return [JobFindings.TableBeside(table.Table)];
        var circumstances = CircumstancesOf(table, read, decisions, catalog, today);
        return read.File.Nil is not null ? CheckNil.Run(table, read.Speaker, held, catalog, circumstances)
            : [.. table.Table.Findings.Concat(table.Findings).Concat(Repeated(table, read.Tables)).Concat(TableRules.Check(table, held, circumstances)).Distinct()];
    }

    static SettledTable Settle(
        MatchedTable table, int number, IReadOnlyList<Finding> found, ReadSubmission read, Held held, KnownDecisions decisions, Catalog catalog, DateOnly today)
    {
        var findings = decisions.Explain(found, table, read.Submission, KnownDecisions.ReasonsIn(table, read.File));
        var needsReview = table.Form?.NeedsReview == true || findings.Any(finding => finding.Code == RuleTexts.PeriodLocked.Code);
        var state = found is [{ Code: JobFindings.Beside }] ? TableState.set_aside : Verdict.Of(findings, table.Form, needsReview);
        var claims = Claims.Of(table, catalog);
        // What goes back to be mended is told of its errors; what it would have changed is told once it can.
        if (state is not (TableState.set_aside or TableState.returned or TableState.unclear)) findings = [.. findings, .. WhatChanged.In(table, claims, held)];
        return new(new SubmissionTable(0, 0, number, table.Table.Sheet is "" ? null : table.Table.Sheet, read.File.Nil is null ? table.Table.Range.ToString() : null, table.Table.Title,
            table.Form?.Id, table.Form?.Version, table.Unit?.District, table.Unit?.Code, table.Period?.Kind, table.Period?.Start, Figures.Round(table.Score, 4),
            state, null, table.Period?.End, read.File.Nil is not null), claims, findings);
    }

    static CheckedSubmission Compose(
        ReadSubmission read, IReadOnlyList<SettledTable> settled, IReadOnlyList<Finding> fileFindings, Catalog catalog, DateTime now)
    {
        var answered = settled.Zip(read.Tables, (one, table) => new AnsweredTable(one.Table, table.Form?.Name, table.Unit?.Name, table.Period, one.Findings)
        { Form = table.Form, DueOn = DueOn(table, catalog) }).ToList();
        var content = new AnswerContent(read.Submission, answered, fileFindings);
        return new(new(read.Submission, settled, fileFindings, Verdicts.Notice(content, now)), content);
    }

    static DateOnly? DueOn(MatchedTable table, Catalog catalog) =>
        table is { Form: { } form, Unit: { } unit, Period: { } period } && Dues.DueOn(catalog, form, unit, period) is { } due ? due : null;
}
