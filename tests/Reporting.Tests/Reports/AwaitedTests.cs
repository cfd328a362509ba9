using Reporting.Reports;
using Reporting.Tests.Jobs;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>A report that waits until all is in, and no longer than its last day.</summary>
public sealed class AwaitedTests : IDisposable
{
    const string District = "310151";

    readonly TestFolder folder = new();
    readonly OpenWarehouse warehouse;

    public AwaitedTests()
    {
        warehouse = OpenWarehouse.Open(folder.Data);
        Directory.CreateDirectory(folder.Data.Definitions);
        File.WriteAllText(Path.Combine(folder.Data.Definitions, "own.yaml"), "reports:\n  - { id: monthly, sign_off: auto, due_days: 1, await: { missing_units: 20 } }\n  - { id: books, sign_off: auto, due_days: 1, await: { missing_units: 20 } }\n");
        warehouse.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, folder.Data.Definitions), new(2022, 1, 1), TestWarehouse.At(new(2022, 1, 1)));
        JanuarySheets.Send(warehouse, JanuarySheets.All.Take(3), JanuarySheets.Now);
    }

    public void Dispose()
    {
        warehouse.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void It_waits_while_sheets_are_missing_and_names_them_on_its_first_page_when_its_day_has_come()
    {
        var monthly = Report.Named("monthly");
        var waiting = Due(JanuarySheets.Now, monthly);
        Assert.Empty(waiting.Issued);
        var awaited = Assert.Single(waiting.Awaiting);
        // 1 February is a holiday of 春节: twenty working days from the 7th on.
        Assert.Equal((District, new DateOnly(2022, 3, 4)), (awaited.Key.District, awaited.Until));
        Assert.DoesNotContain(awaited.NotIn, name => name.StartsWith(NameOf(JanuarySheets.All[0].OrgUnit) + "《", StringComparison.Ordinal) && name.Contains("就业", StringComparison.Ordinal));
        Assert.Contains(awaited.NotIn, name => name.StartsWith(NameOf(JanuarySheets.All[3].OrgUnit) + "《", StringComparison.Ordinal));
        Assert.Empty(Due(TestWarehouse.At(new(2022, 3, 3)), monthly).Issued);

        var late = Due(TestWarehouse.At(new(2022, 3, 4)), monthly);
        var page = new WorkbookText(warehouse.Archive.Read(Assert.Single(late.Issued).Sha256))["总览", "A5"];
        Assert.Empty(late.Awaiting);
        Assert.Contains($"尚有{awaited.NotIn.Count}份报表没有收齐：{awaited.NotIn[0]}、", page, StringComparison.Ordinal);
        Assert.Contains("全部见报送情况", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lacks_nothing_does_not_wait()
    {
        // A book of each unit: those that owe nothing more have theirs, the others wait for their own sheets.
        var books = Report.Named("monthly") with { Name = "books", IsOfUnit = true, Render = ask => JanuaryBook.Of(ask.Unit!) };
        var made = Due(JanuarySheets.Now, books);
        var owing = made.Awaiting.Select(each => each.Key.Unit).ToHashSet();
        Assert.NotEmpty(owing);
        Assert.DoesNotContain(made.Issued, edition => owing.Contains(edition.Unit));
        JanuarySheets.Send(warehouse, JanuarySheets.All.Skip(3), JanuarySheets.Now.AddHours(1));
        var next = Due(JanuarySheets.Now.AddHours(2), books);
        Assert.True(next.Awaiting.Count < made.Awaiting.Count || next.Awaiting.Sum(each => each.NotIn.Count) < made.Awaiting.Sum(each => each.NotIn.Count));
    }

    DueEditions Due(DateTime now, Report report) => IssueEditions.Due(warehouse, new(2022, 2, 20), now, demo: false, [report]);

    string NameOf(string unit) => warehouse.Definitions.Current.OrgUnit(unit)!.Name;

    static class JanuaryBook
    {
        public static byte[] Of(string unit)
        {
            using var bytes = new MemoryStream();
            using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry(unit);
            return bytes.ToArray();
        }
    }
}
