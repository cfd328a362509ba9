using System.Security.Cryptography;
using System.Text;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Portal.Demo;
using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Demo;

/// <summary>Which folder a demo works in, and that the same seed ends in the same warehouse.</summary>
public class DemoFolderTests
{
    [Fact]
    public void A_folder_that_no_demo_marked_is_refused_and_nothing_in_it_is_touched()
    {
        using var program = new RunningProgram();
        Directory.CreateDirectory(program.Data.Root);
        File.WriteAllText(Path.Combine(program.Data.Root, "台账.xlsx"), "真的");
        var refused = program.RunShipped("demo");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("--data", Assert.Single(refused.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("台账.xlsx", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(program.Data.Root))));
    }

    [Fact]
    public void A_seed_that_is_no_number_makes_no_folder()
    {
        using var program = new RunningProgram();
        var refused = program.RunShipped("demo", "--seed", "三");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("--seed", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(program.Data.Root));
    }

    [Fact]
    public void What_an_earlier_demo_left_is_cleared()
    {
        using var program = new RunningProgram();
        Directory.CreateDirectory(program.Data.Inbox);
        var mark = Office.DemoMark(program.Data);
        foreach (var path in new[] { mark, program.Data.WarehouseFile, Path.Combine(program.Data.Inbox, "a.csv") }) File.WriteAllText(path, "{}");
        DemoFolder.Prepare(program.Data);
        Assert.Equal([mark], Directory.GetFileSystemEntries(program.Data.Root));
    }

    [Fact]
    public void What_was_received_after_a_demo_is_not_cleared()
    {
        using var program = new RunningProgram();
        Directory.CreateDirectory(program.Data.Archive);
        File.WriteAllText(Path.Combine(program.Data.Archive, "a"), "演示的");
        DemoFolder.Finish(program.Data);
        DemoFolder.Check(program.Data);
        File.WriteAllText(Path.Combine(program.Data.Archive, "b"), "真的");
        var refused = program.RunShipped("demo");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("1 个文件", refused.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(program.Data.Archive, "b")));
    }

    /// <summary>Two months of a year, played twice: the same content, whatever the load ids.</summary>
    [Fact]
    public async Task The_same_seed_ends_in_the_same_warehouse_and_another_in_another()
    {
        var first = await Played(2022);
        Assert.Equal(first, await Played(2022));
        Assert.NotEqual(first, await Played(7));
    }

    static async Task<string> Played(int seed)
    {
        using var program = new RunningProgram();
        Directory.CreateDirectory(program.Data.Root);
        var clock = new DemoClock(DemoClock.At(new(2022, 1, 4), 8, 30));
        using var office = new Office(program.Data, new(Verbs.All, JobCatalog.Shipped, clock));
        var plan = DemoPlan.Make(office.Warehouse.Definitions.Current, DemoRun.Chongming, Period.Month(2022, 1), Period.Month(2022, 1), seed);
        await new DemoPlay(office, clock, _ => { }).Play(plan, Period.Month(2022, 1), [], default);
        var content = string.Concat(office.Warehouse.Marts.Observations(DemoRun.Chongming, null, new(2022, 1, 1), new(2022, 12, 31), long.MaxValue - 1)
            .Select(row => $"{row.OrgUnit},{row.Reporter},{row.Element},{row.PeriodStart},{row.Basis},{row.Breakdown},{row.Value},{row.State},{row.Role},{row.CellAddress}\n").Order(StringComparer.Ordinal));
        Assert.True(content.Length > 10_000);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }
}
