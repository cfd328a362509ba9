using Reporting.Etl.Intake;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>Gives each cell its value in the line's unit.</summary>
static class CellMatcher
{
    const decimal TooLarge = 100_000_000_000_000m; // 14 integer digits is what the warehouse holds

    public static (IReadOnlyList<MatchedCell> Cells, IReadOnlyList<Finding> Findings) Match(UnderstoodTable table, Reading reading)
    {
        var cells = new List<MatchedCell>();
        var findings = new List<Finding>();
        foreach (var answer in reading.Answers)
        {
            var source = answer.Row.Values[answer.Source.Column];
            if (!answer.Line.Fills(answer.Column.Id) && (source.Value is null || source.Unreadable)) continue; // — or a remark, where — is printed
            var cell = new MatchedCell(answer.Line, answer.Column, answer.Row.Row, answer.Source.Column, source, source.Value, source.State, source.Bound);
            cells.Add(source.Value is null ? cell : Converted(table, answer, cell, findings));
            if (source.Unreadable) findings.Add(CellFindings.ValueUnreadable(table, cell));
        }
        findings.AddRange(Conflicts(table, reading));
        findings.AddRange(cells.Where(cell => cell.Source.Guessed is not null && !cell.Source.Unreadable).GroupBy(cell => cell.Source.Guessed!)
            .Select(same => CellFindings.ValueGuessed(table, same.Key, [.. same])));
        return (cells, findings);
    }

    static MatchedCell Converted(UnderstoodTable table, Answer answer, MatchedCell cell, List<Finding> findings)
    {
        if (UnitOf(table, answer) is not { } unit) return cell with { Value = null, State = ValueState.blank }; // the line's unit_conflict speaks for it
        if (OwnMultiplier(table, answer, cell.Source) is var (own, fits) && !fits)
        {
            findings.Add(CellFindings.UnitConflict(table, answer.Line, cell.Source.UnitWords ?? cell.Source.Text, Address.Of(cell.Row, cell.ColumnNumber)));
            return cell with { Value = null, State = ValueState.blank };
        }
        var multiplier = own ?? unit.Multiplier;
        if (Math.Abs(cell.Source.Value!.Value) >= TooLarge || Math.Abs(cell.Source.Value.Value * multiplier) >= TooLarge)
        {
            findings.Add(CellFindings.ValueTooLarge(table, cell));
            return cell with { Value = null, State = ValueState.blank };
        }
        var value = cell.Source.Value.Value * multiplier;
        var rounded = Figures.Round(value, 4);
        if (rounded != value) findings.Add(CellFindings.ValueRounded(table, cell, value, rounded));
        return cell with { Value = rounded };
    }

    /// <summary>Each line once, at its first figure, whose unit in the sheet cannot become the form's.</summary>
    static IEnumerable<Finding> Conflicts(UnderstoodTable table, Reading reading)
    {
        var given = reading.Answers.Where(answer => answer.Line.Fills(answer.Column.Id) && answer.Row.Values[answer.Source.Column].Value is not null).ToList();
        var conflicting = given.FindAll(answer => UnitOf(table, answer) is null);
        // The one unit printed over the table is wrong, not each of its lines.
        if (conflicting.Count > 1 && conflicting.Count == given.Count && given.TrueForAll(answer => answer.Row.UnitWords is null && answer.Source.UnitWords is null))
            return [CellFindings.UnitConflict(table, [.. given.Select(answer => answer.Line.Unit).Distinct()])];
        return conflicting.OrderBy(answer => answer.Row.Row).ThenBy(answer => answer.Source.Column)
            .DistinctBy(answer => answer.Line.Number)
            .Select(answer => CellFindings.UnitConflict(table, answer.Line, WordsOf(table, answer)!, Address.Of(answer.Row.Row, answer.Source.Column)));
    }

    /// <summary>The unit nearest to the cell: of its row, its column, then the table. Where none fits the line, null.</summary>
    static MeasureUnit? UnitOf(UnderstoodTable table, Answer answer)
    {
        if (WordsOf(table, answer) is not { } words) return new(answer.Line.Unit, 1);
        var units = Units.ParseList(words);
        var asked = Units.Parse(answer.Line.Unit) ?? new(answer.Line.Unit, 1);
        if (units.Count == 0) return asked with { Multiplier = 1 };
        return units.FirstOrDefault(unit => unit.Base == asked.Base) is { } same ? new(same.Base, same.Multiplier / asked.Multiplier)
            : units.FirstOrDefault(unit => IsHeads(unit.Base) && IsHeads(asked.Base)) is { } alike ? new(asked.Base, alike.Multiplier / asked.Multiplier) : null;
    }

    static string? WordsOf(UnderstoodTable table, Answer answer) => answer.Row.UnitWords ?? answer.Source.UnitWords ?? table.UnitWords;

    /// <summary>人 and 人次 count alike; a sheet's one 单位：人 covers both kinds of line.</summary>
    static bool IsHeads(string unit) => unit is "人" or "人次" or "名" or "位";

    /// <summary>What a unit written in the cell itself makes of the number; null where the sheet's unit holds.</summary>
    static (decimal? Multiplier, bool Fits) OwnMultiplier(UnderstoodTable table, Answer answer, CellValue source)
    {
        var asked = Units.Parse(answer.Line.Unit) ?? new(answer.Line.Unit, 1);
        if ((source.UnitWords ?? ShareIn(source)) is not { } words) return (null, true);
        if (Units.Parse(words) is not { } own) return (ReadScale(table, answer) / asked.Multiplier, true); // 万 alone
        if (ShareOf(own.Base) is { } share) return (share / ShareOf(asked.Base), ShareOf(asked.Base) is not null);
        var fits = ShareOf(asked.Base) is null && IsMoney(own.Base) == IsMoney(asked.Base) && (own.Base.Contains('/', StringComparison.Ordinal) is false || own.Base == asked.Base);
        return ((own.Multiplier > 1 ? ReadScale(table, answer) : 1) / asked.Multiplier, fits);
    }

    /// <summary>What a scale written in the cell was already divided by when the cell was read.</summary>
    static decimal ReadScale(UnderstoodTable table, Answer answer) => answer.Source.Multiplier ?? table.Multiplier;

    static string? ShareIn(CellValue value) =>
        value.Text.TrimEnd() is not { Length: > 0 } text ? null : text[^1] switch { '%' or '％' => "%", '‰' => "‰", _ => null };

    static decimal? ShareOf(string unit) => unit switch { "%" or "百分点" => 1, "‰" => 0.1m, _ => null };

    static bool IsMoney(string unit) => unit.StartsWith('元');
}
