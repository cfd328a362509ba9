using System.Globalization;

namespace Reporting.Etl.Rules;

/// <summary>Which figure was probably written wrongly where 累计 is not previous + month, named only where the figures fit exactly.</summary>
static class Suspects
{
    const decimal TenThousand = 10_000;
    const decimal LeastByChance = 10;

    /// <param name="Before">The year's sum before the period; <paramref name="LastMonth"/> the period before alone, where held.</param>
    public sealed record Figures(string MonthTitle, string YtdTitle, decimal Before, decimal? LastMonth, decimal Month, decimal Ytd)
    {
        public decimal YtdDue => Before + Month;
        public decimal MonthDue => Ytd - Before;

        public decimal? LastYearMonth { get; init; }
        public decimal? LastYearYtd { get; init; }

        /// <summary>What is due in the lines above and below.</summary>
        public IReadOnlyList<Due> Neighbours { get; init; } = [];
    }

    public sealed record Due(int Line, decimal Month, decimal Ytd);

    /// <summary>A sentence in both languages, closed by a blank in English; empty where none or several explanations fit.</summary>
    public static (string Zh, string En) Of(Figures figures)
    {
        if (SheetRepeated(figures) is { } repeated) return repeated;
        List<(string, string)> fitting = [.. Explanations.Select(explain => explain(figures)).OfType<(string, string)>()];
        return fitting switch
        {
            [var only] => only,
            // Months repeat by chance as well, so this is thought of only where nothing else fits.
            [] => MonthRepeated(figures) ?? ("", ""),
            _ => ("", ""),
        };
    }

    static readonly IReadOnlyList<Func<Figures, (string, string)?>> Explanations = [YtdUnchanged, ColumnsEqual, ColumnsExchanged, DigitsSwapped, TenThousandOff, PointSlipped, LastYearCopied, LineShifted];

    static (string, string)? SheetRepeated(Figures f) => f.Before != 0 && f.Ytd == f.Before && f.Month == f.LastMonth
        ? ("两栏都与上期相同，可能把上期的表又报了一次。", "Both columns repeat the period before: that sheet may have been sent again. ") : null;

    static (string, string)? YtdUnchanged(Figures f) => f.Before != 0 && f.Ytd == f.Before
        ? ($"{f.YtdTitle}与上期累计相同，可能没有加上{f.MonthTitle}。", $"{f.YtdTitle} is still the previous one; {f.MonthTitle} may not have been added. ") : null;

    static (string, string)? ColumnsEqual(Figures f) => f.Before != 0 && f.Ytd == f.Month
        ? ($"{f.YtdTitle}与{f.MonthTitle}相同，其中一栏可能抄错。", $"{f.YtdTitle} equals {f.MonthTitle}; one of them may be copied from the other. ") : null;

    static (string, string)? ColumnsExchanged(Figures f) => f.Month != f.Ytd && f.Month == f.Before + f.Ytd && f.Ytd >= 0
        ? ($"{f.MonthTitle}与{f.YtdTitle}可能填反了：对调以后正好相符。", $"{f.MonthTitle} and {f.YtdTitle} may have been exchanged: the other way round they fit. ") : null;

    static (string, string)? DigitsSwapped(Figures f) => Either(f, AreSwapped,
        (title, found, due) => ($"{title}可能把相邻两位数字写颠倒了（{found}，应为 {due}）", $"{title} may have two neighbouring digits swapped ({found} for {due})"));

    static (string, string)? TenThousandOff(Figures f) => Either(f, (found, due) => found != 0 && (found * TenThousand == due || due * TenThousand == found),
        (title, found, due) => ($"{title}可能多填或少填了“万”（{found}，应为 {due}）", $"{title} may be off by a 万 ({found} for {due})"));

    static (string, string)? PointSlipped(Figures f) => Either(f, (found, due) => found != 0 && due != 0 && new[] { 10, 100 }.Any(times => found * times == due || due * times == found),
        (title, found, due) => ($"{title}可能点错了小数点或多写、少写了 0（{found}，应为 {due}）", $"the decimal point of {title} may have slipped, or a 0 ({found} for {due})"));

    // A small number may be last year's by chance.
    static (string, string)? LastYearCopied(Figures f) =>
        f.Ytd >= LeastByChance && f.Ytd == f.LastYearYtd ? ($"{f.YtdTitle}与上年同期累计相同，可能抄成了上年的数。", $"{f.YtdTitle} is last year's; it may have been copied. ")
        : f.Month >= LeastByChance && f.Month == f.LastYearMonth && f.MonthDue >= 0
            ? ($"{f.MonthTitle}与上年同期相同，可能抄成了上年的数（若累计无误，应为 {Shown.Number(f.MonthDue)}）。",
                $"{f.MonthTitle} is last year's; it may have been copied (with the cumulative figure right, it is {Shown.Number(f.MonthDue)}). ")
        : null;

    static (string, string)? LineShifted(Figures f) => f.Neighbours.FirstOrDefault(due => f.Ytd >= LeastByChance && f.Ytd == due.Ytd) is { } ofYtd ? Shifted(f.YtdTitle, ofYtd.Line)
        : f.Neighbours.FirstOrDefault(due => f.Month >= LeastByChance && f.Month == due.Month) is { } ofMonth ? Shifted(f.MonthTitle, ofMonth.Line) : null;

    static (string, string) Shifted(string title, int line) =>
        ($"{title}正是第 {line} 行应有的数，可能填错了行。", $"{title} is what line {line} should have; it may have slipped by a line. ");

    static (string, string)? MonthRepeated(Figures f) => f.Month != 0 && f.Month == f.LastMonth && f.MonthDue >= 0
        ? ($"{f.MonthTitle}与上期相同，可能没有更新（若累计无误，应为 {Shown.Number(f.MonthDue)}）。",
            $"{f.MonthTitle} repeats the period before; it may not have been updated (with the cumulative figure right, it is {Shown.Number(f.MonthDue)}). ")
        : null;

    /// <summary>The same explanation tried on 累计 and on 本月; where it fits both, either may be the wrong one.</summary>
    static (string, string)? Either(Figures f, Func<decimal, decimal, bool> fits, Func<string, string, string, (string Zh, string En)> say)
    {
        List<(string Zh, string En)> said = [];
        if (fits(f.Ytd, f.YtdDue)) said.Add(say(f.YtdTitle, Shown.Number(f.Ytd), Shown.Number(f.YtdDue)));
        if (f.MonthDue >= 0 && fits(f.Month, f.MonthDue)) said.Add(say(f.MonthTitle, Shown.Number(f.Month), Shown.Number(f.MonthDue)));
        return said.Count == 0 ? null : (string.Join("，或", said.Select(words => words.Zh)) + "。", string.Join(", or ", said.Select(words => words.En)) + ". ");
    }

    /// <summary>Whether one exchange of two neighbouring digits turns one figure into the other: 1234 and 1324.</summary>
    internal static bool AreSwapped(decimal left, decimal right)
    {
        if (left < 0 || right < 0) return false;
        var (one, other) = (left.ToString("0.####", CultureInfo.InvariantCulture), right.ToString("0.####", CultureInfo.InvariantCulture));
        if (one.Length != other.Length) return false;
        List<int> different = [.. Enumerable.Range(0, one.Length).Where(index => one[index] != other[index])];
        return different is [var first, var second] && second == first + 1 && one[first] == other[second] && one[second] == other[first];
    }
}
