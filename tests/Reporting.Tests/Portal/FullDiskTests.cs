using System.Diagnostics;
using Reporting.Warehouse;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reporting.Tests.Portal;

/// <summary>A disk that fills up: one message, nothing half-written, and all goes on where there is room again.</summary>
public class FullDiskTests
{
    /// <summary>What is left free, in KiB: so little that not even a name can be kept, and ever a step further.</summary>
    [TheoryOnSmallDisk]
    [InlineData(0), InlineData(24), InlineData(160)]
    public void A_submission_to_a_full_disk_is_refused_and_taken_once_there_is_room(int left)
    {
        using var program = RunningProgram.WithDefinitions();
        Assert.Equal(0, program.Ask("submit", SmallSheet.In(program.Home, "堡镇.csv", unit: "堡镇")).ExitCode);
        using var disk = SmallDisk.Of(program, megabytes: 48);
        disk.Fill(left);
        var sheet = SmallSheet.In(program.Home, "城桥镇.csv");
        var full = program.RunShipped("submit", sheet);
        BadInputTests.AssertOneMessage(full, 1, "磁盘已满");
        disk.Empty();

        Assert.Equal(0, program.RunShipped("submit", sheet).ExitCode);
        Assert.Equal(24, Figure(program));
        Assert.Empty(Directory.EnumerateFiles(program.Data.Root, "*.part", SearchOption.AllDirectories));
        using var warehouse = OpenWarehouse.Open(program.Data);
        Assert.Equal((2, 2), (warehouse.Marts.Counts().Received, warehouse.Marts.Counts().Loaded));
    }

    [TheoryOnSmallDisk]
    [InlineData(6), InlineData(8)]
    public void A_demo_that_fills_its_disk_says_so_and_what_it_left_can_be_asked_elsewhere(int megabytes)
    {
        using var program = new RunningProgram();
        using (SmallDisk.Of(program, megabytes))
        {
            var ended = program.RunShipped("demo");
            Assert.Equal((1, ""), (ended.ExitCode, ended.Out));
            Assert.Matches("磁盘已满|disk is full", ended.Error.TrimEnd().Split('\n')[^1]);
            Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
            SmallDisk.CopyOut(program);
        }
        Assert.Equal(0, program.RunShipped("query", "--indicator", "new_employment", "--year", "2022").ExitCode);
        // Last year's figures on the sheet are not the demo's: it waits for a reason, and is loaded with one.
        var answer = program.Ask("submit", SmallSheet.In(program.Home, "城桥镇.csv", month: 13), "--json").Json.GetProperty("answers")[0];
        Assert.Equal("awaiting_explanation", answer.GetProperty("state").GetString());
        Assert.Equal(0, program.Ask("review", "explain", answer.GetProperty("receipt").GetString()!, "--reason", "上年数按镇里的台账填报，与区里的口径不同").ExitCode);
    }

    static decimal Figure(RunningProgram program) => program.Ask("query", "--indicator", "new_employment", "--year", "2022", "--through", "1", "--json")
        .Json.GetProperty("rows")[0].GetProperty("value").GetDecimal();
}

/// <summary>The data folder on a file system of its own that holds a few megabytes.</summary>
sealed class SmallDisk : IDisposable
{
    readonly string root;

    SmallDisk(string root) => this.root = root;

    static readonly Lazy<bool> possible = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("reporting-disk-").FullName;
        var mounted = Ran("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder);
        if (mounted) Ran("umount", folder);
        Directory.Delete(folder);
        return mounted;
    });

    /// <summary>Whether this user may mount at all; elsewhere its tests do not exist.</summary>
    public static bool Possible => OperatingSystem.IsLinux() && possible.Value;

    /// <summary>Mounts one in place of the data folder, with what is in it.</summary>
    public static SmallDisk Of(RunningProgram program, int megabytes)
    {
        var (root, aside) = (program.Data.Root, Path.Combine(program.Home, "aside"));
        Directory.CreateDirectory(root);
        Assert.True(Ran("cp", "-r", root, aside) && Ran("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", root) && Ran("cp", "-r", aside + "/.", root));
        return new(root);
    }

    /// <summary>Mounts one over an empty folder.</summary>
    public static SmallDisk At(string folder, int megabytes)
    {
        Assert.True(Ran("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder));
        return new(folder);
    }

    /// <summary>Puts what lies on the small disk beside it, to be found in its place once it is unmounted.</summary>
    public static void CopyOut(RunningProgram program)
    {
        var root = program.Data.Root;
        Assert.True(Ran("cp", "-r", root + "/.", Path.Combine(program.Home, "aside")) && Ran("umount", root) && Ran("cp", "-r", Path.Combine(program.Home, "aside") + "/.", root));
    }

    public void Fill(int leaveKilobytes)
    {
        using var filler = File.Create(Filler);
        filler.SetLength(0);
        var block = new byte[4096];
        for (var free = new DriveInfo(root).AvailableFreeSpace; free > leaveKilobytes * 1024L; free -= block.Length) filler.Write(block);
    }

    public void Empty() => File.Delete(Filler);

    string Filler => Path.Combine(root, "filler");

    public void Dispose() => Ran("umount", root);

    static bool Ran(string command, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(command, args) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A theory that exists only where a small disk can be mounted; elsewhere it is left out at discovery.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Reporting.Tests.Portal." + nameof(SmallDiskDiscoverer), "Reporting.Tests")]
public sealed class TheoryOnSmallDiskAttribute : TheoryAttribute;

public sealed class SmallDiskDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        SmallDisk.Possible ? base.Discover(discoveryOptions, testMethod, theoryAttribute) : [];
}
