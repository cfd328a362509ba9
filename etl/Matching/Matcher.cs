using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>Gives an understood table its meaning: form, unit, period, cells. What is in doubt is asked by a finding, never guessed.</summary>
public static class Matcher
{
    public static MatchedTable Match(UnderstoodTable table, Catalog catalog, MatchHints hints)
    {
        var (stamp, ignored) = StampMatcher.Of(table, catalog, hints);
        var rough = hints.Period ?? table.Period ?? stamp?.Period ?? PeriodWords.FindInName(hints.FileName)?.Period;
        var (unit, unitFindings) = Whose(null);
        var district = hints.ChannelUnit?.District ?? unit?.District ?? OrgMatcher.DistrictIn(table, catalog);
        var ownRow = OwnRows(unit, catalog);
        var (reading, score, formFindings) = FormMatcher.Match(table, catalog, hints, district, unit, ownRow, rough);
        if (stamp is not null) (reading, score, formFindings) = stamp.OfForm(table, (reading, score, formFindings), hints, form => FormMatcher.Held(form, table, unit, ownRow, rough));
        // The city writes to each district under one name; whose notice it is, the form says.
        if (unit is null && reading is { Form.District: { Length: > 0 } ofForm }) (unit, unitFindings) = Whose(ofForm);
        List<Finding> findings = [.. table.Findings.Where(finding => hints.Period is null || finding.Code != "period_conflict"), .. formFindings, .. unitFindings, .. ignored is null ? (IEnumerable<Finding>)[] : [ignored]];
        if (reading is null) return new(table, null, unit, null, score, [], findings);
        if (unit is { } whose && reading.Form.District is { Length: > 0 } home && home != whose.District)
            findings.Add(MatchFindings.FormOfAnotherDistrict(table, reading.Form, whose, catalog.District(home)?.Name ?? home));
        var (period, periodFindings) = PeriodMatcher.Match(table, reading.Form, hints);
        if (stamp is not null) (period, periodFindings) = stamp.OfPeriod(table, reading.Form, (period, periodFindings), hints);
        findings.AddRange(periodFindings);
        if (period is { } known && known != rough) reading = Reading.Best(InForce(catalog, reading.Form, known) ?? reading.Form, table, unit, row => IsOf(row, unit, catalog), period);
        if (period is { } settled && InForce(catalog, reading.Form, settled) is null) findings.Add(MatchFindings.FormNotInForce(table, reading.Form, settled));
        if (stamp?.Form.Id == reading.Form.Id && stamp.Stamp.Version != reading.Form.Version) findings.Add(StampFindings.Outdated(table, stamp.Stamp, reading.Form));
        var (cells, cellFindings) = CellMatcher.Match(table, reading);
        findings.AddRange(StructureFindings(table, reading, unit));
        findings.AddRange(PrintedRuleFindings.Of(table, reading.Form));
        findings.AddRange(cellFindings);
        return new(table, reading.Form, unit, period, score, cells, findings);

        (OrgUnit? Unit, IReadOnlyList<Finding> Findings) Whose(string? ofDistrict)
        {
            var printed = OrgMatcher.Match(table, catalog, hints, rough, ofDistrict);
            return stamp is null ? printed : stamp.OfUnit(table, printed, hints);
        }
    }

    static Form? InForce(Catalog catalog, Form form, Period period) =>
        catalog.Forms.FirstOrDefault(version => version.Id == form.Id && version.District == form.District && version.AppliesTo(period.Start));

    /// <summary>Whether a row is about the unit, asked once for each row however many forms the table is held against.</summary>
    static Func<TableRow, bool> OwnRows(OrgUnit? unit, Catalog catalog)
    {
        var known = new Dictionary<TableRow, bool>(ReferenceEqualityComparer.Instance);
        return row => known.TryGetValue(row, out var own) ? own : known[row] = IsOf(row, unit, catalog);
    }

    static bool IsOf(TableRow row, OrgUnit? unit, Catalog catalog) =>
        unit is not null && OrgMatcher.Find(catalog.OrgUnits.Where(other => other.District == unit.District), row.Label)?.Code == unit.Code;

    static IEnumerable<Finding> StructureFindings(UnderstoodTable table, Reading reading, OrgUnit? unit)
    {
        var (lines, across) = (reading.Lines, reading.LinesAcross);
        foreach (var line in Missing(reading, unit))
            yield return CellFindings.LineMissing(table, line, [.. lines.Unknown.Where(item => item.Near.Contains(line)).Select(item => item.Slot.Label)]);
        foreach (var twice in lines.Twice)
        {
            var first = lines.Matches.First(match => match.Line == twice.Line).Slot;
            yield return CellFindings.LineTwice(table, twice, first, across, across ? Repeats.Columns(table, first.Place, twice.Slot.Place) : Repeats.Rows(table, first.Place, twice.Slot.Place));
        }
        foreach (var (slot, near) in lines.Unknown.Where(item => item.Slot.HasValues && !across))
            yield return CellFindings.LineUnknown(table, slot, near, across);
        foreach (var match in lines.Matches.Where(match => match.Score < 0.93m)) yield return CellFindings.LineGuessed(table, match, across);
        foreach (var column in MissingColumns(reading, unit)) yield return CellFindings.ColumnMissing(table, column);
        foreach (var (column, source) in reading.TwiceColumns)
            yield return CellFindings.ColumnTwice(table, column, source,
                reading.Answers.FirstOrDefault(answer => answer.Column == column) is { } first && Repeats.Columns(table, first.Source.Column, source.Column));
        foreach (var source in reading.UnknownColumns) yield return CellFindings.ColumnUnknown(table, source);
        if (reading.Assumed is { } assumed) yield return CellFindings.ColumnAssumed(table, assumed);
    }

    /// <summary>Lines that the unit owes and the sheet lacks, where no other part of the form may bring them; nobody is told before it is known whose sheet it is.</summary>
    static IEnumerable<FormLine> Missing(Reading reading, OrgUnit? unit) => unit is null || reading.Form.AllowsParts == true ? []
        : reading.Form.Lines.Where(line => line.Required && Owes(reading.Form, unit, line) && reading.Lines.Matches.All(match => match.Line != line));

    static IEnumerable<FormColumn> MissingColumns(Reading reading, OrgUnit? unit) => reading.Form.Columns.Where(column =>
        reading.Form.AllowsParts != true && !reading.ColumnScores.ContainsKey(column)
        && reading.Form.Lines.Any(line => line.Required && line.Fills(column.Id) && (unit is null || Owes(reading.Form, unit, line))));

    static bool Owes(Form form, OrgUnit unit, FormLine line) => form.ObligationOf(unit.Role) is { } obligation && obligation.Owes(line.Number);
}
