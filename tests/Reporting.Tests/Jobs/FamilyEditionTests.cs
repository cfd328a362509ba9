using Reporting.Reports;
using Reporting.Reports.Issuing;
using Reporting.Tests.Reports;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Jobs;

/// <summary>报送情况通报, 预警快报 and 指标口径册 as editions: numbered each by itself, and the same parts again after later loads.</summary>
public class FamilyEditionTests
{
    [Fact]
    public void Each_has_the_parts_that_were_kept_whatever_comes_later()
    {
        using var folder = new TestFolder();
        using var warehouse = OpenWarehouse.Open(folder.Data);
        warehouse.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, folder.Data.Definitions), new(2022, 1, 1), TestWarehouse.At(new(2022, 1, 1)));
        JanuarySheets.Send(warehouse, JanuarySheets.All.Take(3), JanuarySheets.Now);
        (string Name, Period Period)[] family = [("submission-status", JanuarySheets.January), ("alerts", JanuarySheets.January), ("definitions", Period.Year(2022))];
        var issued = family.Select(one => Editing.Issue(warehouse, new(Report.Named(one.Name), "310151", one.Period), warehouse.Marts.LastLoad()!, new("甲", JanuarySheets.Now.AddHours(1), Demo: false))).ToList();
        JanuarySheets.Send(warehouse, JanuarySheets.All.Skip(3).Take(2), JanuarySheets.Now.AddDays(1));
        foreach (var edition in issued)
        {
            Assert.Equal(1, edition.Number);
            Assert.Equal(edition.ContentHash, EditionParts.Hash(Editing.Again(warehouse, edition, demo: false)));
            Assert.Contains("2022年第1期", new WorkbookText(warehouse.Archive.Read(edition.Sha256)).ToString(), StringComparison.Ordinal);
        }
        // What has come since stands in the next one.
        var second = Editing.Issue(warehouse, EditionKey.Of(issued[0]), warehouse.Marts.LastLoad()!, new("甲", JanuarySheets.Now.AddDays(2), Demo: false, "补报"));
        Assert.NotEqual(issued[0].ContentHash, second.ContentHash);
        Assert.Equal(("3", "5"), (Loaded(warehouse, issued[0]), Loaded(warehouse, second)));
    }

    static string Loaded(OpenWarehouse warehouse, Edition edition) => new WorkbookText(warehouse.Archive.Read(edition.Sha256)).At("总览", "合计", "本年\n入库");
}
