using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Warehouse;

namespace Reporting.Etl.Sheets;

/// <summary>A period as someone wrote it.</summary>
/// <param name="Words">The words it was read from.</param>
/// <param name="Period">Null while the year is unknown (3月, 上半年).</param>
/// <param name="Month">Last month spoken of, where the year is unknown.</param>
/// <param name="Kind">month, quarter, half, year or plan.</param>
/// <param name="IsSpan">True for 1—3月: what is cumulated, through its last month.</param>
/// <param name="HasDay">True for a full date, which may be the day of printing rather than the period.</param>
public sealed record PeriodWord(string Words, Period? Period, int? Month, PeriodKind Kind, bool IsSpan, bool HasDay)
{
    /// <summary>The period in a known year.</summary>
    public Period In(int year) => Period ?? PeriodWords.Of(Kind, year, Month ?? 12);
}

/// <summary>Finds periods in words: titles, lines, labels, sheet names and file names.</summary>
public static partial class PeriodWords
{
    const string To = "(?:-|—|–|―|~|至|到){1,2}";

    // Every period holds one of these; of the labels of a long list hardly any does.
    static readonly System.Buffers.SearchValues<char> OfPeriods = System.Buffers.SearchValues.Create("年月季半五QＱ.．-－—–―~～/／至到([（［");

    /// <summary>The most telling period in the text, or null.</summary>
    public static PeriodWord? Find(string text)
    {
        if (!text.AsSpan().ContainsAny(OfPeriods)) return null;
        var bare = ChineseDigits.InDates(Words.Bare(text));
        return Full(bare) is not { } full ? Partial(bare) : full.Kind == PeriodKind.year ? Sharpened(full, bare) : full;
    }

    /// <summary>
    /// As <see cref="Find"/>, also reading 202203 and 2022_3, which only names of files and sheets use. A receipt before the name, as in
    /// 已收/, says when a file came, not what it is about.
    /// </summary>
    public static PeriodWord? FindInName(string name)
    {
        var bare = ChineseDigits.InDates(Words.Bare(Receipt().Replace(name, "")));
        if (Full(bare) is { Kind: not (PeriodKind.year or PeriodKind.plan) } full) return full;
        if (Compact().Match(bare) is { Success: true } match && Month(match) is { } month)
            return new(match.Value, month, month.Start.Month, PeriodKind.month, false, match.Groups["d"].Success);
        var year = Full(bare) ?? (BareYear().Match(bare) is { Success: true } only ? Whole(only, PeriodKind.year, Period.Year(Number(only, "y"))) : null);
        return year is null ? Partial(bare) : year.Kind == PeriodKind.year ? Sharpened(year, bare) : year;
    }

    /// <summary>True where the words are little more than a period, as in a cell or line of its own.</summary>
    public static bool IsOnly(string text)
    {
        var bare = ChineseDigits.InDates(Words.Bare(text)).Trim('(', ')', '[', ']');
        return Find(bare) is { } found && bare.Length - found.Words.Length <= 2;
    }

    /// <summary>The month of a row label such as 3月 or 三月份; null for anything else.</summary>
    public static PeriodWord? OfLabel(string label) =>
        Find(label) is { } found && ChineseDigits.InDates(Words.Bare(label)).Length - found.Words.Length <= 1 ? found : null;

    /// <summary>13月 where the words name a month that no year has; else null.</summary>
    public static string? ImpossibleMonth(string words) => MonthOnly().Match(words) is { Success: true } match && Number(match, "m") is < 1 or > 12 ? $"{Number(match, "m")}月" : null;

    internal static Period Of(PeriodKind kind, int year, int month) => kind switch
    {
        PeriodKind.month => Period.Month(year, month),
        PeriodKind.quarter => Period.Quarter(year, (month + 2) / 3),
        PeriodKind.half => Period.Half(year, (month + 5) / 6),
        _ => Period.Year(year),
    };

    /// <summary>2022年崇明区3月…: the year stands apart from its month.</summary>
    static PeriodWord Sharpened(PeriodWord year, string bare)
    {
        var rest = bare.Remove(bare.IndexOf(year.Words, StringComparison.Ordinal), year.Words.Length);
        return Partial(rest) is not { } part ? year
            : part with { Words = $"{year.Words}{part.Words}", Period = part.In(year.Period!.Value.Start.Year) };
    }

    static PeriodWord? Full(string bare)
    {
        if (HalfYear().Match(bare) is { Success: true } half)
            return Whole(half, PeriodKind.half, Period.Half(Number(half, "y"), half.Groups["h"].Value == "上" ? 1 : 2));
        if (QuarterYear().Match(bare) is { Success: true } quarter)
            return Whole(quarter, PeriodKind.quarter, Period.Quarter(Number(quarter, "y"), Number(quarter, "q")));
        if (Span().Match(bare) is { Success: true } span && Month(span) is { } last)
            return new(span.Value, last, last.Start.Month, PeriodKind.month, true, false);
        var match = MonthYear().Match(bare);
        if (match.Success && Month(match) is { } month) return new(match.Value, month, month.Start.Month, PeriodKind.month, false, match.Groups["d"].Success);
        if (match.Success && ImpossibleMonth(match.Value) is not null) return Whole(match, PeriodKind.year, Period.Year(Number(match, "y")));
        if (Years().Match(bare) is { Success: true } years && Number(years, "y") < Number(years, "last"))
            return Whole(years, PeriodKind.plan, Period.Plan(Number(years, "y"), Number(years, "last")));
        return Year().Match(bare) is { Success: true } year ? Whole(year, PeriodKind.year, Period.Year(Number(year, "y"))) : PlanOf(bare);
    }

    /// <summary>The five years that “十三五” names, whatever else the words say; null where they name none.</summary>
    internal static PeriodWord? PlanOf(string text)
    {
        if (FiveYearPlan().Match(Words.Bare(text)) is not { Success: true } match) return null;
        // The sixth began in 1981, and each has had five years since.
        var first = 1981 + (ChineseDigits.Small(match.Groups["n"].Value) - 6) * 5;
        return Whole(match, PeriodKind.plan, Period.Plan(first, first + 4));
    }

    static PeriodWord? Partial(string bare)
    {
        if (SpanOnly().Match(bare) is { Success: true } span && Number(span, "m") is >= 1 and <= 12)
            return new(span.Value, null, Number(span, "m"), PeriodKind.month, true, false);
        if (MonthOnly().Match(bare) is { Success: true } month && Number(month, "m") is >= 1 and <= 12)
            return new(month.Value, null, Number(month, "m"), PeriodKind.month, false, false);
        if (QuarterOnly().Match(bare) is { Success: true } quarter)
            return new(quarter.Value, null, Number(quarter, "q") * 3, PeriodKind.quarter, false, false);
        return HalfOnly().Match(bare) is { Success: true } half
            ? new(half.Value, null, half.Groups["h"].Value == "上" ? 6 : 12, PeriodKind.half, false, false)
            : null;
    }

    static PeriodWord Whole(Match match, PeriodKind kind, Period period) => new(match.Value, period, period.End.Month, kind, false, false);

    static Period? Month(Match match) =>
        Number(match, "m") is >= 1 and <= 12 and var number ? Period.Month(Number(match, "y"), number) : null;

    static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    const string Y = @"(?<!\d)(?<y>(?:19|20)\d\d)";

    [GeneratedRegex(@"^\d{6}-\d{8}-\d{6,} ")]
    private static partial Regex Receipt();
    [GeneratedRegex(Y + "年?度?(?<h>上|下)半年")]
    private static partial Regex HalfYear();
    [GeneratedRegex(Y + @"年?度?[-—]?(?:第?(?<q>[1-4])季度?|Q(?<q>[1-4])(?!\d))")]
    private static partial Regex QuarterYear();
    [GeneratedRegex(Y + @"年(?:\d{1,2})月?份?" + To + @"(?:(?:19|20)\d\d年)?(?<m>\d{1,2})月份?")]
    private static partial Regex Span();
    [GeneratedRegex(Y + @"(?:(?:年度?|[.\-/])(?<m>\d{1,2})月份?(?:(?<d>\d{1,2})[日号])?|[.\-/](?<m>\d{1,2})(?:[.\-/](?<d>\d{1,2}))?(?![\d年.]))")]
    private static partial Regex MonthYear();
    [GeneratedRegex(Y + "年?" + To + @"(?<last>(?:19|20)\d\d)(?!\d)年?")]
    private static partial Regex Years();
    [GeneratedRegex("(?<![二三四五六七八九])(?<n>十[一二三四五六七八九])五(?![年月日号人个次万千百家户名点])")]
    private static partial Regex FiveYearPlan();
    [GeneratedRegex(@"(?<![\d较比])(?<y>(?:19|20)\d\d)年度?|(?<=[(\[])(?<y>(?:19|20)\d\d)(?=[)\],])")]
    private static partial Regex Year();
    [GeneratedRegex(Y + @"[_\-.]?(?<m>0[1-9]|1[0-2]|[1-9](?!\d))(?:[_\-.]?(?<d>[0-3]\d))?(?!\d)")]
    private static partial Regex Compact();
    [GeneratedRegex(Y + @"(?!\d)")]
    private static partial Regex BareYear();
    [GeneratedRegex(@"(?<!\d)\d{1,2}月?" + To + @"(?<m>\d{1,2})月份?")]
    private static partial Regex SpanOnly();
    [GeneratedRegex(@"(?<!\d)(?<m>\d{1,2})月份?")]
    private static partial Regex MonthOnly();
    [GeneratedRegex(@"第?(?<q>[1-4])季度")]
    private static partial Regex QuarterOnly();
    [GeneratedRegex(@"(?<h>上|下)半年")]
    private static partial Regex HalfOnly();
}
