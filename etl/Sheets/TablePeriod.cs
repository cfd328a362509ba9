using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Sheets;

/// <summary>Settles the period a table speaks of from all the places that may name it, and says where they disagree.</summary>
sealed record TablePeriod(Period? Period, string? Words, int? Year, IReadOnlyList<Finding> Findings)
{
    public static TablePeriod Of(string sheet, IReadOnlyList<GridRow> preamble, PreambleFacts facts)
    {
        var named = Named(preamble, facts);
        var year = named.Select(item => item.Word.Period?.Start.Year).FirstOrDefault(known => known is not null);
        year ??= PeriodWords.FindInName(sheet) is { Period: { } ofSheet } ? ofSheet.Start.Year : null;
        var full = named.Select(item => (item.Word, item.Cell, Period: item.Word.Period ?? (year is { } known ? item.Word.In(known) : (Period?)null)))
            .Where(item => item.Period is not null).ToList();
        if (full.Exists(item => !item.Word.HasDay)) full.RemoveAll(item => item.Word.HasDay);
        if (full.Count == 0) return OfSheetName(sheet, named.Select(item => item.Word).FirstOrDefault());
        var best = full.MinBy(item => item.Period!.Value.Kind);
        var findings = full.Where(item => !Agree(item.Period!.Value, best.Period!.Value))
            .Select(item => SheetFindings.PeriodConflict(sheet, item.Cell, best.Period!.Value, item.Word.Words, item.Period!.Value)).Take(1).ToList();
        if (!best.Word.HasDay && OfName(sheet, best.Period!.Value) is { } ofName && !Agree(best.Period.Value, ofName) && !Agree(ofName, best.Period.Value))
            findings.Add(SheetFindings.SheetNameDiffers(sheet, best.Period.Value, ofName));
        if (best.Word.IsSpan || best.Word.HasDay) findings.Add(SheetFindings.PeriodGuessed(sheet, best.Period!.Value, best.Word.Words));
        return new(best.Period, best.Word.Words, best.Period!.Value.Start.Year, findings);
    }

    static TablePeriod OfSheetName(string sheet, PeriodWord? partial)
    {
        if (PeriodWords.FindInName(sheet) is not { } found) return new(null, partial?.Words, null, []);
        return found.Period is { } period
            ? new(period, sheet, period.Start.Year, [SheetFindings.PeriodGuessed(sheet, period, sheet)])
            : new(null, partial?.Words ?? found.Words, null, []);
    }

    /// <summary>The period in a sheet's name; 3月 alone is of the table's year, 03月报 is the third form.</summary>
    static Period? OfName(string sheet, Period table) =>
        PeriodWords.FindInName(sheet) is { } found && (found.Period is not null || ChineseDigits.InDates(Sheets.Words.Bare(sheet)) == found.Words) ? found.In(table.Start.Year) : null;

    static List<(PeriodWord Word, Cell Cell)> Named(IReadOnlyList<GridRow> preamble, PreambleFacts facts)
    {
        var lines = facts.PeriodLines.SelectMany(line => Named(line.Words, line.Cell));
        var titles = preamble.SelectMany(Preamble.PlainCells).Where(cell => !SheetWords.IsNote(cell.Text)).SelectMany(cell => Named(cell.Text, cell));
        return [.. titles.Concat(lines)];
    }

    /// <summary>What a cell says the period is, and each further month that it names.</summary>
    static IEnumerable<(PeriodWord Word, Cell Cell)> Named(string words, Cell cell)
    {
        if (PeriodWords.Find(words) is not { } found) return [];
        var others = found is { Kind: PeriodKind.month, HasDay: false } ? NamedMonths.In(words).Where(month => month.Month != found.Month || month.Period is { } own && found.Period is { } first && own != first) : [];
        return [(found, cell), .. others.Select(month => (month, cell))];
    }

    /// <summary>2022年 and 2022年3月 agree; so do a quarter and its last month.</summary>
    static bool Agree(Period wide, Period narrow) => wide.Start <= narrow.Start && narrow.End <= wide.End;
}
