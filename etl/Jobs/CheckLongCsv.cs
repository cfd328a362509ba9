using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Jobs;

/// <summary>Decides a long CSV (docs/decisions.md, "The long CSV is a submission"): a table for each district in it, all of it or nothing.</summary>
static class CheckLongCsv
{
    const int MostTold = 200; // a file with a fault in every line says the same a hundred thousand times

    public static CheckedSubmission Run(ReadSubmission read, HeldValues held, KnownDecisions decisions, Catalog catalog, DateTime now)
    {
        var known = new Known(held, decisions, catalog, read.Submission.ReceivedAt, ShanghaiTime.DateOf(now));
        var matcher = new LongRowMatcher(catalog, read.Speaker, known.Today);
        var settled = read.File.Rows!.GroupBy(row => row.District).Select((rows, index) => Settle([.. rows], index + 1, matcher, known)).ToList();
        var answered = settled.ConvertAll(one => new AnsweredTable(
            one.Table, LongCsv.FormName, one.Table.OrgUnit is { } unit ? catalog.OrgUnit(unit)?.Name : null, one.Table.Period, one.Findings));
        IReadOnlyList<Finding> findings = settled.Count > 0 ? read.File.Findings : [.. read.File.Findings, LongRowFindings.None()];
        var content = new AnswerContent(read.Submission, answered, findings);
        return new(new(read.Submission, settled, findings, Verdicts.Notice(content, now)), content);
    }

    static SettledTable Settle(IReadOnlyList<LongRow> rows, int number, LongRowMatcher matcher, Known known)
    {
        var (findings, claims) = (new List<Finding>(), new Dictionary<Key, (StagedCell Cell, int Line)>());
        foreach (var row in rows)
        {
            // The findings of one line apart: to count them all again for every line would take a square of time.
            var said = new List<Finding>();
            if (matcher.Claim(row, said) is { } claim && !claims.TryAdd(KeyOf(claim), (claim, row.Number)) && claims[KeyOf(claim)] is var first && !Same(first.Cell, claim))
                said.Add(LongRowFindings.Repeated(row, first.Line));
            findings.AddRange(said);
        }
        var locked = Locked([.. claims.Values], known).ToList();
        findings.AddRange(ByForms([.. claims.Values], known).Concat(Totals([.. claims.Values], known)).Concat(locked));
        List<StagedCell> cells = [.. claims.Values.Select(claim => claim.Cell)];
        var district = known.Catalog.District(rows[0].District)?.Code;
        var unit = cells.Select(cell => cell.Reporter).Distinct().Take(2).ToList() is [var only] ? only : district;
        Period? period = rows.Select(row => row.Period).Distinct().Take(2).ToList() is [var each] && Period.TryParse(each, out var named) ? named : null;
        var verdict = Verdict.Of(findings, needsReview: locked.Exists(finding => finding.Code == RuleTexts.PeriodLocked.Code));
        var changes = verdict is TableState.returned or TableState.unclear ? [] : Changes([.. claims.Values], known.Held);
        return new(new SubmissionTable(0, 0, number, null, $"A{rows[0].Number}:I{rows[^1].Number}", null, LongCsv.Form, null, district, unit,
            period?.Kind, period?.Start, 1, verdict, null, period?.End), cells, [.. Told(findings), .. changes]);
    }

    static IReadOnlyList<Finding> Changes(IReadOnlyList<(StagedCell Cell, int Line)> claims, HeldValues held)
    {
        var lines = claims.ToDictionary(claim => KeyOf(claim.Cell), claim => claim.Line);
        return WhatChanged.Of([.. claims.Select(claim => claim.Cell)], [.. claims.Select(claim => claim.Cell.Reporter).Distinct().SelectMany(held.Of)], Place.File,
            claim => new($"第 {lines[KeyOf(claim)]} 行", Cell: claim.CellAddress), "条", MostTold);
    }

    /// <summary>What the forms that ask for these figures have to say of them; a place is the line in the file.</summary>
    static IEnumerable<Finding> ByForms(IReadOnlyList<(StagedCell Cell, int Line)> claims, Known known)
    {
        var standing = claims.GroupBy(claim => claim.Cell.Reporter)
            .ToDictionary(reporter => reporter.Key, reporter => known.Held.With(reporter.Key, reporter.Select(claim => claim.Cell)));
        return from table in LongTables.Of(claims, known.Catalog)
               let placed = table.Cells.ToLookup(cell => Address.Of(cell.Row, cell.ColumnNumber))
               from finding in TableRules.CheckFigures(table, standing[table.Unit!.Code], new(known.Today))
               where finding.Severity != Severity.info && finding.Place.Cell is { } cell && placed[cell].Any()
               select finding with
               {
                   // What was taken in month by month, and an earlier month corrected after, adds up no more; it is still what is held there.
                   Severity = finding.Code.StartsWith("ytd_", StringComparison.Ordinal) ? Severity.warning : finding.Severity,
                   Place = new($"第 {placed[finding.Place.Cell!].First().Row} 行：{table.Unit!.Name} {table.Period!.Value.InWords()} {finding.Place.Line}", finding.Place.Column, finding.Place.Cell),
               };
    }

    /// <summary>Totals that differ from their parts, whether or not a form asks for them.</summary>
    static IEnumerable<Finding> Totals(IReadOnlyList<(StagedCell Cell, int Line)> claims, Known known) => claims.GroupBy(claim => claim.Cell.Reporter)
        .SelectMany(reporter => LongTotals.Differing([.. reporter], known.Held.With(reporter.Key, reporter.Select(claim => claim.Cell)).Observations, known.Catalog));

    /// <summary>What the lines would change of periods that the forms asking for them have locked: the district decides, as on a sheet.</summary>
    static IEnumerable<Finding> Locked(IReadOnlyList<(StagedCell Cell, int Line)> claims, Known known) =>
        known.Decisions.Locks.Count == 0 ? [] :
        from table in LongTables.Of(claims, known.Catalog)
        where known.Decisions.IsLocked(table, known.Received, known.Today)
        from finding in TableRules.CheckLock(table, new([.. known.Held.Of(table.Unit!.Code)]), new(known.Today) { RefusesAfterLock = KnownDecisions.RefusesAfterLock(table, known.Catalog) })
        select RuleTexts.OfALongList(finding) with { Place = new($"第 {table.Cells.Min(cell => cell.Row)} 行：{table.Unit!.Name} {table.Period!.Value.InWords()}") };

    /// <summary>Errors first, and of many only the first.</summary>
    static List<Finding> Told(List<Finding> findings)
    {
        var told = findings.OrderBy(finding => finding.Severity).Take(MostTold).ToList();
        return findings.Count <= MostTold ? told : [.. told, LongRowFindings.More(findings.Count - MostTold, MostTold)];
    }

    static bool Same(StagedCell one, StagedCell other) => (one.Value, one.State, one.Bound) == (other.Value, other.State, other.Bound);

    static Key KeyOf(StagedCell cell) => new(cell.OrgUnit, cell.Reporter, cell.Element, cell.PeriodKind, cell.PeriodStart, cell.PeriodEnd, cell.Basis, cell.Breakdown);

    /// <summary>What the lines are judged by.</summary>
    sealed record Known(HeldValues Held, KnownDecisions Decisions, Catalog Catalog, DateTime Received, DateOnly Today);

    readonly record struct Key(
        string OrgUnit, string Reporter, string Element, PeriodKind PeriodKind, DateOnly PeriodStart, DateOnly PeriodEnd, Basis Basis, string Breakdown);
}
