using System.Globalization;
using Reporting.Warehouse.Reference;
using static Reporting.Portal.Demo.DemoMistakes;

namespace Reporting.Portal.Demo;

/// <summary>Mistakes in single cells.</summary>
static class WrongFigures
{
    static readonly string[] Evasions = ["约二十几人", "见附件", "待核实", "同上月", "详见附表"];

    public static Mistaken? PartExceedsWhole(FilledForm truth, DemoRandom random)
    {
        var more = random.Between(1, 3);
        return FirstOf(random, truth.OwnLines, part =>
        {
            if (RulesOf(truth.Form, part).ToArray() is not [var rule] || !rule.Expression.Contains(">=", StringComparison.Ordinal)) return null;
            if (LinesOf(rule) is not [var number, var other] || other != part.Number || truth.Form.Line(number) is not { } whole) return null;
            if (Sums(truth, whole) is not { Month: > 0 } all || Sums(truth, part) is not { } own) return null;
            var wrong = all.Month + more;
            return own.Ytd - own.Month + wrong > all.Ytd ? null : WithMonth(truth, part, own, wrong);
        });
    }

    /// <summary>The sum of last month left standing, or two of its digits swapped.</summary>
    public static Mistaken? WrongCumulative(FilledForm truth, DemoRandom random) => FirstOf(random, truth.OwnLines, line =>
    {
        if (Sums(truth, line) is not { } own || own.Month == 0 || truth.Period.Start.Month == 1) return null;
        var wrong = random.Shuffle([own.Ytd - own.Month, .. SwappedDigits(own.Ytd)])
            .FirstOrDefault(value => value != own.Ytd && value >= own.Ytd - own.Month && value >= own.Month && value > 0 && FitsBetween(truth, line, value));
        var column = truth.Form.YearToDateColumn()!;
        return wrong == 0 ? null : new(truth.With((line, column, Entry.Of(wrong))), line, column, InWords(wrong), InWords(own.Ytd));
    });

    public static Mistaken? Evaded(FilledForm truth, DemoRandom random) => Instead(truth, random, Entry.Said(random.Pick(Evasions)));

    public static Mistaken? LeftBlank(FilledForm truth, DemoRandom random) => Instead(truth, random, Entry.Blank);

    /// <summary>An account number pasted into the wrong column, as a spreadsheet keeps it: fifteen digits. No bank numbers its accounts like this.</summary>
    public static Mistaken? AccountNumber(FilledForm truth, DemoRandom random) =>
        Instead(truth, random, Entry.Of(9_900_001_980_010_000_000m + random.Between(1, 999) * 10_000));

    static Mistaken? Instead(FilledForm truth, DemoRandom random, Entry entry) => FirstOf(random, truth.OwnLines.Where(line => line.Required), line =>
    {
        var column = random.Pick([.. truth.Form.Columns.Where(column => !column.IsQuoted)]);
        return truth.Value(line, column) is not { } value ? null
            : new(truth.With((line, column, entry)), line, column, entry.InWords(), InWords(value));
    });

    /// <summary>A minus typed before a stock, or an earlier month's surplus taken off in this one.</summary>
    public static Mistaken? Negative(FilledForm truth, DemoRandom random) => FirstOf(random, truth.OwnLines.Where(line => line.Minimum >= 0), line =>
    {
        var column = truth.Form.MonthColumn()!;
        if (truth.Value(line, column) is not { } value || IsWhole(truth.Form, line)) return null;
        if (Sums(truth, line) is { } own) return own.Ytd - own.Month >= 3 ? WithMonth(truth, line, own, -random.Between(1, 3)) : null;
        return value == 0 || IsFlow(truth, line) ? null : new(truth.With((line, column, Entry.Of(-value))), line, column, InWords(-value), InWords(value));
    });

    /// <summary>Half a person among those counted at the month's end, where no sum gives it away.</summary>
    public static Mistaken? NotWhole(FilledForm truth, DemoRandom random) => FirstOf(random, truth.OwnLines.Where(line => line.Decimals == 0), line =>
    {
        var column = truth.Form.MonthColumn()!;
        if (truth.Value(line, column) is not { } value || value < 1 || IsFlow(truth, line) || IsWhole(truth.Form, line)) return null;
        return new(truth.With((line, column, Entry.Of(value - 0.5m))), line, column, InWords(value - 0.5m), InWords(value));
    });

    /// <summary>The month's end written once more under 本年累计, where the form prints —.</summary>
    public static Mistaken? WhereNothingIsAsked(FilledForm truth, DemoRandom random) => FirstOf(random, truth.OwnLines, line =>
        truth.Form.YearToDateColumn() is { } column && !line.Fills(column.Id) && truth.Value(line, truth.Form.MonthColumn()) is { } value
            ? new(truth.With((line, column, Entry.Of(value))), line, column, InWords(value), "")
            : null);

    /// <summary>上年同期 copied wrongly; of a line that may rise, so that no part exceeds its whole by it.</summary>
    public static Mistaken? WrongLastYear(FilledForm truth, DemoRandom random) => FirstOf(random, truth.OwnLines.Where(line => IsFree(truth.Form, line)), line =>
    {
        var column = truth.Form.Columns.FirstOrDefault(column => column.IsQuoted && line.Fills(column.Id));
        if (truth.Period.Start.Year == DemoPlan.First.Start.Year || column is null || truth.Value(line, column) is not { } value) return null;
        var wrong = value + random.Between(2, 9);
        return new(truth.With((line, column, Entry.Of(wrong))), line, column, InWords(wrong), InWords(value));
    });

    /// <summary>A figure in 人 taken for one in 万人 and written out.</summary>
    public static Mistaken? TenThousandfold(FilledForm truth, DemoRandom random) => truth.Period < DemoPlan.First.Next(4) ? null
        : FirstOf(random, truth.OwnLines.Where(line => IsFree(truth.Form, line) && truth.Form.WholeOf(line) is null), line =>
            Sums(truth, line) is { Month: > 0 } own ? WithMonth(truth, line, own, own.Month * 10_000) : null);

    static bool IsWhole(Form form, FormLine line) => RulesOf(form, line).Any(rule => LinesOf(rule).FirstOrDefault() == line.Number) || form.PartsOf(line).Any();

    static bool FitsBetween(FilledForm truth, FormLine line, decimal value)
    {
        var column = truth.Form.YearToDateColumn();
        return RulesOf(truth.Form, line).All(rule => LinesOf(rule) is [var whole, var part] && truth.Form.Line(whole == line.Number ? part : whole) is { } other
            && (truth.Value(other, column) is not { } bound || (whole == line.Number ? value >= bound : value <= bound)));
    }

    static IEnumerable<decimal> SwappedDigits(decimal value)
    {
        var digits = InWords(value);
        for (var index = 0; index + 1 < digits.Length; index++)
            if (digits[index + 1] != '0' || index > 0)
                yield return decimal.Parse($"{digits[..index]}{digits[index + 1]}{digits[index]}{digits[(index + 2)..]}", CultureInfo.InvariantCulture);
    }
}
