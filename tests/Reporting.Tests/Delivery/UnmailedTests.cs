using Reporting.Portal.Operations;

namespace Reporting.Tests.Delivery;

/// <summary>Without a mail server, and into folders.</summary>
public class UnmailedTests
{
    [Fact]
    public void Without_a_server_nothing_waits_and_nothing_fails()
    {
        using var office = new MailedOffice(port: null);
        File.WriteAllText(office.Kept.Data.Jobs, """{ "jobs": [ { "id": "deliver", "job": "deliver", "cron": "*/5 * * * *", "recipients": ["role:leader"] } ] }""");
        office.Issue();
        office.Announce("returned", MailedOffice.Unit, "已退回", "请改");
        office.Said("jobs", "run", "deliver");
        Assert.Equal(RunState.succeeded, office.Store.LatestRuns(1)[0].State);
        Assert.Empty(office.Store.Deliveries(10));
        Assert.Contains("没有设邮件服务器", office.Said("jobs", "list"), StringComparison.Ordinal);
        Assert.Contains("还没有投递过", office.Said("deliveries", "list"), StringComparison.Ordinal);
        Assert.Contains(Directory.GetFiles(Path.Combine(office.Kept.Data.Answers, MailedOffice.Unit)), path => Path.GetFileName(path).StartsWith("已退回", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_gets_each_edition_once_and_keeps_what_lies_there()
    {
        using var office = new MailedOffice(port: null);
        var folder = Path.Combine(office.Kept.Home, "共享");
        Reporting.Portal.Delivery.Delivered Run() => office.Run(office.Orders() with { Folder = folder });
        Assert.Contains(Run().Warnings, warning => warning.Contains("文件夹从现在起投递", StringComparison.Ordinal));
        var edition = office.Issue();
        var first = Run(); // the share is not mounted
        Assert.Equal((1, 0, 1), (first.Added, first.Arrived, first.Later));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, edition.FileName), "别人的文件");
        Assert.Equal(0, Run().Arrived); // its time has not come
        office.Kept.Clock.Now += TimeSpan.FromMinutes(6);
        Assert.Equal(1, Run().Arrived);
        Assert.Equal("别人的文件", File.ReadAllText(Path.Combine(folder, edition.FileName)));
        var copy = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(edition.FileName)}（2）.xlsx");
        Assert.Equal((copy, DeliveryState.sent), (office.Row(folder).Answer, office.Row(folder).State));
        Assert.Equal(edition.Sha256, Arrivals.ArrivalOffice.Sha(File.ReadAllBytes(copy)));

        var second = office.Issue(2000);
        Assert.Throws<CutOff>(() => office.Run(office.Orders() with { Folder = folder }, step => { if (step == Reporting.Warehouse.DeliveryStep.delivery_answered) throw new CutOff(); }));
        Assert.Equal(1, Run().Arrived); // laid before the crash: found there, not laid again
        Assert.Equal(new[] { edition.FileName, Path.GetFileName(copy), second.FileName }.Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{ \"arguments\": { \"folder\": \"share\" }, ", "folder"), InlineData("{ \"arguments\": { \"reports\": [\"montly\"] }, ", "reports"), InlineData("{ \"arguments\": { \"district\": \"999999\" }, ", "district")]
    public void A_wrong_argument_is_a_failed_run_that_names_it(string entry, string key)
    {
        using var office = new MailedOffice(port: null);
        File.WriteAllText(office.Kept.Data.Jobs, $"{{ \"jobs\": [ {entry} \"id\": \"deliver\", \"job\": \"deliver\", \"cron\": \"*/5 * * * *\" }} ] }}");
        Assert.NotEqual(0, office.Ask("jobs", "run", "deliver").ExitCode);
        Assert.Contains($"arguments.{key}", office.Store.LatestRuns(1)[0].Error, StringComparison.Ordinal);
    }

    sealed class CutOff : Exception;
}
