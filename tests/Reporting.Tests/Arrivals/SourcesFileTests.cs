using System.Text;
using Reporting.Etl.Arrivals;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Portal.Operations;
using Reporting.Tests.Corpus;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Arrivals;

/// <summary>Where files come from is data; what is wrong in it is named with file, line and key.</summary>
public sealed class SourcesFileTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    IReadOnlyList<Source> Read(string json)
    {
        File.WriteAllText(folder.Data.Sources, json);
        return SourcesFile.Read(folder.Data, ShippedCatalog.Catalog);
    }

    [Fact]
    public void Sources_are_read()
    {
        var secret = Path.Combine(folder.Data.Root, "secret");
        File.WriteAllText(secret, "user:password\n");
        ArrivalOffice.Do("chmod", "600", secret);
        Assert.Equal([new FolderSource("a", "310151102", "/srv/a/报送", true), new FolderSource("b", "310151102", "/srv/b", false), new ListingSource("c", "310151202", new("https://files.example/c/"), secret)], Read($$"""
            { "sources": [
              { "id": "a", "unit": "310151102", "folder": "/srv/a/报送" },
              { "id": "b", "unit": "310151102", "folder": "/srv/b", "answers": false },
              { "id": "c", "unit": "310151202", "url": "https://files.example/c/", "password_file": "{{secret}}" }
            ] }
            """));
        File.Delete(folder.Data.Sources);
        Assert.Empty(SourcesFile.Read(folder.Data, ShippedCatalog.Catalog));
    }

    [Theory]
    [InlineData("[]", "第 1 行 \"sources\""), InlineData("{", "第 1 行：不是合法的 JSON"), InlineData("{}", "缺少这个键"), InlineData("{\"source\": []}", "第 1 行 \"source\""), InlineData("{\"sources\": {}}", "应是一个列表"), InlineData("{\"sources\": [\n1]}", "第 2 行")]
    [InlineData("{\"sources\": [], \"sources\": []}", "出现了两次")]
    [InlineData("""{ID, "unit": "310151102"}""", "第 2 行 \"folder\""), InlineData("""{ID, "unit": "310151102", "folder": "/a", "url": "http://x/"}""", "\"folder\""), InlineData("""{ID, "folder": "/a"}""", "\"unit\"")]
    [InlineData("""{ID, "unit": 310151102, "folder": "/a"}""", "\"unit\""), InlineData("""{ID, "unit": "310151999", "folder": "/a"}""", "没有单位“310151999”"), InlineData("""{"id": "A b", "unit": "310151102", "folder": "/a"}""", "\"id\"")]
    [InlineData("""{ID, "unit": "310151102", "folder": "a"}""", "绝对路径"), InlineData("""{ID, "unit": "310151102", "folder": "DATA/x"}""", "数据文件夹"), InlineData("""{ID, "unit": "310151102", "folder": "/"}""", "数据文件夹"), InlineData("""{ID, "unit": "310151102", "folder": "/a", "answers": "no"}""", "\"answers\"")]
    [InlineData("""{ID, "unit": "310151102", "folder": "/a", "password_file": "/x"}""", "\"password_file\""), InlineData("""{ID, "unit": "310151102", "folder": "/a", "folders": "/x"}""", "是不是“folder”"), InlineData("""{ID, "unit": "310151102", "folder": "/a", "folder": "/b"}""", "出现了两次")]
    [InlineData("""{ID, "unit": "310151102", "url": "ftp://x/"}""", "\"url\""), InlineData("""{ID, "unit": "310151102", "url": "http://x/a"}""", "以 / 结尾"), InlineData("""{ID, "unit": "310151102", "url": "http://u:p@x/"}""", "口令不能写在地址里"), InlineData("""{ID, "unit": "310151102", "url": "http://x/", "answers": true}""", "\"answers\"")]
    [InlineData("""{ID, "unit": "310151102", "url": "http://x/", "password_file": "DATA/open"}""", "只经 https"), InlineData("""{ID, "unit": "310151102", "url": "https://x/", "password_file": "secret"}""", "绝对路径")]
    [InlineData("""{ID, "unit": "310151102", "folder": "/srv/\ud800"}""", "\"folder\""), InlineData("""{"id": "a\udfff", "unit": "310151102", "folder": "/a"}""", "\"id\""), InlineData("""{"\ud800": 1}""", "第 1 行")]
    [InlineData("""{ID, "unit": "310151102", "folder": "/srv/a"}, {"id": "b", "unit": "310151202", "folder": "/srv/a/b"}""", "与“a”的文件夹重叠"), InlineData("""{ID, "unit": "310151102", "folder": "/srv/a"}, {ID, "unit": "310151102", "folder": "/srv/b"}""", "“a”出现了两次"), InlineData("""{ID, "unit": "310151102", "url": "http://x/"}, {"id": "b", "unit": "310151202", "url": "http://x/"}""", "与“a”相同")]
    public void A_mistake_is_named(string json, string words)
    {
        var whole = json.StartsWith("{ID", StringComparison.Ordinal) || json.StartsWith("{\"id", StringComparison.Ordinal) ? $"{{ \"sources\": [\n{json} ] }}" : json;
        var failure = Assert.Throws<FailureException>(() => Read(whole.Replace("ID", "\"id\": \"a\"", StringComparison.Ordinal).Replace("DATA", folder.Data.Root, StringComparison.Ordinal)));
        Assert.Contains(words, failure.In("zh"), StringComparison.Ordinal);
        Assert.StartsWith($"{folder.Data.Sources} line ", failure.In("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_and_one_that_cannot_be_read_are_named()
    {
        File.WriteAllBytes(folder.Data.Sources, [.. "{\"sources\": [\n{\"id\": \"a\", \"unit\": \"310151102\", \"folder\": \"/srv/"u8, 0xB1, 0xA8, 0xCB, 0xCD, .. "\"}]}"u8]); // 报送 in GBK
        Assert.Contains("第 2 行：不是 UTF-8 编码", Assert.Throws<FailureException>(() => SourcesFile.Read(folder.Data, null)).In("zh"), StringComparison.Ordinal);
        File.Delete(folder.Data.Sources);
        Directory.CreateDirectory(folder.Data.Sources);
        Assert.Contains("读不出来", Assert.Throws<FailureException>(() => SourcesFile.Read(folder.Data, null)).In("zh"), StringComparison.Ordinal);
        Directory.Delete(folder.Data.Sources);
    }

    [Fact]
    public void What_only_a_source_itself_can_tell_stops_no_start()
    {
        File.WriteAllText(folder.Data.Sources, $$"""
            {"sources": [{"id": "a", "unit": "310151102", "url": "https://files.example/", "password_file": "/nowhere/password"}, {"id": "b", "unit": "310151102", "folder": "/nowhere/at/all"}]}
            """);
        using var office = new Office(folder.Data, new(Verbs.All, JobCatalog.Shipped, TimeProvider.System));
        Assert.NotNull(office.Warehouse); // a restored office on a machine that has neither
    }

    [Fact]
    public void A_mistake_stops_the_start()
    {
        File.WriteAllText(folder.Data.Sources, "{\"sources\": [\n  {\"id\": 1}]}");
        using var office = new Office(folder.Data, new(Verbs.All, JobCatalog.Shipped, TimeProvider.System));
        Assert.Contains("第 2 行 \"id\"", Assert.Throws<FailureException>(() => office.Warehouse).In("zh"), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Data.WarehouseFile));
    }

    [Theory, InlineData("{\"sources\": [\n{}]}", "sources.json line 2 \"id\""), InlineData(null, "sources.json line 1: this is not UTF-8")]
    public async Task A_mistake_made_while_it_runs_fails_the_run_once_the_inbox_is_answered(string? wrong, string words)
    {
        using var shipped = new ShippedOffice();
        var office = shipped.Office;
        Directory.CreateDirectory(Path.Combine(office.Data.Inbox, ArrivalOffice.One));
        File.WriteAllText(Path.Combine(office.Data.Inbox, ArrivalOffice.One, "一月.csv"), "x");
        _ = office.Warehouse;
        var place = Path.Combine(office.Data.Returns, ArrivalOffice.One, "away");
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, "待补.txt"), "an answer that waits for its source");
        File.WriteAllBytes(office.Data.Sources, wrong is null ? [0xB1] : Encoding.UTF8.GetBytes(wrong));
        var (runner, entry) = (new JobRunner(office), new JobEntry("pull", "pull-submissions", Cron.Parse("* * * * *", TimeZoneInfo.Utc, out _)!, "UTC", "{\"source_seconds\": 5}"));
        var run = runner.Record(entry, RunCause.hand, "test", null)!.Value;
        await runner.Run(run, CancellationToken.None);
        Assert.Equal(RunState.failed, office.Operations.Run(run)!.State);
        Assert.Contains(words, office.Operations.Run(run)!.Error, StringComparison.Ordinal);
        Assert.Single(office.Warehouse.Submissions.Received(DateTime.MinValue, DateTime.MaxValue));
        Assert.Equal("an answer that waits for its source", File.ReadAllText(Path.Combine(place, "待补.txt")));
        Assert.Contains(Directory.GetFiles(place), path => Path.GetFileName(path).StartsWith("已退回", StringComparison.Ordinal)); // what is answered meanwhile waits there, too
    }
}
