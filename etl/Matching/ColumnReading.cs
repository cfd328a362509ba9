using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>Lines across the header; the form's columns in the header with them, down the rows, or not named at all.</summary>
static class ColumnReading
{
    public static Reading Of(Form form, UnderstoodTable table, Func<TableRow, bool> isOwnRow, Period? period)
    {
        var heads = table.Columns.Select(column => Head.Of(form, column, period)).ToList();
        var matches = new Dictionary<FormColumn, LineMatches>();
        var groups = heads.GroupBy(head => head.Column?.Id).Select(group => (Column: group.First().Column, Heads: group.ToList())).ToList();
        var byGroup = groups.ConvertAll(group => (group.Column, Lines: LineMatcher.Match(form, SlotsOf(group.Heads, table))));
        var rows = RowsOf(form, table, isOwnRow, period);
        var assumed = byGroup.Exists(group => group.Column is null && group.Lines.Matches.Count > 0) && rows.Exists(pair => pair.Column is null)
            ? form.Columns.FirstOrDefault(column => !column.IsQuoted) : null;
        var sources = table.Columns.ToDictionary(column => column.Column);
        var answers = (
            from @group in byGroup
            from match in @group.Lines.Matches.Where(match => !match.Slot.IsHeading)
            from row in rows
            let column = @group.Column ?? row.Column ?? assumed
            where column is not null
            select new Answer(match.Line, column, row.Row, sources[match.Slot.Place])).DistinctBy(answer => (answer.Line.Number, answer.Column.Id)).ToList();
        var scores = answers.Select(answer => answer.Column).Distinct().ToDictionary(column => column, column => column == assumed ? 0.5m : 0.95m);
        var unknown = byGroup.SelectMany(group => group.Lines.Unknown).Where(item => item.Slot.HasValues).Select(item => sources[item.Slot.Place]).ToList();
        return new(form, true, Combined(byGroup.ConvertAll(group => group.Lines)), scores, answers, unknown, [], assumed);
    }

    /// <summary>Each line once, however many form columns stand under it.</summary>
    static LineMatches Combined(List<LineMatches> groups) => new(
        [.. groups.SelectMany(group => group.Matches).Where(match => !match.Slot.IsHeading).GroupBy(match => match.Line.Number).Select(same => same.MaxBy(match => match.Score)!)],
        [.. groups.SelectMany(group => group.Twice)], [.. groups.SelectMany(group => group.Unknown)]);

    static List<Slot> SlotsOf(List<Head> heads, UnderstoodTable table)
    {
        var slots = new List<Slot>();
        foreach (var head in heads)
        {
            var hasValues = table.Rows.Any(row => row.Values.TryGetValue(head.Source.Column, out var value) && (value.State != ValueState.blank || value.Unreadable));
            slots.AddRange(head.Above.Where(above => slots.TrueForAll(slot => slot.Label != above)).Select(above => new Slot(head.Source.Column, above, 0, null, true, false)));
            var level = head.Above.Count > 0 || SheetWords.IsOfWhich(head.Label) ? 1 : 0;
            slots.Add(new(head.Source.Column, head.Label, level, null, false, hasValues));
        }
        return slots;
    }

    /// <summary>The rows to read: those that name form columns, the row of the period, of the unit, or the only one.</summary>
    static List<(TableRow Row, FormColumn? Column)> RowsOf(Form form, UnderstoodTable table, Func<TableRow, bool> isOwnRow, Period? period)
    {
        var rows = table.Rows.Where(row => row.Kind != RowKind.heading && row.Values.Values.Any(value => value.State != ValueState.blank || value.Unreadable)).ToList();
        var named = rows.Select(row => (Row: row, ColumnMatcher.Match(form, [row.Label], row.Period, period).Column)).Where(pair => pair.Column is not null && (pair.Row.Period is null || pair.Column.HasOwnPeriod)).ToList();
        if (named.Count > 0) return [.. named.DistinctBy(pair => pair.Column!.Id)];
        var ofPeriod = rows.Where(row => row.Period is not null && row.Period == period).ToList();
        if (ofPeriod.Count == 0) ofPeriod = rows.Where(isOwnRow).ToList();
        if (ofPeriod.Count == 0 && rows.Count == 1) ofPeriod = rows;
        return [.. ofPeriod.Take(1).Select(row => (row, (FormColumn?)null))];
    }

    /// <summary>A header path taken apart: the form column it names, the words of the line, and the words above those.</summary>
    sealed record Head(TableColumn Source, FormColumn? Column, string Label, IReadOnlyList<string> Above)
    {
        public static Head Of(Form form, TableColumn source, Period? period)
        {
            var path = source.Path.Where(words => Units.ParseList(words).Count == 0).ToList();
            for (var index = path.Count - 1; index >= 0 && path.Count > 1; index--)
            {
                if (ColumnMatcher.Match(form, [path[index]], source.Period, period) is not { Column: { } column } || column.Title.Length == 0) continue;
                if (NamesLine(form, path[index])) continue;
                path.RemoveAt(index);
                return Of(source, column, path);
            }
            if (path.Count > 0 && !NamesLine(form, path[^1]) && ColumnMatcher.Split(form, path[^1]) is { } split)
                return Of(source, split.Column, [.. path[..^1], split.Remainder]);
            return Of(source, null, path);
        }

        static Head Of(TableColumn source, FormColumn? column, List<string> path)
        {
            while (path.Count > 1 && SheetWords.KindOf(path[^1]) != RowKind.data) path.RemoveAt(path.Count - 1);
            return path.Count == 0 ? new(source, column, "", []) : new(source, column, path[^1], path[..^1]);
        }

        static bool NamesLine(Form form, string words) =>
            form.Lines.Any(line => line.Aliases.Prepend(line.Label).Any(name => LabelKey.Of(name).Likeness(LabelKey.Of(words)) >= 0.96m));
    }
}
