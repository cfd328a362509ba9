using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>
/// A cell written wrongly breaks several rules, and each of them blames the cell it speaks of. Where exactly one cell, given the figure that
/// follows from what is held, settles them all and breaks nothing else, that one is blamed and the others are shown as its consequences.
/// </summary>
static class OneCellWrong
{
    static readonly IReadOnlyList<Func<CheckedTable, IEnumerable<Finding>>> Rules =
    [
        CellRules.ValueNegative, CellRules.ValueNotWhole, CumulativeRules.YtdBelowMonth, CumulativeRules.YtdNotPreviousPlusMonth,
        QuotedRules.QuotedDiffers, JumpRules.MonthJump, JumpRules.YearJump,
    ];

    /// <param name="findings">Of the table, as severe as its form wants them.</param>
    public static IReadOnlyList<Finding> Blamed(CheckedTable table, IReadOnlyList<Finding> findings)
    {
        if (findings.Count(finding => finding.Severity != Severity.info) < 2 || !table.Stands(RuleTexts.OneCellWrong)) return findings;
        var complaints = Complaints(table);
        var open = complaints.Select(each => (each.Key, Said: findings.FirstOrDefault(said => IsSame(said, each.Value)))).Where(each => each.Said is { Severity: not Severity.info })
            .ToDictionary(each => each.Key, each => each.Said!);
        List<Remedy> remedies = [.. Candidates(table).Select(remedy => Tried(table, remedy, complaints, open)).OfType<Remedy>()];
        // One that settles less than another is no rival to it; two that settle the same leave it open which cell is wrong.
        remedies.RemoveAll(remedy => remedies.Exists(other => other.Settles.IsProperSupersetOf(remedy.Settles)));
        return remedies.Where(remedy => !remedies.Exists(other => other != remedy && other.Settles.Overlaps(remedy.Settles)))
            .Aggregate(findings, (said, remedy) => Blame(table, said, remedy, [.. remedy.Settles.Select(key => open[key])]));
    }

    /// <summary>What the figures' rules have to say, by what tells one condition from another however the figures change.</summary>
    static Dictionary<string, Finding> Complaints(CheckedTable table)
    {
        var complaints = new Dictionary<string, Finding>();
        foreach (var (rule, column, finding) in CrossLineRules.Broken(table)) complaints.TryAdd($"{rule.Code} {rule.Expression} {column.Id}", finding);
        foreach (var finding in Rules.SelectMany(rule => rule(table))) complaints.TryAdd($"{finding.Code} {finding.Place.Line} {finding.Place.Column}", finding);
        return complaints;
    }

    static bool IsSame(Finding said, Finding found) => (said.Code, said.Place, said.Found, said.Expected) == (found.Code, found.Place, found.Found, found.Expected);

    /// <summary>Each cell that another figure contradicts, with the value that follows from the others.</summary>
    static IEnumerable<Remedy> Candidates(CheckedTable table)
    {
        // Of two columns changed over both cells are wrong.
        foreach (var pair in Cumulated.In(table).Where(pair => pair.Month != YearBefore.Of(table, pair.Line)?.Sum + pair.Ytd))
            foreach (var cell in new[] { pair.MonthCell, pair.YtdCell })
                if (Cumulated.Due(table, cell) is { } due && due != cell.Value) yield return new(cell, due);
        foreach (var cell in table.Cells)
            if (QuotedRules.HeldOf(table, cell) is { } held && CheckedTable.Number(cell) is { } quoted && quoted != held) yield return new(cell, held);
    }

    /// <summary>The remedy with what it settles; null where that is less than two findings, where anything new is wrong, or more of the same line.</summary>
    static Remedy? Tried(CheckedTable table, Remedy remedy, Dictionary<string, Finding> before, Dictionary<string, Finding> open)
    {
        var after = Complaints(new(table.Table with { Cells = [.. table.Table.Cells.Select(cell => remedy.IsOf(cell) ? remedy.Mended(cell) : cell)] }, table.Held, table.Now));
        var line = CheckedTable.NameOf(remedy.Cell.Line);
        var settles = open.Keys.Where(key => !after.ContainsKey(key)).ToHashSet();
        if (settles.Count < 2 || !settles.Any(key => open[key].Severity == Severity.error) || after.Keys.Any(key => !before.ContainsKey(key))) return null;
        return open.Any(each => after.ContainsKey(each.Key) && each.Value.Place.Line == line && IsQuoted(table, each.Value) == remedy.Cell.Column.IsQuoted) ? null : remedy with { Settles = settles };
    }

    static bool IsQuoted(CheckedTable table, Finding finding) => table.Form.Columns.Any(column => column.IsQuoted && column.Title == finding.Place.Column);

    // An error that already asks for this figure in this cell is blame enough.
    static IReadOnlyList<Finding> Blame(CheckedTable table, IReadOnlyList<Finding> findings, Remedy remedy, IReadOnlyList<Finding> settled)
    {
        var (place, due) = (table.PlaceOf(remedy.Cell), Shown.Number(remedy.Value));
        var known = settled.FirstOrDefault(finding => finding.Severity == Severity.error && finding.Place == place && finding.Expected == due);
        var others = settled.Where(finding => finding != known).ToList();
        var words = string.Join("；", others.Select(finding => (finding.Place with { Sheet = null }).ToString()).Distinct());
        var blame = known ?? RuleTexts.OneCellWrong.At(place, Shown.Cell(remedy.Cell), due, remedy.Cell.Value - remedy.Value,
            new("column", remedy.Cell.Column.Title), new("count", Shown.Number(others.Count)), new("places", words, words.Replace("；", "; ", StringComparison.Ordinal).Replace("，", ", ", StringComparison.Ordinal)));
        return [.. known is null ? (Finding[])[blame] : [], .. findings.Select(finding => others.Contains(finding) ? Follows(finding, place) : finding)];
    }

    static Finding Follows(Finding finding, Place place) => finding with
    {
        Severity = Severity.info,
        Expected = null,
        Difference = null,
        Message = $"多半因 {place.Cell} 而起，那一格改正后就相符：{finding.Message}",
        MessageEn = $"Probably a consequence of {place.Cell}, and right once that is: {finding.MessageEn}",
    };

    sealed record Remedy(MatchedCell Cell, decimal Value)
    {
        public HashSet<string> Settles { get; init; } = [];

        public bool IsOf(MatchedCell cell) => (cell.Line.Number, cell.Column.Id) == (Cell.Line.Number, Cell.Column.Id);

        public MatchedCell Mended(MatchedCell cell) => cell with { Value = Value, State = ValueState.reported, Bound = Bound.exact };
    }
}
