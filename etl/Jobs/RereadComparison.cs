using Reporting.Etl.Answer;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>A file as it is read now beside the same file as it was read. Pure.</summary>
static class RereadComparison
{
    /// <summary>A file as it is read now, each table judged by what its verdict rests on.</summary>
    /// <param name="at">The file judged as of a moment.</param>
    public static CheckedSubmission Judged(SettledFile file, KeptReading kept, Func<CheckMoment, CheckedSubmission> at)
    {
        var whole = at(file.Checked);
        if (kept.Tables.All(table => (table.Checked ?? file.Checked) == file.Checked)) return whole;
        List<CheckedSubmission> each = [.. Enumerable.Repeat(whole, whole.Settled.Tables.Count)];
        foreach (var (table, fresh) in Pairs(kept.Tables, whole.Settled.Tables))
            if (table?.Checked is { } moment && fresh is not null) each[whole.Settled.Tables.Index().First(one => ReferenceEquals(one.Item, fresh)).Index] = at(moment);
        return new(whole.Settled with { Tables = [.. each.Select((one, index) => one.Settled.Tables[index])] },
            whole.Answer with { Tables = [.. each.Select((one, index) => one.Answer.Tables[index])] });
    }

    /// <summary>What differs; null where nothing does but, perhaps, words.</summary>
    public static RereadFile? Of(SettledFile file, KeptReading kept, CheckedSubmission fresh, Catalog catalog, out bool wordingOnly)
    {
        wordingOnly = false;
        var changed = kept.Tables.Count != fresh.Settled.Tables.Count;
        if (changed && kept.Tables.Any(IsAnswered)) return null;
        var pairs = Pairs(kept.Tables, fresh.Settled.Tables).Where(pair => !IsAnswered(pair.Kept)).ToList();
        var tables = pairs.Select(pair => (Pair: pair, Table: Differing(pair.Kept, pair.Fresh, catalog))).ToList();
        var (gained, lost) = Apart(kept.FileFindings, fresh.Settled.FileFindings);
        var differing = tables.Where(each => each.Table is not null).Select(each => each.Table!).ToList();
        wordingOnly = differing.Count == 0 && gained.Count + lost.Count == 0 && !changed
            && (Words(kept.FileFindings) != Words(fresh.Settled.FileFindings) || pairs.Exists(pair => Words(pair.Kept!.Findings) != Words(pair.Fresh!.Findings)));
        if (differing.Count == 0 && gained.Count + lost.Count == 0 && !changed) return null;
        // Where a table is found more or less than before, all of the file are numbered anew.
        var readings = tables.Where(each => changed || each.Table is not null).Select(each => Reading(each.Pair, file.Checked)).ToList();
        var applied = new RereadSubmission(file.Submission, readings, gained.Count + lost.Count == 0 ? null : fresh.Settled.FileFindings, null);
        return new(file.Submission, differing, gained, lost, applied);
    }

    /// <summary>The state that a table is to have: what a person decided holds, as long as the rules do not refuse what was let in.</summary>
    public static TableState Standing(KeptTable? kept, TableState verdict)
    {
        if (kept is null) return verdict;
        if (IsAnswered(kept)) return TableState.set_aside;
        var state = kept.Table.State == TableState.superseded ? TableState.loaded : kept.Table.State;
        if (state == kept.Verdict) return verdict;
        return verdict == kept.Verdict || state == TableState.returned || state == TableState.loaded && verdict is TableState.awaiting_explanation or TableState.awaiting_review
            ? state : verdict;
    }

    /// <summary>By place in the file; tables that were not found, or are not found now, stand alone.</summary>
    public static IEnumerable<(KeptTable? Kept, SettledTable? Fresh)> Pairs(IReadOnlyList<KeptTable> kept, IReadOnlyList<SettledTable> fresh)
    {
        if (kept.Count == fresh.Count) return kept.Zip(fresh, (one, other) => ((KeptTable?)one, (SettledTable?)other));
        var left = kept.ToList();
        var pairs = new List<(KeptTable?, SettledTable?)>();
        foreach (var table in fresh)
        {
            var same = left.Find(one => (one.Table.Sheet, one.Table.Range) == (table.Table.Sheet, table.Table.Range));
            if (same is not null) left.Remove(same);
            pairs.Add((same, table));
        }
        return [.. pairs, .. left.Select(one => ((KeptTable?)one, (SettledTable?)null))];
    }

    // Its sender sent the same bytes again with the answer: the later submission speaks for it.
    static bool IsAnswered(KeptTable? kept) => kept is { Verdict: TableState.unclear, Table.State: TableState.set_aside };

    static NewReading Reading((KeptTable? Kept, SettledTable? Fresh) pair, CheckMoment whole) => pair.Fresh is not { } fresh ? new(pair.Kept!.Table, null, null)
        : new(pair.Kept?.Table, fresh with { Findings = Explained(pair.Kept, fresh.Findings) }, Standing(pair.Kept, fresh.Table.State)) { Checked = pair.Kept?.Checked ?? whole };

    // A reason once given for a finding stays with it.
    static List<Finding> Explained(KeptTable? kept, IReadOnlyList<Finding> findings)
    {
        var given = (kept?.Findings ?? []).Where(finding => finding.Explanation is not null).GroupBy(finding => (finding.Code, finding.Place))
            .ToDictionary(finding => finding.Key, finding => finding.First().Explanation);
        return [.. findings.Select(finding => finding.Explanation is null && given.TryGetValue((finding.Code, finding.Place), out var words) ? finding with { Explanation = words } : finding)];
    }

    static RereadTable? Differing(KeptTable? kept, SettledTable? fresh, Catalog catalog)
    {
        var (before, after) = (kept is null ? null : Understood(kept.Table, kept.Verdict), fresh is null ? null : Understood(fresh.Table, fresh.Table.State));
        var values = ChangedClaims.Of(kept?.Cells ?? [], fresh?.Cells ?? [], (kept?.Table ?? fresh!.Table, fresh?.Table), catalog, IsIn(before) || IsIn(after));
        var (gained, lost) = Apart(kept?.Findings ?? [], fresh?.Findings ?? []);
        // What a check of the warehouse refused reads as it did: it would be refused again.
        if (values.Count == 0 && gained.Count == 0 && kept is { Verdict: TableState.set_aside } && lost.All(code => code == JobFindings.Refused) && lost.Count > 0) return null;
        var same = before == after && values.Count == 0 && gained.Count + lost.Count == 0;
        return same ? null : new((fresh?.Table ?? kept!.Table).Number, (fresh?.Table ?? kept!.Table).Sheet, before, after, gained, lost, values);
    }

    static bool IsIn(UnderstoodAs? table) => table?.State == TableState.loaded;

    static UnderstoodAs Understood(SubmissionTable table, TableState verdict) =>
        new(verdict, table.Form, table.FormVersion, table.District, table.OrgUnit, table.Period);

    /// <summary>Codes gained and lost, a finding at another place counting as another. What a sheet changed of what was held is no matter of reading it.</summary>
    static (IReadOnlyList<string> Gained, IReadOnlyList<string> Lost) Apart(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after)
    {
        var counts = new Dictionary<(string Code, Severity, Place), int>();
        foreach (var finding in after.Where(IsOfReading)) counts[Identity(finding)] = counts.GetValueOrDefault(Identity(finding)) + 1;
        foreach (var finding in before.Where(IsOfReading)) counts[Identity(finding)] = counts.GetValueOrDefault(Identity(finding)) - 1;
        return (Codes(1), Codes(-1));

        List<string> Codes(int sign) => [.. counts.SelectMany(count => Enumerable.Repeat(count.Key.Code, Math.Max(0, sign * count.Value))).Order(StringComparer.Ordinal)];
    }

    static bool IsOfReading(Finding finding) => !ChangeFindings.Is(finding.Code);

    static (string, Severity, Place) Identity(Finding finding) => (finding.Code, finding.Severity, finding.Place);

    static string Words(IReadOnlyList<Finding> findings) =>
        string.Join('\n', findings.Where(IsOfReading).Select(finding => $"{finding.Found}|{finding.Expected}|{finding.Message}|{finding.MessageEn}").Order(StringComparer.Ordinal));
}
