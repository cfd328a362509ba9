using System.Text;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>An office says what files may be; a wrong setting stops the program with its key named.</summary>
public sealed class LimitsFileTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    Office Office(string limits)
    {
        Directory.CreateDirectory(folder.Data.Root);
        File.WriteAllText(folder.Data.Limits, limits);
        return new(folder.Data, new(Verbs.All, JobCatalog.Shipped, TimeProvider.System));
    }

    Answer Ask(string limits, params string[] words)
    {
        using var office = Office(limits);
        var typed = Words.Of(words, Verbs.All);
        return Dispatch.InOffice(new(typed.Verb!.Name, typed.Values, [new("FILE", "报表.csv", Encoding.UTF8.GetBytes($"就业月报表,\n指标,本月数\n新增就业,{limits.Length}\n"))], "test", null, "zh", false), typed.Verb!, office);
    }

    [Theory, InlineData("submit"), InlineData("inspect"), InlineData("submit --dry-run")]
    public void A_limit_of_the_office_holds_everywhere(string verb)
    {
        string[] words = [.. verb.Split(' '), "报表.csv"];
        Assert.DoesNotContain("超出", Ask("{}", words).Out, StringComparison.Ordinal);
        Assert.Contains("行号", Ask("""{ "rows": 2, "seconds": 5 }""", words).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "row": 2 }""", "是不是“rows”"), InlineData("""{ "rows": "2" }""", "“rows”"), InlineData("""{ "rows": 0 }""", "“rows”"), InlineData("""{ "seconds": 1e9 }""", "“seconds”")]
    [InlineData("""{ "rows": 2""", "第 1 行"), InlineData("[]", "JSON")]
    public void A_wrong_setting_is_named(string limits, string words)
    {
        using var office = Office(limits);
        var failure = Assert.Throws<FailureException>(() => office.Warehouse);
        Assert.Contains(words, failure.In("zh"), StringComparison.Ordinal);
        Assert.Contains(folder.Data.Limits, failure.In("en"), StringComparison.Ordinal);
    }
}
