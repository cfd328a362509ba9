using System.Text.RegularExpressions;

namespace Reporting.Etl.Rules;

/// <summary>
/// Phrases that are written where a reason is asked for and say none: 核实无误, 属实, 经核实，数据准确。 A reason says what happened; these
/// only say that the figure stands.
/// </summary>
public static partial class EmptyPhrases
{
    static readonly string[] Phrases =
    [
        "数据来源于系统", "以上", "以下", "上述", "本月", "本期", "本次", "本镇", "本街道", "我镇", "我街道", "我们", "我单位", "该", "此", "经过", "经", "已经", "已", "再次", "反复", "多次",
        "重新", "认真", "与", "和", "的", "了", "均", "都", "为", "是", "系", "确实", "确", "实际", "实", "真实", "情况", "数据", "数字", "数值", "指标", "填报", "上报", "填写",
        "报表", "表格", "相关", "有关", "负责人", "领导", "部门", "科室", "村居", "核对", "核实", "核查", "复核", "审核", "检查", "确认", "查证", "过", "后", "无误", "无错误", "无错",
        "没有错误", "没错", "没有问题", "没问题", "无问题", "无异常", "无异议", "正常", "正确", "准确", "属实", "一致", "如此", "有效", "可靠", "同上", "同前", "见上", "不变", "照旧", "无需修改",
        "不用改", "不需要修改", "无需更改", "无", "对", "好", "可以", "没有", "特此说明", "请审核", "请通过", "谢谢", "ok", "OK", "Ok", "YES", "none", "NA", "na",
        "verified", "correct", "confirmed", "asreported", "nothing", "yes", "多方", "各方", "是零", "零", "为准", "以", "按照", "按要求", "要求", "规定", "就是",
        "这么多", "就这么多", "汇报", "如实", "请予", "请", "通过", "同意", "请审批", "望通过", "审批", "知晓", "知悉",
    ];

    // From the longest down, else 确 would eat the first half of 确认; what is left after all are taken out is the reason.
    static readonly Regex Empty = new(string.Join('|', Phrases.OrderByDescending(phrase => phrase.Length)), RegexOptions.CultureInvariant);

    const int FewestLetters = 4; // 招聘会 alone names a thing, not yet what it did to the figure; 企业搬迁 is the least that can be a reason

    public static bool Are(string words)
    {
        var bare = Blank().Replace(words, "");
        return Letters(bare) < FewestLetters || Letters(Empty.Replace(Blank().Replace(English().Replace(words, " "), ""), "")) < 2;
    }

    static int Letters(string words) => words.Count(char.IsLetter);

    [GeneratedRegex(@"[\s\p{P}\p{S}]+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\b(?:the|this|these|all|above|data|figures?|values?|numbers?|sheet|we|it|have|has|had|been|is|are|was|were|and|as|with|again|re-?checked|checked|verified|confirmed|reviewed|reported|correct|right|true|accurate|valid|normal|same|ok|okay|yes|no|none|nothing|not|wrong|any|without|errors?|mistakes?|problems?|n/a|na)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
