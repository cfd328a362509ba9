using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>A form with one mistake in it.</summary>
/// <param name="Line">The line meant; null for the whole sheet.</param>
/// <param name="Column">The column meant; null for a whole line or sheet.</param>
sealed record Mistaken(FilledForm Filled, FormLine? Line, FormColumn? Column, string Written, string True);

/// <summary>
/// The eight kinds of mistakes. Each breaks one rule and no other: where a wrong month would also make the cumulative figure wrong,
/// the sender has added up what is written. A kind answers null where a sheet gives no occasion for it.
/// </summary>
static partial class DemoMistakes
{
    static readonly string[] Evasions = ["约二十几人", "见附件", "待核实", "同上月", "详见附表"];

    public static IReadOnlyList<(string Code, Func<FilledForm, DemoRandom, Mistaken?> Make)> Kinds { get; } =
    [
        ("part_exceeds_whole", PartExceedsWhole),
        ("ytd_not_previous_plus_month", WrongCumulative),
        ("value_unreadable", (truth, random) => Instead(truth, random, Entry.Said(random.Pick(Evasions)))),
        ("value_required", (truth, random) => Instead(truth, random, Entry.Blank)),
        ("value_negative", Negative),
        ("value_not_whole", NotWhole),
        ("org_unit_conflict", (_, _) => null), // needs a neighbour: NamedFor
        ("line_missing", LineLeftOut),
    ];

    /// <summary>The neighbour's sheet taken as a template, its name left on it.</summary>
    public static Mistaken? NamedFor(FilledForm truth, IEnumerable<OrgUnit> units, DemoRandom random)
    {
        var neighbours = units.Where(unit => unit.Code != truth.Sender.Code && unit.Kind == truth.Sender.Kind && unit.IsValidOn(truth.Period.Start)
            && !unit.ReportsFor.Contains(truth.Sender.Code) && !truth.Sender.ReportsFor.Contains(unit.Code)
            && !unit.Name.Contains(truth.Sender.Name, StringComparison.Ordinal) && !truth.Sender.Name.Contains(unit.Name, StringComparison.Ordinal)).ToArray();
        if (neighbours.Length == 0) return null;
        var neighbour = random.Pick(neighbours);
        return new(truth with { NamedUnit = neighbour }, null, null, neighbour.Name, truth.Sender.Name);
    }

    static Mistaken? PartExceedsWhole(FilledForm truth, DemoRandom random)
    {
        var more = random.Between(1, 3);
        return FirstOf(random, truth.OwnLines, part =>
        {
            if (truth.Form.WholeOf(part) is not { } whole || !OnlyRuleIsAtLeast(truth.Form, whole, part)) return null;
            if (Sums(truth, whole) is not { Month: > 0 } all || Sums(truth, part) is not { } own) return null;
            var wrong = all.Month + more;
            return own.Ytd - own.Month + wrong > all.Ytd ? null : WithMonth(truth, part, own, wrong);
        });
    }

    static bool OnlyRuleIsAtLeast(Form form, FormLine whole, FormLine part) =>
        form.Rules.Where(rule => Numbers().Matches(rule.Expression).Any(number => number.Value == $"{part.Number}")).ToArray() is [var rule]
        && Numbers().Matches(rule.Expression).Select(number => number.Value).Order().SequenceEqual(new[] { $"{whole.Number}", $"{part.Number}" }.Order());

    static Mistaken? WrongCumulative(FilledForm truth, DemoRandom random) => FirstOf(random, truth.OwnLines, line =>
    {
        if (Sums(truth, line) is not { } own || own.Month == 0 || truth.Period.Start.Month == 1) return null;
        var wrong = random.Shuffle([own.Ytd - own.Month, .. SwappedDigits(own.Ytd)])
            .FirstOrDefault(value => value != own.Ytd && value >= own.Ytd - own.Month && value >= own.Month && value > 0 && FitsBetween(truth, line, value));
        var column = truth.Form.YearToDateColumn()!;
        return wrong == 0 ? null : new(truth.With((line, column, Entry.Of(wrong))), line, column, InWords(wrong), InWords(own.Ytd));
    });

    static Mistaken? Instead(FilledForm truth, DemoRandom random, Entry entry) => FirstOf(random, truth.OwnLines.Where(line => line.Required), line =>
    {
        var column = random.Pick([.. truth.Form.Columns.Where(column => !column.IsQuoted)]);
        return truth.Value(line, column) is not { } value ? null
            : new(truth.With((line, column, entry)), line, column, entry.InWords(), InWords(value));
    });

    /// <summary>A minus typed before a stock, or an earlier month's surplus taken off in this one.</summary>
    static Mistaken? Negative(FilledForm truth, DemoRandom random) => FirstOf(random, truth.OwnLines.Where(line => line.Minimum >= 0), line =>
    {
        var column = truth.Form.MonthColumn()!;
        if (truth.Value(line, column) is not { } value || truth.Form.PartsOf(line).Any()) return null;
        if (Sums(truth, line) is { } own) return own.Ytd - own.Month >= 3 ? WithMonth(truth, line, own, -random.Between(1, 3)) : null;
        return value == 0 || IsFlow(truth, line) ? null : new(truth.With((line, column, Entry.Of(-value))), line, column, InWords(-value), InWords(value));
    });

    /// <summary>Half a person among those counted at the month's end, where no sum gives it away.</summary>
    static Mistaken? NotWhole(FilledForm truth, DemoRandom random) => FirstOf(random, truth.OwnLines.Where(line => line.Decimals == 0), line =>
    {
        var column = truth.Form.MonthColumn()!;
        if (truth.Value(line, column) is not { } value || IsFlow(truth, line) || truth.Form.PartsOf(line).Any()) return null;
        return new(truth.With((line, column, Entry.Of(value + 0.5m))), line, column, InWords(value + 0.5m), InWords(value));
    });

    /// <summary>A row deleted; never a whole whose parts would then hang below another.</summary>
    static Mistaken? LineLeftOut(FilledForm truth, DemoRandom random) =>
        FirstOf(random, truth.OwnLines.Where(line => line.Required && !truth.Form.PartsOf(line).Any()), line =>
            new(truth with { LineLeftOut = line.Number }, line, null, "", line.Label));

    /// <summary>
    /// No mistake to be found: a few too many counted, and added up. Lines that a department answers for as well are spared, so that its
    /// figure for the district stays right.
    /// </summary>
    public static FilledForm? Overcounted(FilledForm truth, DemoRandom random)
    {
        var shared = truth.Form.Obligations.SelectMany(obligation => obligation.Lines).ToHashSet();
        return FirstOf(random, truth.OwnLines.Where(line => !shared.Contains(line.Number) && truth.Form.WholeOf(line) is null), line =>
            Sums(truth, line) is { Month: > 0 } own ? WithMonth(truth, line, own, own.Month + random.Between(1, 4)) : null)?.Filled;
    }

    static Mistaken? FirstOf(DemoRandom random, IEnumerable<FormLine> lines, Func<FormLine, Mistaken?> make) =>
        random.Shuffle(lines).Select(make).FirstOrDefault(mistaken => mistaken is not null);

    static Mistaken WithMonth(FilledForm truth, FormLine line, (decimal Month, decimal Ytd) own, decimal month)
    {
        var (monthColumn, ytdColumn) = (truth.Form.MonthColumn()!, truth.Form.YearToDateColumn()!);
        return new(truth.With((line, monthColumn, Entry.Of(month)), (line, ytdColumn, Entry.Of(own.Ytd - own.Month + month))),
            line, monthColumn, InWords(month), InWords(own.Month));
    }

    /// <summary>Month and year to date of a line that has both.</summary>
    static (decimal Month, decimal Ytd)? Sums(FilledForm truth, FormLine line) =>
        truth.Value(line, truth.Form.MonthColumn()) is { } month && truth.Value(line, truth.Form.YearToDateColumn()) is { } ytd ? (month, ytd) : null;

    static bool IsFlow(FilledForm truth, FormLine line) => truth.Form.YearToDateColumn() is { } column && line.Fills(column.Id);

    static bool FitsBetween(FilledForm truth, FormLine line, decimal value)
    {
        var column = truth.Form.YearToDateColumn();
        var most = truth.Form.WholeOf(line) is { } whole ? truth.Value(whole, column) : null;
        return (most is null || value <= most) && truth.Form.PartsOf(line).All(part => truth.Value(part, column) is not { } own || own <= value);
    }

    static IEnumerable<decimal> SwappedDigits(decimal value)
    {
        var digits = InWords(value);
        for (var index = 0; index + 1 < digits.Length; index++)
            if (digits[index + 1] != '0' || index > 0)
                yield return decimal.Parse($"{digits[..index]}{digits[index + 1]}{digits[index]}{digits[(index + 2)..]}", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();

    static string InWords(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
