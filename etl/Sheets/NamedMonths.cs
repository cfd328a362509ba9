using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Warehouse;

namespace Reporting.Etl.Sheets;

/// <summary>
/// The months that a title or a line names as its own: two in one cell, as in 2022年3月（4月）, are two answers to one question. What only
/// stands beside them is none of them: 1—3月, 上年同期 and what is compared, a day, when a form came into force or is due.
/// </summary>
static partial class NamedMonths
{
    /// <summary>More signs than this are no title but sentences, which may speak of any month.</summary>
    const int Longest = 60;

    public static IReadOnlyList<PeriodWord> In(string text)
    {
        var bare = ChineseDigits.InDates(Words.Bare(text));
        if (bare.Length > Longest || Comparing().IsMatch(bare)) return [];
        return [.. Month().Matches(Aside().Replace(bare, "|")).Select(Read).OfType<PeriodWord>()];
    }

    static PeriodWord? Read(Match match)
    {
        if (Number(match, "m") is not (>= 1 and <= 12 and var month)) return null;
        return new(match.Value, match.Groups["y"].Success ? Period.Month(Number(match, "y"), month) : null, month, PeriodKind.month, false, false);
    }

    static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    const string Year = @"(?:(?<!\d)(?:19|20)\d\d[年.\-/])?";
    const string To = "(?:-|—|–|―|~|至|到){1,2}";

    [GeneratedRegex("同比|环比|对比|比较|相比|同期|增减")]
    private static partial Regex Comparing();

    // A span, a day, what leads up to or away from a month, and what is done in one.
    [GeneratedRegex(Year + @"(?<!\d)\d{1,2}月?份?" + To + Year + @"\d{1,2}月份?"
        + @"|(?<!\d)(?:19|20)\d\d([.\-/])\d{1,2}\1\d{1,2}|" + Year + @"(?<!\d)\d{1,2}月\d{1,2}[日号]?"
        + "|(?:截[至止]到?|自|从|至|到|较|比|上年|去年|上月|日期:?)" + Year + @"\d{1,2}月份?"
        + "|" + Year + @"(?<!\d)\d{1,2}月份?(?:起|止|以来|以[前后]|之?前|[底末]|初(?!次)|[上中下]旬|填[报表写]|上报|报送|报出|印[发制]|发布|制[定订表]|制(?=\)|$)|修[订改]|版|执行|施行|实施)")]
    private static partial Regex Aside();

    // 3、4月: of months in a row only the last may carry its word.
    [GeneratedRegex(@"(?:(?<!\d)(?<y>(?:19|20)\d\d)(?:年度?|[.\-/]))?(?<!\d)(?:(?<m>\d{1,2})月份?|(?<m>\d{1,2})(?=[、,和及与]\d{1,2}月))|(?<!\d)(?<y>(?:19|20)\d\d)[.\-/](?<m>\d{1,2})(?![\d年.\-/])")]
    private static partial Regex Month();
}
