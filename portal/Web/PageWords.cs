using System.Text.RegularExpressions;
using Reporting.Portal.Commands;

namespace Reporting.Portal.Web;

/// <summary>
/// What a verb says, to whoever asked from a page. The verbs speak to the command line: they name options and other verbs. Here an option is
/// the field of the page, another verb the page that has it. Everything that decides on behalf of a page goes through <see cref="Acting"/>, and
/// so through here; a test holds every sentence of the verbs that pages use against it.
/// </summary>
static partial class PageWords
{
    public static string Of(string said)
    {
        if (!Commanding().IsMatch(said)) return said;
        foreach (var (pattern, words) in Phrases) said = pattern.Replace(said, words);
        return Apart().Replace(Option().Replace(said, match => Labels.TryGetValue(match.Value, out var label) ? $"“{label}”" : match.Value), "");
    }

    public static Answer Of(Answer answer) => answer with { Out = Of(answer.Out), Error = Of(answer.Error) };

    /// <summary>Whole phrases, the longer before the shorter. N stands for what a sentence puts in.</summary>
    static readonly IReadOnlyList<(Regex Pattern, string Words)> Phrases = [.. new (string Pattern, string Words)[]
    {
        ("用 reporting [a-z0-9 -]+ --help 查看。?", ""),
        ("：--[a-z-]+ \"……\"，或用 --file 附上文件", "，或附上文件"), ("：--[a-z-]+ \"……\"", ""), ("[；，]修订没有原因的，用 --reason 说明", "；修订没有原因的，写明原因"), ("，哈希在 --document manifest", ""), ("；逐项见 --org", ""),
        ("（assess --freeze --corrects(?: N)?）", "（冻结时选“更正哪一次”）"), ("用 --corrects (N) 并写明原因", "在“更正哪一次”里选 $1 号并写明原因"), ("用 --corrects (N)", "在“更正哪一次”里选 $1 号"),
        ("加 --uncertified-ok", "勾选“有单位未认证也冻结”"), ("加 --unchanged-ok", "勾选“什么都没有变也另立一次”"), ("用 assess certify 认证", "先认证"),
        ("用 target split 或 target set 加 --revise", "勾选“已下达的要调整”"), ("不用 --revise", "不用勾选“已下达的要调整”"), ("用 --revise", "勾选“已下达的要调整”"), ("或先用 target set 登记", "或先登记一个目标"),
        ("(?:可|先)用 target split(?: 分解)?", "先分解到单位"), ("下达用 target issue", "接着可以下达"), ("（target set --org）", ""),
        ("用 --method population 或 given", "选“按人口”或“逐个给定”"), ("用 --method linear 或 given", "选“按月平均”或“逐月给定”"), ("用 --method given", "选“逐个给定”"), ("--method last-year 不用 --file", "按上年分不用填各单位的数"),
        ("先 supervise feedback", "先登记整改反馈"), ("user grant 账号 --role 管理", "在“人员”里给"), ("，?用 edition sign N 签字", "，打开它签字"), ("：edition sign N", "，打开它签字"), ("（--by）", ""),
        ("去掉 --set、--what-if 或 --freeze", "去掉假设"), ("程序在做它的时候异常终止了 (N) 次，搁置起来，其余照常；查明原因后用 jobs retry 重做", "程序在做它的时候异常终止了 $1 次，搁置起来，其余照常；查明原因后重做"),
        ("[；，](?:号码|编号)?(?:见|用) (?:V)(?: N)?(?: 查看)?(?:编号)?", ""), ("用 (?:V)(?: N)? 查看。?", ""), ("再做一次：jobs retry N", ""), ("用 reprocess --receipt N 办理", "由运维办理"), ("请用 jobs runs 查看", "请运维查看"),
        ("开放（review extend，", "开放（"), ("用 review extend 开放", "在“锁定、延期”里开放"), ("；serve 第一次运行时建一个，或用 user add", ""),
        ("没有在运行的 serve，排了没有人做；去掉 --no-wait", "程序没有在运行，排了没有人做"), ("，用 --json 看全部", "没有列出"), ("核准后加 --apply --reason \"……\" 执行", "核准后由运维执行"),
        ("用 (?:--[a-z-]+)(?:(?:、| 或 | 和 )--[a-z-]+)* ?(指明|写明|说明)", "$1"), ("(?:再)?(?:加|用) --by", "换人"), ("零报告要写明 --form、--org 和 --period", "零报告要写明报表、单位和报告期"),
    }.Select(each => (new Regex(each.Pattern.Replace("(?:V)", Verbs, StringComparison.Ordinal).Replace("N", "[^ ，。；：）]+", StringComparison.Ordinal), RegexOptions.CultureInvariant), each.Words))];

    const string Verbs = "(?:user|edition|alias|jobs|deliveries|supervise|assess|target|task|scheme|review) (?:list|show|runs)";

    /// <summary>What the pages call the field that an option is.</summary>
    static readonly Dictionary<string, string> Labels = new()
    {
        ["--reason"] = "原因", ["--until"] = "延到、有效到", ["--year"] = "年份", ["--through"] = "截至月份", ["--as-of"] = "已知时点", ["--org"] = "单位", ["--district"] = "区", ["--period"] = "报告期", ["--form"] = "报表",
        ["--from"] = "从哪一年起", ["--to"] = "到哪一年止", ["--on"] = "日期", ["--decided-on"] = "文件日期", ["--document"] = "依据的文件", ["--evidence"] = "依据", ["--file"] = "文件", ["--words"] = "情况", ["--code"] = "原因代码",
        ["--cancel"] = "取消申请", ["--release-at"] = "何时发布", ["--method"] = "怎样分", ["--role"] = "角色", ["--indicator"] = "指标", ["--element"] = "填报指标", ["--plan"] = "规划", ["--scheme"] = "评分办法", ["--value"] = "目标值",
        ["--view"] = "单位归属", ["--format"] = "文件格式", ["--limit"] = "条数", ["--set"] = "假设", ["--what-if"] = "假设", ["--freeze"] = "冻结", ["--corrects"] = "更正哪一次", ["--nil"] = "零报告", ["--deadline"] = "期限", ["--quarter"] = "哪一季度",
        ["--person"] = "签认人", ["--receipt"] = "回执号", ["--out"] = "文件", ["--json"] = "文件格式", ["--review"] = "规划评估", ["--mid"] = "中期评估", ["--cell"] = "单元格", ["--workbook"] = "工作簿", ["--line"] = "行次",
        ["--annex"] = "附件", ["--profile"] = "版式", ["--dry-run"] = "试算", ["--revise"] = "已下达的要调整",
    };

    [GeneratedRegex("--[a-z]|(?:user|edition|alias|jobs|deliveries|supervise|assess|target|task|scheme|review|reprocess) (?:list|show|runs|sign|issue|split|set|certify|feedback|extend|grant|add|retry|--)|reporting |serve ")]
    private static partial Regex Commanding();

    /// <summary>The space that stood between an option and a Chinese word.</summary>
    [GeneratedRegex("(?<=”) (?=[一-鿿])|(?<=[一-鿿]) (?=“)")]
    private static partial Regex Apart();

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex Option();
}
