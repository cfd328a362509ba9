using System.Text.RegularExpressions;
using Reporting.Portal.Web;
using Reporting.Tests.Docs;

namespace Reporting.Tests.Pages;

/// <summary>No word of the command line in a page: what verbs say is said in the words of the pages.</summary>
public sealed partial class PageWordsTests
{
    [Theory]
    [InlineData("要写明原因：--reason \"……\"。", "要写明原因。")]
    [InlineData("--until 2022-01-01 已经过去。", "“延到、有效到” 2022-01-01 已经过去。")]
    [InlineData("缺少 --until（延到哪一天）。用 reporting review extend --help 查看。", "缺少“延到、有效到”（延到哪一天）。")]
    [InlineData("没有账号“chen”；用 user list 查看。", "没有账号“chen”。")]
    [InlineData("已做成待签稿 12 号：崇明区 月报（批次 3），要 2 人签字：edition sign 12。", "已做成待签稿 12 号：崇明区 月报（批次 3），要 2 人签字，打开它签字。")]
    [InlineData("2022 年截至 2022-12 已有考核 3 号；更正或申诉后另立一次，用 --corrects 3 并写明原因。", "2022 年截至 2022-12 已有考核 3 号；更正或申诉后另立一次，在“更正哪一次”里选 3 号并写明原因。")]
    [InlineData("27 家应认证，2 家没有；没有冻结。请各单位用 assess certify 认证，或加 --uncertified-ok 并写明原因。", "27 家应认证，2 家没有；没有冻结。请各单位先认证，或勾选“有单位未认证也冻结”并写明原因。")]
    [InlineData("已登记（批次 7）；下达用 target issue。", "已登记（批次 7）；接着可以下达。")]
    [InlineData("用 --year 指明年份，或用 --plan 指明规划。", "指明年份，或指明规划。")]
    [InlineData("已接收，数据已入库。", "已接收，数据已入库。")]
    public void A_sentence_of_a_verb_is_one_of_a_page(string said, string onPage) => Assert.Equal(onPage, PageWords.Of(said));

    /// <summary>Verbs that no page asks, and what speaks to whoever starts the program.</summary>
    static readonly string[] NotOfPages =
    [
        "BackupVerb", "RestoreVerb", "BundleVerb", "BulkQuery", "DemoVerb", "Dispatch", "Failures", "Forwarding", "Reprocess", "RereadText", "Serve", "Verify", "Words", "WrittenFiles", "CommandLine", "HelpText", "TrialText", "PlanCheckText", "UserList",
        "AssessReview", "AssessScheme", "Report", "Submit", "Query", "PrintedFigure", "ReviewReminders", "Lineage",
    ];

    [Fact]
    public void No_sentence_of_the_verbs_keeps_a_word_of_the_command_line_on_a_page()
    {
        var kept = from path in Directory.GetFiles(Path.Combine(Repository.Root, "portal", "Commands"), "*.cs").Concat(Directory.GetFiles(Path.Combine(Repository.Root, "portal", "Accounts"), "AccountBook*.cs"))
                   where !NotOfPages.Contains(Path.GetFileNameWithoutExtension(path))
                   from line in File.ReadLines(path)
                   where !line.Contains("new(\"--", StringComparison.Ordinal) && !line.Contains("new Verb(", StringComparison.Ordinal) && !line.Contains("Verb Verb {", StringComparison.Ordinal) && !line.Contains("ParameterKind.", StringComparison.Ordinal)
                   from literal in Literal().Matches(line).Select(match => Regex.Replace(match.Groups[1].Value, @"\{[^{}]*\}", "7").Replace("\\\"", "\"", StringComparison.Ordinal))
                   where Chinese().IsMatch(literal)
                   let onPage = PageWords.Of(literal)
                   where Command().IsMatch(onPage)
                   select $"{Path.GetFileName(path)}: {onPage}";
        Assert.Empty(kept);
    }

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("[一-鿿]")]
    private static partial Regex Chinese();

    [GeneratedRegex("--[a-z]|(?<![a-z-])(?:user|edition|alias|jobs|deliveries|supervise|assess|target|task|scheme|review) (?:list|show|runs|sign|issue|split|set|certify|feedback|extend|grant|add|retry)")]
    private static partial Regex Command();
}
