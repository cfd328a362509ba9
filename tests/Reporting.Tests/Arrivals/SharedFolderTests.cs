using Reporting.Etl.Arrivals;
using Reporting.Etl.Jobs;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Arrivals;

/// <summary>Folders of others over which answers go back: nothing of them is lost on the way, and none waits for another.</summary>
public sealed class SharedFolderTests : IDisposable
{
    const string One = ArrivalOffice.One, Other = ArrivalOffice.Other;

    readonly ArrivalOffice office = new();
    readonly string home = Directory.CreateTempSubdirectory("reporting-drop-").FullName;

    public void Dispose()
    {
        office.Dispose();
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task An_answer_that_is_written_anew_while_the_old_one_is_on_its_way_goes_out_too()
    {
        var source = Source("share", One);
        await office.Pull(source);
        using var slow = Slow(source, "答.txt");
        var pulling = office.Pull(source);
        RunningProgram.Until(() => HalfWay(source), half => half);
        var waiting = Path.Combine(office.Data.Returns, One, "share", "答.txt");
        File.WriteAllText(waiting + ".part", "new");
        File.Move(waiting + ".part", waiting, overwrite: true);
        slow.Write("old"u8);
        slow.Dispose();
        await pulling;
        Assert.Equal("old", File.ReadAllText(Path.Combine(source.Folder, "答复", "答.txt")));
        await office.Pull(source);
        Assert.Equal("new", File.ReadAllText(Path.Combine(source.Folder, "答复", "答.txt")));
    }

    [Fact]
    public async Task Shares_that_take_long_to_write_to_are_written_to_side_by_side()
    {
        FolderSource[] sources = [Source("one", One), Source("other", Other)];
        await office.Pull(sources);
        using var first = Slow(sources[0], "答.txt");
        using var second = Slow(sources[1], "答.txt");
        var pulling = office.Pull(sources);
        try { RunningProgram.Until(() => sources.All(HalfWay), half => half); }
        finally
        {
            first.Dispose();
            second.Dispose();
        }
        Assert.Empty((await pulling).Faults);
    }

    [Fact]
    public async Task What_a_crash_left_half_written_among_the_answers_goes_away()
    {
        var source = Source("share", One);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(source.Folder, "答复")).FullName, $".{Guid.NewGuid():N}.part"), "half");
        File.WriteAllBytes(Path.Combine(source.Folder, "一月.csv"), [1]);
        await office.Pull(source);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(source.Folder, "答复")), path => path.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_share_that_takes_no_answers_is_not_written_to_though_it_could_be()
    {
        var source = Source("share", One) with { Answers = false };
        File.WriteAllBytes(Path.Combine(source.Folder, "一月.csv"), [1]);
        Assert.Equal((1, 0), ((await office.Pull(source)).Taken, (await office.Pull(source)).Taken));
        Assert.Equal("一月.csv", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(source.Folder))));
        File.WriteAllBytes(Path.Combine(source.Folder, "一月.csv"), [2, 2]);
        Assert.Equal((1, 0), ((await office.Pull(source)).Taken, (await office.Pull(source)).Taken));
    }

    [Fact]
    public async Task A_link_into_the_data_folder_or_to_another_source_is_a_fault_of_that_source()
    {
        var (good, inside, same) = (Source("good", One), new FolderSource("inside", Other, Path.Combine(home, "to-data"), Answers: true), new FolderSource("same", Other, Path.Combine(home, "to-good"), Answers: true));
        office.LayInInbox(Other, "他镇.csv", [1]);
        Directory.CreateSymbolicLink(inside.Folder, Path.Combine(office.Data.Inbox, Other));
        Directory.CreateSymbolicLink(same.Folder, good.Folder);
        await office.Pull(good, inside, same); // where each leads is known from now on
        File.WriteAllBytes(Path.Combine(good.Folder, "一月.csv"), [2]);
        var pulled = await office.Pull(good, inside, same);
        Assert.Equal((1, 2), (pulled.Taken, pulled.Faults.Count));
        Assert.Contains(pulled.Faults, fault => fault.StartsWith("inside", StringComparison.Ordinal) && fault.Contains("数据文件夹", StringComparison.Ordinal));
        Assert.Contains(pulled.Faults, fault => fault.StartsWith("same", StringComparison.Ordinal) && fault.Contains("good", StringComparison.Ordinal));
        Assert.Equal(new[] { "folder:good", "inbox" }, office.Received().Select(row => row.Channel).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_pull_that_is_cancelled_leaves_nothing_behind_and_begins_no_second_reading_beside_the_first()
    {
        var (source, hang, asked) = (Source("share", One), new TaskCompletionSource(), new TaskCompletionSource());
        File.WriteAllBytes(Path.Combine(source.Folder, "一月.csv"), [1]);
        using var stop = new CancellationTokenSource();
        var pulling = office.Pull(new(), () => { asked.TrySetResult(); return hang.Task; }, stop.Token, source);
        await asked.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pulling);
        Assert.Contains("还没有回音", Assert.Single((await office.Pull(source)).Faults), StringComparison.Ordinal);
        hang.SetResult();
        RunningProgram.Until(() => office.Pull(source).Result.Taken, taken => taken == 1);
        Assert.Empty(Directory.GetFiles(office.Data.Arrival, "*.part"));
    }

    [Fact]
    public async Task A_share_that_hangs_when_files_are_moved_away_is_left_to_itself()
    {
        var (source, hang, limits) = (Source("share", One), new TaskCompletionSource(), new SourceLimits { Whole = TimeSpan.FromMilliseconds(300) });
        using var turn = await SourceTurn.Collect(office.Data, source, [source], limits, _ => Task.CompletedTask, CancellationToken.None);
        turn.Collected.Files.Add(new(new("一月.csv", () => Stream.Null, source.Channel, One, "1", One), _ => hang.Task.Wait()));
        turn.Collected.Left.Add(new("二月.csv", "仍在写入", null));
        var submission = TakeFiles.Run(office.Warehouse, [turn.Collected.Files[0].File], office.Clock.Now.UtcDateTime)[0].Submission;
        turn.PutAway([submission], CancellationToken.None);
        await turn.Answer(CancellationToken.None);
        Assert.StartsWith("收到的移不走", turn.Collected.Fault, StringComparison.Ordinal);
        Assert.Single(turn.Collected.Left); // what it had said before still counts
        Assert.Contains("还没有回音", Assert.Single((await office.Pull(source)).Faults), StringComparison.Ordinal);
        hang.SetResult();
        RunningProgram.Until(() => office.Pull(source).Result.Faults.Count, faults => faults == 0);
    }

    FolderSource Source(string id, string unit) => new(id, unit, Directory.CreateDirectory(Path.Combine(home, id)).FullName, Answers: true);

    /// <summary>An answer that waits and does not come to its end before it is let go: a pipe, in the place of a share that is slow to write to.</summary>
    FileStream Slow(FolderSource source, string name)
    {
        var path = Path.Combine(office.Data.Returns, source.Unit, source.Id, name);
        ArrivalOffice.Do("mkfifo", path);
        return new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
    }

    static bool HalfWay(FolderSource source) => Directory.Exists(Path.Combine(source.Folder, "答复")) && Directory.GetFiles(Path.Combine(source.Folder, "答复"), ".*.part").Length > 0;
}
