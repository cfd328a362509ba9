using Reporting.Etl.Arrivals;
using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Tests.Arrivals;

/// <summary>A folder to which others write: what is taken from it, what is not, and that nothing in it leads out of it.</summary>
public sealed class DropFolderTests : IDisposable
{
    readonly ArrivalOffice office = new();
    readonly string folder = Directory.CreateTempSubdirectory("reporting-drop-").FullName, outside = Directory.CreateTempSubdirectory("reporting-out-").FullName;
    readonly FolderSource source;

    public DropFolderTests() => source = new("share", ArrivalOffice.One, folder, Answers: true);

    public void Dispose()
    {
        office.Dispose();
        Directory.Delete(folder, recursive: true);
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public async Task A_sheet_is_taken_moved_and_answered_in_its_folder()
    {
        var sheet = ArrivalOffice.Sheet(ArrivalOffice.One);
        Put("一月.xlsx", sheet.Bytes);
        var pulled = await office.Pull(source);
        Assert.Equal((1, TableState.loaded), (pulled.Taken, Assert.Single(pulled.Answers).State));
        Assert.Equal(["已收", "答复"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.EndsWith(" 一月.xlsx", Assert.Single(Directory.GetFiles(Path.Combine(folder, "已收"))), StringComparison.Ordinal);
        Assert.Equal(In(office.Data.Answers, ArrivalOffice.One), In(folder, "答复"));
        Assert.Contains(In(folder, "答复"), name => name!.StartsWith("已入库", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_sheet_comes_back_marked_and_what_was_answered_is_not_put_back_again()
    {
        Put("一月.csv", "就业月报表,\n指标,本月数\n新增就业,二\n"u8.ToArray());
        await office.Pull(source);
        Assert.Contains(In(folder, "答复"), name => name!.EndsWith(".xlsx", StringComparison.Ordinal));
        foreach (var read in Directory.GetFiles(Path.Combine(folder, "答复"))) File.Delete(read);
        await office.Pull(source);
        Assert.Empty(In(folder, "答复"));
    }

    [Theory]
    [InlineData("~$一月.xlsx"), InlineData(".~lock.一月.xlsx#"), InlineData("一月.xlsx.filepart"), InlineData("一月.xlsx.part"), InlineData("一月.XLSX.PART"), InlineData("Thumbs.db"), InlineData("desktop.ini")]
    [InlineData(".DS_Store"), InlineData("一月.tmp"), InlineData("一月.xlsx.crdownload"), InlineData("已收"), InlineData("答复")]
    public async Task Names_that_are_no_sheets_are_left_alone(string name)
    {
        Put(name, [1]);
        var pulled = await office.Pull(source);
        Assert.Equal((0, 0), (pulled.Taken, pulled.LeftAlone.Count));
        Assert.True(File.Exists(Path.Combine(folder, name)));
    }

    [Theory]
    [InlineData("a\nb.csv"), InlineData("a\\..\\b.csv"), InlineData("-rf .csv"), InlineData("$(id).csv"), InlineData("‮vsc.exe.csv"), InlineData(" .csv"), InlineData("con"), InlineData("'; drop table submission; --.csv"), InlineData("%2e%2e%2fb.csv"), InlineData("...")]
    public async Task A_hostile_name_is_only_a_name(string name)
    {
        Put(name, "x"u8.ToArray());
        var pulled = await office.Pull(source);
        var isHidden = name.StartsWith('.');
        Assert.Equal(isHidden ? 0 : 1, pulled.Taken);
        Assert.Equal(isHidden ? [] : [$"{office.Warehouse.Submissions.Received(DateTime.MinValue, DateTime.MaxValue)[0].Receipt} {name}"], In(folder, "已收"));
        Assert.All(In(folder, "答复"), each => Assert.DoesNotContain(each!, letter => char.IsControl(letter)));
    }

    [Fact]
    public async Task Links_pipes_and_folders_are_left_alone_and_the_unit_is_told_once()
    {
        File.WriteAllText(Path.Combine(outside, "secret.csv"), "secret");
        File.CreateSymbolicLink(Path.Combine(folder, "一月.csv"), Path.Combine(outside, "secret.csv"));
        ArrivalOffice.Do("mkfifo", Path.Combine(folder, "管.csv"));
        Put("二月/三月.csv", [1]);
        Put("好.csv", "x"u8.ToArray());
        for (var time = 0; time < 2; time++) Assert.Equal((time == 0 ? 1 : 0, 3), await office.Pull(source) is var pulled ? (pulled.Taken, pulled.LeftAlone.Count) : default);
        Assert.Equal("好.csv", Assert.Single(office.Received()).Name);
        Assert.Equal(3, office.Notices("left_alone").Count);
        Assert.All(office.Notices("left_alone"), notice => Assert.Equal(ArrivalOffice.One, notice.OrgUnit));
    }

    [Fact]
    public async Task A_name_in_another_encoding_is_told_to_its_unit()
    {
        ArrivalOffice.Do("sh", "-c", $"printf x > '{folder}/'\"$(printf '\\261\\355')\".csv");
        for (var time = 0; time < 2; time++) Assert.Equal(0, (await office.Pull(source)).Taken);
        ArrivalOffice.Do("sh", "-c", $"rm '{folder}'/*.csv"); // the test cannot name it either
        Assert.Contains("UTF-8", Assert.Single(office.Notices("left_alone")).Body, StringComparison.Ordinal);
    }

    [Theory, InlineData("已收"), InlineData("答复")]
    public async Task A_link_in_the_place_of_our_own_folders_is_not_followed(string name)
    {
        Directory.CreateSymbolicLink(Path.Combine(folder, name), outside);
        Put("好.csv", "x"u8.ToArray());
        Assert.Equal(1, (await office.Pull(source)).Taken);
        Assert.Equal(0, (await office.Pull(source)).Taken); // where nothing can be moved away it is remembered
        Assert.Empty(Directory.GetFileSystemEntries(outside));
        Assert.NotEmpty(In(office.Data.Answers, ArrivalOffice.One));
    }

    [Fact]
    public async Task What_somebody_still_writes_is_not_taken_however_still_it_stands()
    {
        var path = Path.Combine(folder, "一月.csv");
        using (var writing = File.Create(path))
        {
            writing.Write("half"u8);
            writing.Flush();
            Assert.Equal("share/一月.csv: 仍在写入", Assert.Single((await office.Pull(source)).LeftAlone));
            writing.Write(" and whole"u8);
        }
        Assert.Equal(1, (await office.Pull(source)).Taken);
        Assert.Equal(ArrivalOffice.Sha("half and whole"u8.ToArray()), office.Received()[0].Sha256);
    }

    [Fact]
    public async Task What_changes_while_it_should_stand_still_is_taken_in_its_last_form()
    {
        Put("一月.csv", "one"u8.ToArray());
        var written = File.GetLastWriteTimeUtc(Path.Combine(folder, "一月.csv"));
        var pulled = await office.Pull(new(), () =>
        {
            Put("一月.csv", "two"u8.ToArray());
            File.SetLastWriteTimeUtc(Path.Combine(folder, "一月.csv"), written); // as a client does that keeps times
            return Task.CompletedTask;
        }, source);
        Assert.Equal((0, "share/一月.csv: 仍在写入"), (pulled.Taken, Assert.Single(pulled.LeftAlone)));
        Assert.Equal(1, (await office.Pull(source)).Taken);
        Assert.Equal(ArrivalOffice.Sha("two"u8.ToArray()), Assert.Single(office.Received()).Sha256);
    }

    [Fact]
    public async Task The_same_bytes_are_taken_once_while_they_stand()
    {
        var sheet = ArrivalOffice.Sheet(ArrivalOffice.One);
        foreach (var name in (string[])["一月.xlsx", "又一份.xlsx"])
        {
            Put(name, sheet.Bytes);
            await office.Pull(source);
        }
        Assert.Single(office.Received());
        Assert.Contains(In(folder, "答复"), name => name!.StartsWith("重复报送", StringComparison.Ordinal));
        Assert.Equal(2, In(folder, "已收").Length);
    }

    [Fact]
    public async Task What_is_too_large_is_said_once_and_not_taken()
    {
        Put("大.csv", new byte[1001]);
        Put("小.csv", new byte[1000]);
        for (var time = 0; time < 2; time++) await office.Pull(new SourceLimits { FileBytes = 1000 }, () => Task.CompletedTask, source);
        Assert.Equal("小.csv", Assert.Single(office.Received()).Name);
        Assert.Contains("太大", Assert.Single(office.Notices("left_alone")).Body, StringComparison.Ordinal);
        Assert.Contains("未收取 大.csv.txt", In(folder, "答复"));
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_told_once_and_once_when_it_is_back_and_answers_wait_for_it()
    {
        var sheet = ArrivalOffice.Sheet(ArrivalOffice.One);
        await office.Pull(source);
        Directory.CreateDirectory(Path.Combine(office.Data.Inbox, ArrivalOffice.One));
        Directory.Move(folder, folder + ".away");
        File.WriteAllBytes(Path.Combine(office.Data.Inbox, ArrivalOffice.One, "一月.xlsx"), sheet.Bytes);
        var down = await office.Pull(source);
        Assert.Equal((1, true), (down.Taken, Assert.Single(down.Faults).StartsWith("share", StringComparison.Ordinal)));
        await office.Pull(source);
        Assert.Single(office.Notices("source_down"));
        Directory.Move(folder + ".away", folder);
        Assert.Empty((await office.Pull(source)).Faults);
        await office.Pull(source);
        Assert.Equal((1, 1), (office.Notices("source_down").Count, office.Notices("source_back").Count));
        Assert.All(office.Notices("source_down"), notice => Assert.Null(notice.OrgUnit));
        Assert.Contains(In(folder, "答复"), name => name!.StartsWith("已入库", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_share_that_hangs_is_left_to_itself_and_asked_again_when_it_has_come_back()
    {
        var other = new FolderSource("other", ArrivalOffice.Other, outside, Answers: true);
        var (hang, limits) = (new TaskCompletionSource(), new SourceLimits { Whole = TimeSpan.FromMilliseconds(300) });
        Put("一月.csv", "x"u8.ToArray());
        var first = await office.Pull(limits, () => hang.Task, source); // as a share that does not come back
        Assert.Equal((0, true), (first.Taken, Assert.Single(first.Faults).Contains("没有读完", StringComparison.Ordinal)));
        File.WriteAllBytes(Path.Combine(outside, "他镇.xlsx"), ArrivalOffice.Sheet(ArrivalOffice.Other).Bytes);
        var second = await office.Pull(source, other);
        Assert.Equal((1, true), (second.Taken, Assert.Single(second.Faults).Contains("还没有回音", StringComparison.Ordinal)));
        Assert.Single(office.Notices("source_down"));
        hang.SetResult();
        Portal.RunningProgram.Until(() => office.Pull(source, other).Result.Taken, taken => taken == 1);
        Assert.Single(office.Notices("source_back"));
    }

    [Fact]
    public async Task Each_unit_has_its_answers_in_its_own_folder_only()
    {
        var other = new FolderSource("other", ArrivalOffice.Other, outside, Answers: true);
        Put("一月.xlsx", ArrivalOffice.Sheet(ArrivalOffice.One).Bytes);
        File.WriteAllBytes(Path.Combine(outside, "他镇.xlsx"), ArrivalOffice.Sheet(ArrivalOffice.Other).Bytes);
        Assert.Equal(2, (await office.Pull(source, other)).Taken);
        Assert.All(In(folder, "答复"), name => Assert.Contains("一月", name, StringComparison.Ordinal));
        Assert.All(In(outside, "答复"), name => Assert.Contains("他镇", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_share_without_answers_gets_none_and_what_is_no_source_any_more_keeps_nothing()
    {
        Put("好.csv", "x"u8.ToArray());
        await office.Pull(source with { Answers = false });
        Assert.False(Directory.Exists(Path.Combine(folder, "答复")));
        await office.Pull(source);
        Assert.True(Directory.Exists(Path.Combine(office.Data.Returns, ArrivalOffice.One, "share")));
        await office.Pull();
        Assert.False(Directory.Exists(Path.Combine(office.Data.Returns, ArrivalOffice.One, "share")));
    }

    void Put(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    static string?[] In(string root, string name) => !Directory.Exists(Path.Combine(root, name)) ? []
        : [.. Directory.GetFiles(Path.Combine(root, name)).Select(Path.GetFileName).Order(StringComparer.Ordinal)];
}
