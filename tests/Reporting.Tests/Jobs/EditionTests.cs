using System.IO.Compression;
using Dapper;
using DuckDB.NET.Data;
using Reporting.Etl.Jobs;
using Reporting.Reports;
using Reporting.Reports.Issuing;
using Reporting.Tests.Reports;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Jobs;

/// <summary>What is issued stays as it was; what comes after is an edition of its own and says what moved.</summary>
public sealed class EditionTests : IDisposable
{
    const string District = "310151";
    static readonly Making Making = new("甲", JanuarySheets.Now, Demo: false, "更正一格");
    static readonly EditionKey Monthly = new(Report.Named("monthly"), District, JanuarySheets.January);

    readonly TestFolder folder = new();
    OpenWarehouse warehouse;

    public EditionTests()
    {
        warehouse = OpenWarehouse.Open(folder.Data);
        Define("");
        JanuarySheets.Send(warehouse, JanuarySheets.All.Take(3), JanuarySheets.Now);
    }

    public void Dispose()
    {
        warehouse.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void After_a_correction_a_new_edition_says_what_moved_and_the_first_stays()
    {
        var first = Editing.Issue(warehouse, Monthly, Last, Making with { Reason = null });
        Assert.DoesNotContain("修订", Text(first).Sheets);
        TakeBackFirst();
        var second = Editing.Issue(warehouse, Monthly, Last, Making with { Now = JanuarySheets.Now.AddHours(2) });
        Assert.Equal((1, 2, second), (first.Number, second.Number, warehouse.Editions.Issued("monthly", District, JanuarySheets.January)));

        var text = Text(second);
        var moved = Revisions.Between(warehouse.Marts, warehouse.Definitions.Current, District, JanuarySheets.January, first.AsOfLoad, second.AsOfLoad);
        Assert.NotEmpty(moved);
        Assert.Contains($"共{moved.Count}个", text["修订", "A3"], StringComparison.Ordinal);
        Assert.Equal(moved.Count, text.FindAll("修订", "撤回").Count());
        Assert.Equal(moved.Count, text.FindAll("修订", "漏统计").Count());
        Assert.Equal(moved.Count, text.FindAll("修订", warehouse.Submissions.Received(DateTime.MinValue, DateTime.MaxValue).Single(row => row.State == TableState.withdrawn).Receipt).Count());
        Workbooks.AssertValid(warehouse.Archive.Read(second.Sha256));
    }

    [Fact]
    public void Rendered_again_after_later_loads_an_edition_has_the_parts_that_were_kept()
    {
        var first = Editing.Issue(warehouse, Monthly, Last, Making with { Reason = null });
        TakeBackFirst();
        var second = Editing.Issue(warehouse, Monthly, Last, Making with { Now = JanuarySheets.Now.AddHours(2) });
        JanuarySheets.Send(warehouse, JanuarySheets.All.Skip(3).Take(2), JanuarySheets.Now.AddDays(1));
        Reopened();
        foreach (var edition in warehouse.Editions.All())
        {
            Assert.Equal(edition.ContentHash, EditionParts.Hash(Editing.Again(warehouse, edition, demo: false)));
            Assert.Equal(edition.ContentHash, EditionParts.Hash(warehouse.Archive.Read(edition.Sha256)));
        }
        Assert.Equal([first.Sha256, second.Sha256], warehouse.Editions.All().Select(edition => edition.Sha256));
    }

    [Fact]
    public void The_content_is_the_parts_and_not_how_they_are_packed()
    {
        var bytes = Packed(CompressionLevel.SmallestSize, "b", "a");
        Assert.Equal(EditionParts.Hash(bytes), EditionParts.Hash(Packed(CompressionLevel.NoCompression, "a", "b")));
        Assert.NotEqual(EditionParts.Hash(bytes), EditionParts.Hash(Packed(CompressionLevel.SmallestSize, "a", "c")));
    }

    [Fact]
    public void An_edition_of_before_there_were_signatures_is_issued_and_served()
    {
        var kept = warehouse.Archive.Keep([1, 2, 3]);
        warehouse.Dispose();
        using (var old = new DuckDBConnection($"DataSource={folder.Data.WarehouseFile}"))
        {
            old.Open();
            old.Execute("insert into edition (edition_id, report, district, period_kind, period_start, number, file_name, sha256, as_of_load, issued_at)"
                + " values (7, 'monthly', $district, 'month', '2022-01-01', 4, '旧.xlsx', $kept, 1, '2022-02-15')", new { district = District, kept });
        }
        warehouse = OpenWarehouse.Open(folder.Data);
        var edition = warehouse.Editions.Issued("monthly", District, JanuarySheets.January)!;
        Assert.Equal((7, EditionStatus.issued, new DateOnly(2022, 1, 31), (string?)null, true), (edition.EditionId, edition.Status, edition.PeriodEnd, edition.ContentHash, edition.IsReleased(JanuarySheets.Now)));
        IssueEditions.ExportMissing(warehouse, JanuarySheets.Now);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path.Combine(folder.Data.Editions, "旧.xlsx")));
        Assert.Equal(5, Editing.Issue(warehouse, Monthly, Last, Making).Number);
    }

    [Fact]
    public void What_is_due_is_made_and_what_fails_is_named()
    {
        Define("reports:\n  - { id: broken, sign_off: auto, due_days: 1 }\n  - { id: townships, sign_off: auto, due_days: 1, release_hours: 2 }\n  - { id: signed, sign_off: two, due_days: 20 }\n  - { id: late, sign_off: auto, due_days: 21 }\n  - { id: blocked, sign_off: auto, due_days: 1, blocks: [missing_units] }");
        var report = Report.Named("monthly");
        var townships = report with { Name = "townships", FileTitle = "反馈表", IsOfUnit = true, Render = ask => Packed(CompressionLevel.Fastest, ask.Unit!) };
        var day = ShanghaiTime.DateOf(JanuarySheets.Now);
        var made = IssueEditions.Due(warehouse, day, JanuarySheets.Now, demo: false,
            [report with { Name = "broken", Render = _ => throw new InvalidOperationException("坏了") }, report, townships, report with { Name = "signed" }, report with { Name = "late" }, report with { Name = "blocked" }]);
        Assert.Equal(2, made.Failed.Count);
        Assert.EndsWith("坏了", made.Failed[0], StringComparison.Ordinal);
        Assert.Contains("单位缺报", made.Failed[1], StringComparison.Ordinal);
        Assert.Equal(("monthly", District), made.Issued.Where(edition => edition.Unit is null).Select(edition => (edition.Report, edition.District)).Single());
        var units = warehouse.Definitions.Current.District(District)!.Units.Where(unit => unit is { Counts: true, Kind: OrgUnitKind.township or OrgUnitKind.park } && unit.IsValidOn(new(2022, 1, 31))).Select(unit => unit.Code).ToList();
        Assert.Equal(units, made.Issued.Where(edition => edition.Report == "townships").Select(edition => edition.Unit));
        Assert.All(made.Issued.Where(edition => edition.Report == "townships"), edition => Assert.Equal((1, false, true), (edition.Number, edition.IsReleased(JanuarySheets.Now), edition.IsReleased(JanuarySheets.Now.AddHours(2)))));
        Assert.Equal(("signed", EditionStatus.held, 0), made.Held.Select(edition => (edition.Report, edition.Status, edition.Number)).Single());
        Assert.Equal(made.Issued.Where(edition => edition.Report == "monthly").Select(edition => edition.FileName), Directory.GetFiles(folder.Data.Editions).Select(Path.GetFileName)); // neither the held nor the unreleased
        Assert.Contains(made.Warnings, warning => warning.Contains("单位缺报", StringComparison.Ordinal));
        Assert.Contains("未签发", Text(made.Held[0])["总览", "A2"], StringComparison.Ordinal);

        Assert.Empty(IssueEditions.Due(warehouse, day, JanuarySheets.Now, demo: false, [report, townships]).Issued); // once
        IssueEditions.ExportMissing(warehouse, JanuarySheets.Now.AddHours(2));
        Assert.Equal(1 + units.Count, Directory.GetFiles(folder.Data.Editions).Length);
    }

    [Theory, InlineData(PeriodKind.month, 1, "2022-04-01", "2022-03"), InlineData(PeriodKind.month, 1, "2022-03-31", "2022-02"), InlineData(PeriodKind.month, 15, "2022-04-14", "2022-02"), InlineData(PeriodKind.month, 15, "2022-04-15", "2022-03"),
        InlineData(PeriodKind.quarter, 10, "2022-04-10", "2022-Q1"), InlineData(PeriodKind.half, 10, "2022-07-09", "2021-H2"), InlineData(PeriodKind.year, 45, "2022-02-14", "2021"), InlineData(PeriodKind.year, 45, "2022-02-13", "2020")]
    public void A_report_falls_due_some_days_after_its_period(PeriodKind kind, int days, string day, string expected) =>
        Assert.Equal(Period.Parse(expected), new ReportPolicy("r", SignOff.auto, days, null, []).LastDue(kind, DateOnly.Parse(day, null)));

    Load Last => warehouse.Marts.LastLoad()!;

    WorkbookText Text(Edition edition) => new(warehouse.Archive.Read(edition.Sha256));

    void TakeBackFirst() => TakeBack.Run(warehouse, warehouse.Submissions.Find(warehouse.Submissions.Received(DateTime.MinValue, DateTime.MaxValue).First(row => row.State == TableState.loaded).Receipt)!,
        TableState.withdrawn, "漏统计", "clerk", new(), JanuarySheets.Now.AddHours(1));

    void Define(string reports)
    {
        if (reports.Length > 0)
        {
            Directory.CreateDirectory(folder.Data.Definitions);
            File.WriteAllText(Path.Combine(folder.Data.Definitions, "own.yaml"), reports);
        }
        warehouse.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, folder.Data.Definitions), new(2022, 1, 1), TestWarehouse.At(new(2022, 1, 1)));
    }

    void Reopened()
    {
        warehouse.Dispose();
        warehouse = OpenWarehouse.Open(folder.Data);
    }

    static byte[] Packed(CompressionLevel level, params string[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in parts)
            {
                using var content = zip.CreateEntry(part, level).Open();
                content.Write(System.Text.Encoding.UTF8.GetBytes(part));
            }
        return bytes.ToArray();
    }
}
