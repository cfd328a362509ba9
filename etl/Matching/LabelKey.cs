using System.Text.RegularExpressions;
using Reporting.Etl.Sheets;

namespace Reporting.Etl.Matching;

/// <summary>
/// What is compared of a label: without spaces, punctuation, numbering, 其中 and bracketed units. <paramref name="Loose"/> also lacks
/// the counting word at the end (人数, 人次, 数), which townships add and drop freely.
/// </summary>
readonly partial record struct LabelKey(string Exact, string Loose)
{
    const int Longest = 100;

    public static LabelKey Of(string label)
    {
        var bare = UnitBrackets().Replace(Words.Bare(label), match => Units.ParseList(match.Groups[1].Value).Count > 0 ? "" : match.Value);
        bare = OfWhich().Replace(Numbering().Replace(bare, ""), "");
        bare = Numbering().Replace(bare, "");
        var exact = Punctuation().Replace(bare, "");
        var loose = Counting().Replace(exact, "");
        return new(exact, loose.Length >= 2 ? loose : exact);
    }

    /// <summary>0 to 1: how alike two labels are. One letter may turn a meaning round (男, 女), so opposites are never alike.</summary>
    public decimal Likeness(LabelKey other)
    {
        if (Exact.Length == 0 || other.Exact.Length == 0) return 0;
        if (Exact == other.Exact) return 1;
        if (Loose == other.Loose) return 0.96m;
        if (IsOpposite(Exact, other.Exact) || IsOpposite(other.Exact, Exact)) return 0.3m;
        var (shorter, longer) = Loose.Length <= other.Loose.Length ? (Loose, other.Loose) : (other.Loose, Loose);
        // Letters that only one of them has must be changed: where that alone leaves too little, the rest need not be counted.
        var most = 1 - (decimal)Math.Max(longer.Length - shorter.Length, Missing(longer, shorter)) / longer.Length;
        var edits = most * 0.95m < Weights.LeastLikeness ? most : 1 - (decimal)Distance(shorter, longer) / longer.Length;
        var contained = shorter.Length >= 3 && longer.Contains(shorter, StringComparison.Ordinal) ? 0.55m + 0.4m * shorter.Length / longer.Length : 0;
        return Math.Max(edits * 0.95m, contained);
    }

    static readonly (string One, string Other)[] Opposites =
        [("女", "男"), ("增加", "减少"), ("城镇", "农村"), ("城镇", "城乡"), ("期初", "期末"), ("年初", "期末"), ("本年", "上年"), ("新增", "减少"), ("成功", "失败"), ("本市", "外来"), ("上年", "今年")];

    static bool IsOpposite(string left, string right) => Opposites.Any(pair =>
        left.Contains(pair.One, StringComparison.Ordinal) && !left.Contains(pair.Other, StringComparison.Ordinal)
        && right.Contains(pair.Other, StringComparison.Ordinal) && !right.Contains(pair.One, StringComparison.Ordinal));

    static int Missing(string text, string other)
    {
        var missing = 0;
        foreach (var letter in text)
            if (!other.Contains(letter, StringComparison.Ordinal)) missing++;
        return missing;
    }

    static int Distance(string left, string right)
    {
        if (left.Length > Longest || right.Length > Longest) return Math.Max(left.Length, right.Length);
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)));
        }
        return row[right.Length];
    }

    [GeneratedRegex(@"[(\[]([^()\[\]]{1,10})[)\]]")]
    private static partial Regex UnitBrackets();
    [GeneratedRegex(@"^(?:\(?[一二三四五六七八九十]{1,3}[)、.]|[一二三四五六七八九十]{1,3}、|\(\d{1,2}\)|\d{1,2}[)、.:](?!\d)|[①-⑳⑴-⒇⒈-⒛]|第[一二三四五六七八九十]+[项、])+")]
    private static partial Regex Numbering();
    [GeneratedRegex(@"^(?:其中[:,、]?|#|[-—–－]+|\*|△|▲)+")]
    private static partial Regex OfWhich();
    [GeneratedRegex(@"[\p{P}\p{S}\s]")]
    private static partial Regex Punctuation();
    [GeneratedRegex("(?:总人数|总人次|人次数|人数|人次|总数|数量|数)$")]
    private static partial Regex Counting();
}
