using System.Text.RegularExpressions;

namespace Reporting.Etl.Rules;

/// <summary>
/// The answer to 「是 0 吗？」: 是, 都是 0, 没有发生. Some part of it must say so plainly, and no part may take it back: 尚未统计，下月补报 is no yes,
/// and neither is 核实无误, which says that a figure stands where there is none.
/// </summary>
public static partial class YesAnswer
{
    public static bool Is(string words)
    {
        var clauses = Ends().Split(words).Select(clause => Blank().Replace(clause, "")).Where(clause => clause.Length > 0).ToList();
        return clauses.Exists(IsYes) && clauses.TrueForAll(clause => IsYes(clause) || !Doubt().IsMatch(clause));
    }

    static bool IsYes(string clause) => Yes().IsMatch(clause) || Nought().IsMatch(clause);

    [GeneratedRegex(@"[，。；、！？,;!?\n]|\.(?!\d)")]
    private static partial Regex Ends();

    [GeneratedRegex(@"[\s\p{P}\p{S}]+")]
    private static partial Regex Blank();

    [GeneratedRegex("^(?:是|是的|对|对的|确认|确认是|(?:确实|本月|本期|均|都)*(?:没有|未|无)发生|y|yes)$", RegexOptions.IgnoreCase)]
    private static partial Regex Yes();

    // 这几格确实都是 0: words that only point and affirm, then nought. 不都是 0 or 除第 3 行外是 0 has other words in it.
    [GeneratedRegex("^(?:这|以上|上述|此|该|空白|空着|空格|的|些|几|各|[0-9一二三四五六七八九十两]+(?=[格项处行个])|个|格|项|处|行|数|数据|内容|都|均|全|部|确|实|认|际|是|为|系|填|应|本月|本期|发生)*(?:0|０|零)$")]
    private static partial Regex Nought();

    [GeneratedRegex("未|不|没|待|缺|漏|补|除|但|暂|先|估|尚|晚|下月|以后|no", RegexOptions.IgnoreCase)]
    private static partial Regex Doubt();
}
