using Reporting.Etl.Arrivals;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Arrivals;

/// <summary>Two townships put files over a real SFTP server, each into its own account.</summary>
[Collection(ServiceUmask.Alone)]
public class SftpTests
{
    const string Packages = "openssh-server openssh-client";
    static readonly string First = $"rt{Environment.ProcessId}a", Second = $"rt{Environment.ProcessId}b";

    [DebianFact(Packages, "sshd", "sftp", "useradd", AsRoot = true)]
    public async Task What_is_put_slowly_replaced_half_way_or_put_twice_is_taken_once_and_answered()
    {
        using var office = new ArrivalOffice();
        using var server = new SftpServer(First, Second);
        using var local = new Reporting.Tests.Warehouse.TestFolder();
        Source[] sources = [new FolderSource("sftp-one", ArrivalOffice.One, server.Drop(First), Answers: true), new FolderSource("sftp-other", ArrivalOffice.Other, server.Drop(Second), Answers: true)];
        string Local(string name, byte[] bytes)
        {
            File.WriteAllBytes(Path.Combine(local.Data.Root, name), bytes);
            return Path.Combine(local.Data.Root, name);
        }

        using var service = new ServiceUmask(); // as the unit of docs/ runs the program
        var sheet = ArrivalOffice.Sheet(ArrivalOffice.One);
        var (good, slow, half, last) = (Local("good.xlsx", sheet.Bytes), Local("slow.bin", Bytes(1, 3_000_000)), Local("half.bin", Bytes(2, 3_000_000)), Local("last.bin", Bytes(3, 200_000)));

        // The slow one is on its way while a good one is taken and answered.
        using var slowly = server.Begin(First, 8_000, $"put {slow} 大文件.xlsx");
        RunningProgram.Until(() => Directory.EnumerateFiles(server.Drop(First)).Any(path => new FileInfo(path).Length > 0), begun => begun);
        server.Done(Second, $"put {Local("other.xlsx", ArrivalOffice.Sheet(ArrivalOffice.Other).Bytes)} 一月.xlsx");
        server.Done(First, $"put {good} 一月.xlsx");
        var during = await office.Pull(new(), () => Task.Delay(300), sources);
        Assert.Equal((2, "sftp-one/大文件.xlsx: 仍在写入"), (during.Taken, Assert.Single(during.LeftAlone)));
        Assert.All(during.Answers, answer => Assert.Equal(Reporting.Warehouse.TableState.loaded, answer.State));
        slowly.WaitForExit();
        Assert.Equal(1, (await office.Pull(new(), () => Task.Delay(50), sources)).Taken);

        // One is broken off half way and put again under its name while the pull waits for it to stand still.
        using var broken = server.Begin(First, 4_000, $"put {half} 二月.xlsx");
        RunningProgram.Until(() => new FileInfo(Path.Combine(server.Drop(First), "二月.xlsx")) is { Exists: true, Length: > 0 }, begun => begun);
        var replaced = await office.Pull(new(), () =>
        {
            broken.Kill();
            server.Done(First, $"put {last} 二月.xlsx");
            return Task.CompletedTask;
        }, sources);
        Assert.Equal((0, "sftp-one/二月.xlsx: 仍在写入"), (replaced.Taken, Assert.Single(replaced.LeftAlone)));
        Assert.Equal(1, (await office.Pull(sources)).Taken);

        // The same once more, under another name.
        server.Done(First, $"put {good} 一月再报.xlsx");
        Assert.Equal((0, 1), await office.Pull(sources) is var twice ? (twice.Taken, twice.Repeated) : default);
        Assert.Equal((0, 0), await office.Pull(sources) is var none ? (none.Taken, none.Repeated) : default);

        Assert.Equal(new[] { ("一月.xlsx", ArrivalOffice.Sha(sheet.Bytes), "folder:sftp-one"), ("一月.xlsx", ArrivalOffice.Sha(ArrivalOffice.Sheet(ArrivalOffice.Other).Bytes), "folder:sftp-other"),
            ("大文件.xlsx", ArrivalOffice.Sha(Bytes(1, 3_000_000)), "folder:sftp-one"), ("二月.xlsx", ArrivalOffice.Sha(Bytes(3, 200_000)), "folder:sftp-one") }.Order(), office.Received().Order());
        Answered(server);
    }

    /// <summary>Seen with the accounts' own eyes: answers lie beside what was sent, and nobody sees the other.</summary>
    static void Answered(SftpServer server)
    {
        var seen = server.Ask(First, "ls -1 答复", "ls -1 已收", "ls -1 /").Output;
        foreach (var words in (string[])["已入库", "重复报送", "已退回"]) Assert.Contains($"答复/{words} ", seen, StringComparison.Ordinal);
        Assert.Contains("一月.xlsx.txt", seen, StringComparison.Ordinal);
        Assert.Equal(4, seen.Split('\n').Count(line => line.StartsWith("已收/310151-", StringComparison.Ordinal)));
        var folder = Directory.CreateTempSubdirectory("reporting-").FullName;
        try
        {
            server.Done(First, $"get 答复/*.txt {folder}");
            Assert.NotEmpty(Directory.GetFiles(folder));
        }
        finally { Directory.Delete(folder, recursive: true); }
        Assert.Single(server.Ask(Second, "ls -1 已收").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line.StartsWith("已收/", StringComparison.Ordinal));
        foreach (var forbidden in (string[])[$"ls /{First}", $"ls /../{First}", $"ls /srv", "get /etc/passwd /dev/null", "put /etc/hostname /x"]) Assert.NotEqual(0, server.Ask(Second, forbidden).ExitCode);
    }

    [DebianFact(Packages, "sshd", "sftp", "useradd", AsRoot = true)]
    public async Task A_link_that_an_account_lays_leads_nowhere()
    {
        using var office = new ArrivalOffice();
        using var server = new SftpServer(First);
        var outside = Directory.CreateTempSubdirectory("reporting-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(outside, "secret.csv"), "secret");
            server.Done(First, $"symlink {outside}/secret.csv 一月.csv", $"symlink {outside} 答复", $"symlink {outside} 已收", $"put {outside}/secret.csv 真.csv");
            var pulled = await office.Pull(new FolderSource("sftp-one", ArrivalOffice.One, server.Drop(First), Answers: true));
            Assert.Equal("真.csv", Assert.Single(office.Received()).Name);
            Assert.Contains("是链接", Assert.Single(pulled.LeftAlone), StringComparison.Ordinal);
            Assert.Contains("答复放不回去", Assert.Single(pulled.Faults), StringComparison.Ordinal);
            Assert.Equal("secret.csv", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(outside))));
        }
        finally { Directory.Delete(outside, recursive: true); }
    }

    static byte[] Bytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
