using System.Text.RegularExpressions;

namespace Reporting.Etl.Sheets;

/// <summary>A unit of measure: 万人 is 人 times 10,000.</summary>
public sealed record MeasureUnit(string Base, decimal Multiplier);

/// <summary>Units of measure as sheets write them.</summary>
public static partial class Units
{
    const string Bases =
        "人次数|人次|人数|人|户次|户|个|家|所|件次|件|起|次|宗|例|元|美元|欧元|岁|周岁|年|天|日|小时|平方米|平方公里|米|公里|公顷|亩|吨|千克|公斤|千瓦时|"
        + "度|立方米|套|间|张|辆|台|条|项|场次|场|期|班|册|份|笔|单|对|名|位|处|座|栋|株|头|只|标准台|百分点|百分比|%|‰";

    const string Scales = "千亿|百亿|十亿|亿|千万|百万|十万|万|千|百";

    /// <summary>One unit, such as 万人 or 元/月; null where the words are no unit.</summary>
    public static MeasureUnit? Parse(string words)
    {
        var match = One().Match(Words.Bare(words));
        if (!match.Success) return null;
        var unit = match.Groups[2].Value switch { "人数" => "人", "人次数" => "人次", "百分比" => "%", var other => other };
        return new(unit + match.Groups[3].Value, Scale(match.Groups[1].Value));
    }

    /// <summary>All units of a list such as 人、万元; empty where any part is no unit.</summary>
    public static IReadOnlyList<MeasureUnit> ParseList(string words)
    {
        if (Parse(words) is { } one) return [one];
        var parts = Words.Bare(Trailer().Replace(Words.Bare(words), "")).Split(['、', ',', ';', '和', '/'], StringSplitOptions.RemoveEmptyEntries);
        var units = parts.Select(Parse).ToList();
        return units.Count == 0 || units.Contains(null) ? [] : units.ConvertAll(unit => unit!);
    }

    /// <summary>The last unit in brackets: 新增就业（万人）→ 万人.</summary>
    public static string? InBrackets(string text) => !text.AsSpan().ContainsAny("([（［") ? null :
        Brackets().Matches(Words.Narrow(text)).Select(match => Words.Bare(match.Groups[1].Value))
            .Select(words => words.StartsWith("单位:", StringComparison.Ordinal) ? words[3..] : words)
            .LastOrDefault(words => ParseList(words).Count > 0);

    public static decimal Scale(string words) => words switch
    {
        "" => 1,
        "百" => 100,
        "千" => 1_000,
        "万" => 10_000,
        "十万" => 100_000,
        "百万" => 1_000_000,
        "千万" => 10_000_000,
        "亿" => 100_000_000,
        "十亿" => 1_000_000_000,
        "百亿" => 10_000_000_000,
        _ => 100_000_000_000,
    };

    [GeneratedRegex($"^({Scales})?({Bases})((?:/|每)(?:{Bases}|月|平方米))?$")]
    private static partial Regex One();
    [GeneratedRegex(@"\([^()]*\)$")]
    private static partial Regex Trailer();
    [GeneratedRegex(@"[(\[]([^()\[\]]{1,12})[)\]]")]
    private static partial Regex Brackets();
}
