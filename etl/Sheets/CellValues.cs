using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Sheets;

/// <summary>Reads one body cell. 空, 0, — and … stay apart; what had to be guessed is said in words.</summary>
public static partial class CellValues
{
    public static readonly CellValue Blank = new("", null, ValueState.blank, Bound.exact, null, false);

    const int LongestPlain = 15;
    static readonly System.Buffers.SearchValues<char> PlainSigns = System.Buffers.SearchValues.Create("0123456789.");

    /// <param name="multiplier">Of the column or table, so that 1.2万 under 万人 is 1.2 and not 12,000.</param>
    public static CellValue Read(Cell? cell, decimal multiplier = 1) => cell is not { } there ? Blank : there.Kind switch
    {
        CellKind.Number when there.Percent => Reported($"{(there.Number * 100).ToString("0.####", CultureInfo.InvariantCulture)}%", there.Number * 100, null),
        CellKind.Number or CellKind.Text when Persons.IsIdentity(there.Text) => Unreadable(Persons.Masked(there.Text), "像是身份证号，已隐去"),
        CellKind.Number => Reported(there.Text, there.Number, null),
        CellKind.Text => ReadText(there.Text, multiplier),
        CellKind.Date => Unreadable(there.Text, "单元格是日期，数字可能被表格软件自动改成了日期"),
        CellKind.Error => Unreadable(there.Text, "单元格是公式错误"),
        _ => Unreadable(there.Text, "单元格是逻辑值"),
    };

    /// <summary>True where a body value may be meant: a number, 0, — or …, however written; also a number that names a person, which no header holds.</summary>
    public static bool LooksLikeValue(Cell cell) => cell.Kind == CellKind.Number || Read(cell) is { Unreadable: false } || Persons.IsIdentity(cell.Text);

    static CellValue ReadText(string text, decimal multiplier)
    {
        if (IsPlainNumber(text)) return Reported(text, decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), null);
        var narrow = Words.Narrow(text).Trim();
        var bare = Words.Bare(text);
        if (bare.Length == 0) return Blank;
        if (bare.Length > 8 && !bare.Any(char.IsAsciiDigit)) return Unreadable(text, null); // plain words, the most frequent case by far
        if (Dash().IsMatch(bare)) return new(text, null, ValueState.not_applicable, Bound.exact, null, false);
        if (Dots().IsMatch(bare)) return new(text, null, ValueState.below_unit, Bound.exact, null, false);
        if (bare is "无" or "不适用" or "N/A" or "NA" or "n/a" or "未涉及" or "不涉及")
            return new(text, null, ValueState.not_applicable, Bound.exact, $"“{bare}”读作“—”（不适用）；若是零请填 0", false);
        if (bare is "零") return Reported(text, 0, "“零”读作 0");
        return bare.Any(char.IsAsciiDigit) ? ReadNumber(text, narrow, bare, multiplier) : Unreadable(text, null);
    }

    /// <summary>Digits with at most a sign and a point, as every number of a CSV is written: nothing about it is to be guessed.</summary>
    static bool IsPlainNumber(ReadOnlySpan<char> text)
    {
        if (text is ['-', ..]) text = text[1..];
        if (text.Length is 0 or > LongestPlain || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^1])) return false;
        var point = text.IndexOf('.');
        return text.IndexOfAnyExcept(PlainSigns) < 0 && (point < 0 || text[(point + 1)..].IndexOf('.') < 0);
    }

    static CellValue ReadNumber(string text, string narrow, string bare, decimal multiplier)
    {
        var match = Number().Match(bare.Replace('。', '.').Replace("·", ".", StringComparison.Ordinal));
        if (!match.Success || Ungroup(match.Groups["digits"].Value, narrow) is not { } digits
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return Unreadable(text, null);
        var open = match.Groups["open"].Success;
        if (open != match.Groups["close"].Success || open && match.Groups["sign"].Value == "-") return Unreadable(text, null);
        var scale = Units.Scale(match.Groups["scale"].Value);
        if (scale > 1 && value > 1_000_000_000_000m) return Unreadable(text, null);
        value *= scale == 1 ? 1 : scale / multiplier;
        if (open || match.Groups["sign"].Value == "-") value = -value;
        return new(text, value, ValueState.reported, BoundOf(match), Guess(text, narrow, match), false) { UnitWords = UnitOf(match) };
    }

    static string? UnitOf(Match match) =>
        (match.Groups["percent"].Success ? match.Groups["percent"].Value : match.Groups["scale"].Value + match.Groups["unit"].Value) is { Length: > 0 } words ? words : null;

    /// <summary>The digits without thousand marks and blanks; null where the groups are not groups of three.</summary>
    static string? Ungroup(string digits, string narrow)
    {
        var plain = digits.Replace(",", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        if (plain.Length != digits.Length && !Groups().IsMatch(digits)) return null;
        return SpacedDigits().Matches(narrow).All(match => ThreeDigits().IsMatch(match.Value)) ? plain : null;
    }

    static Bound BoundOf(Match match) => (match.Groups["before"].Value + match.Groups["after"].Value + match.Groups["more"].Value) switch
    {
        "" => Bound.exact,
        var words when words.IndexOfAny(['约', '左', '上', '近']) >= 0 && !words.Contains("以上", StringComparison.Ordinal) => Bound.about,
        var words when words.Contains("不超过", StringComparison.Ordinal) || words.Contains("不足", StringComparison.Ordinal)
            || words.Contains("以下", StringComparison.Ordinal) || words.Contains("以内", StringComparison.Ordinal)
            || words.IndexOfAny(['<', '≤']) >= 0 || words == "低于" => Bound.at_most,
        _ => Bound.at_least,
    };

    static string? Guess(string text, string narrow, Match match)
    {
        var guesses = new List<string>();
        if (text.Any(sign => sign is >= '\uFF01' and <= '\uFF5E' or '−')) guesses.Add("全角字符");
        if (match.Groups["digits"].Value.IndexOfAny([',', '\'']) >= 0) guesses.Add("千分位");
        if (SpacedDigits().IsMatch(narrow)) guesses.Add("数字中的空格");
        if (text.Contains('。', StringComparison.Ordinal)) guesses.Add("句号作小数点");
        if (match.Groups["scale"].Value is { Length: > 0 } scale) guesses.Add($"“{scale}”作倍数");
        if (match.Groups["percent"].Success) guesses.Add("百分数");
        if (match.Groups["open"].Success) guesses.Add("括号作负数");
        if (match.Groups["unit"].Value is { Length: > 0 } unit) guesses.Add($"带有单位“{unit}”");
        if (BoundOf(match) != Bound.exact) guesses.Add("约数或界限");
        return guesses.Count == 0 ? null : string.Join("、", guesses);
    }

    static CellValue Reported(string text, decimal value, string? guess) => new(text, value, ValueState.reported, Bound.exact, guess, false);

    static CellValue Unreadable(string text, string? reason) => new(text, null, ValueState.blank, Bound.exact, reason, true);

    [GeneratedRegex(@"^(?:[-—–―─‐‑ー]+|/|\\|×)$")]
    private static partial Regex Dash();
    [GeneratedRegex(@"^(?:…+|\.{3,}|⋯+)$")]
    private static partial Regex Dots();
    [GeneratedRegex(@"^(?<before>大约|约|近|超过|超|逾|不低于|不少于|至少|不超过|不足|低于|≥|≤|>=|<=|>|<)?[¥￥]?(?<sign>[+-])?(?<open>\()?(?<digits>\d[\d,']*(?:\.\d+)?|\.\d+)(?<close>\))?(?<after>余|多)?(?<scale>亿|千万|百万|万|千)?(?<percent>[%‰])?(?<more>余|多|以上|以下|以内|左右|上下)?(?<unit>人次|人|户次|户|个|家次|家|元/月|元每月|元|件次|件|起|场次|场|次|名|项|岁|条)?(?<more>余|多|以上|以下|以内|左右|上下|\+)?$")]
    private static partial Regex Number();
    [GeneratedRegex(@"^\d{1,3}(?:[,']\d{3})+(?:\.\d+)?$")]
    private static partial Regex Groups();
    [GeneratedRegex(@"(?:\d[\d.,]*)(?:\s+[\d.,]+)+")]
    private static partial Regex SpacedDigits();
    [GeneratedRegex(@"^\d{1,3}(?:\s\d{3})+(?:\.\d+)?$")]
    private static partial Regex ThreeDigits();
}
