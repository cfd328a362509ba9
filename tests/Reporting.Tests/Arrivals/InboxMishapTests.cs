using Reporting.Etl.Arrivals;
using Reporting.Etl.Jobs;
using Reporting.Tests.Portal;
using Reporting.Tests.LeftOut;

namespace Reporting.Tests.Arrivals;

/// <summary>What goes wrong with one file or folder stays with it: all others are answered, and who should know is told.</summary>
public sealed class InboxMishapTests : IDisposable
{
    const string One = ArrivalOffice.One, Other = ArrivalOffice.Other;

    readonly ArrivalOffice office = new();
    readonly string folder = Directory.CreateTempSubdirectory("reporting-drop-").FullName;

    public void Dispose()
    {
        office.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_goes_away_in_the_middle_keeps_no_other_waiting()
    {
        office.LayInInbox(One, "一月.csv", [1]);
        office.LayInInbox(Other, "二月.csv", [2]);
        var pulled = await office.Pull(new(), () =>
        {
            Directory.Delete(Path.Combine(office.Data.Inbox, One), recursive: true);
            return Task.CompletedTask;
        });
        Assert.Equal("二月.csv", Assert.Single(office.Received()).Name);
        Assert.Contains(pulled.LeftAlone, line => line.StartsWith($"{One}/", StringComparison.Ordinal));
    }

    [FactWhere(Need.Mount)]
    public async Task A_file_that_the_disk_does_not_give_keeps_no_other_waiting()
    {
        // Its first page is mapped nowhere: opening it succeeds and reading it is EIO, as with a broken disk or a stale share.
        string[] broken = [Path.Combine(office.Data.Inbox, One, "坏.csv"), Path.Combine(folder, "坏.csv")];
        office.LayInInbox(One, "坏.csv", []);
        File.WriteAllBytes(broken[1], []);
        foreach (var path in broken) ArrivalOffice.Do("mount", "--bind", $"/proc/{Environment.ProcessId}/mem", path);
        try
        {
            office.LayInInbox(One, "一月.csv", [1]);
            office.LayInInbox(Other, "二月.csv", [2]);
            File.WriteAllBytes(Path.Combine(folder, "三月.csv"), [3]);
            var pulled = await office.Pull(new FolderSource("share", Other, folder, Answers: true));
            Assert.Equal(["一月.csv", "三月.csv", "二月.csv"], office.Received().Select(row => row.Name).Order(StringComparer.Ordinal));
            foreach (var name in (string[])[$"{One}/坏.csv: 读不出来", "share/坏.csv: 读不出来"]) Assert.Contains(pulled.LeftAlone, line => line.StartsWith(name, StringComparison.Ordinal));
            Assert.Empty(pulled.Faults);
        }
        finally
        {
            foreach (var path in broken) ArrivalOffice.Do("umount", path);
        }
    }

    [Fact]
    public async Task What_is_too_large_for_the_inbox_is_left_there_and_its_unit_told_once()
    {
        office.LayInInbox(One, "大.csv", new byte[1001]);
        office.LayInInbox(One, "小.csv", new byte[1000]);
        for (var time = 0; time < 2; time++) await office.Pull(new SourceLimits { FileBytes = 1000 }, () => Task.CompletedTask);
        Assert.Equal("小.csv", Assert.Single(office.Received()).Name);
        Assert.True(File.Exists(Path.Combine(office.Data.Inbox, One, "大.csv")));
        var notice = Assert.Single(office.Notices("left_alone"));
        Assert.Equal((One, true), (notice.OrgUnit, notice.Body.Contains("太大", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_waits_for_its_verdict_is_told_before_the_pull_that_may_hang()
    {
        TakeFiles.Run(office.Warehouse, [new("一月.csv", () => new MemoryStream([1]), "inbox", One, "1", "test")], office.Clock.Now.UtcDateTime);
        office.LayInInbox(Other, "二月.csv", [2]);
        await office.Pull(new(), () =>
        {
            Assert.Single(office.Notices(UnansweredSubmissions.Kind));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task What_comes_to_wait_too_long_while_a_pull_hangs_is_told_meanwhile()
    {
        office.Clock.Now = office.Clock.Now.AddMonths(1);
        TakeFiles.Run(office.Warehouse, [new("一月.csv", () => new MemoryStream([1]), "inbox", One, "1", "test")], office.Clock.Now.UtcDateTime);
        office.LayInInbox(Other, "二月.csv", [2]);
        var pulled = await office.Pull(new(), () => Task.Run(() =>
        {
            Assert.Empty(office.Notices(UnansweredSubmissions.Kind));
            office.Clock.Now = office.Clock.Now.AddMinutes(30);
            RunningProgram.Until(() => office.Notices(UnansweredSubmissions.Kind).Count, told => told == 1);
        }));
        Assert.Empty(pulled.Unanswered); // none when it began
        Assert.Equal(2, pulled.Answers.Count);
    }
}
