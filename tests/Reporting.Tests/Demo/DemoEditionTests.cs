using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Reporting.Portal.Demo;
using Reporting.Tests.Reports;
using Reporting.Warehouse;

namespace Reporting.Tests.Demo;

/// <summary>The issued workbooks: fit for each Office, every figure the one that is answered when asked, the same bytes for ever.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoEditionTests(DemoRun run)
{
    static readonly (string Id, string Name, string Unit, string Promise, bool Adds)[] Indicators =
    [
        ("new_employment", "新增就业人数", "人", "新增就业", true), ("venture_support", "帮扶引领成功创业人数", "人", "帮扶引领成功创业人数", true),
        ("youth_employment", "帮助长期失业青年实现就业创业人数", "人", "帮助长期失业青年实现就业创业人数", true), ("training_sessions", "职业技能培训", "人次", "职业技能培训", true),
        ("registered_unemployed", "城乡登记失业人数", "人", "城乡劳动者登记失业人数", false),
    ];

    public static TheoryData<int> Months => [6];

    [Theory, MemberData(nameof(Months))]
    public void An_edition_is_valid_for_each_Office(int month)
    {
        foreach (var version in new[] { FileFormatVersions.Office2007, FileFormatVersions.Office2016, FileFormatVersions.Microsoft365 })
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(Exported(Edition(month))), false);
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(error => $"{version} {error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        }
    }

    [Theory, MemberData(nameof(Months))]
    public void Every_figure_of_an_edition_is_what_is_answered_as_of_its_load(int month)
    {
        var edition = Edition(month);
        var text = new WorkbookText(Exported(edition));
        // One read for all indicators: what the months before came to.
        var before = run.Office.Warehouse.Marts.IndicatorYears(DemoRun.Chongming, 2023, edition.AsOfLoad)
            .Where(row => row.OrgUnit == DemoRun.Chongming && row.Through == month - 1).ToDictionary(row => row.Indicator, row => row.Value());
        foreach (var (id, name, unit, promise, adds) in Indicators)
        {
            var now = Values(id, month, edition.AsOfLoad);
            var (total, single) = (now[DemoRun.Chongming], now[DemoRun.Chongming] - (adds ? before.GetValueOrDefault(id, 0) : 0));
            Assert.Equal((total, total), (Number(text.At("总览", promise, "完成值")), Number(text.At("指标进度", promise, "本年累计"))));
            Assert.Equal(single, Number(text.At("总览", promise, "本月")));
            Assert.Equal(single, Number(text.At("分月情况", $"{name}（{unit}）", $"{month}月")));
            Assert.Equal(total, Number(text.At("分街镇", "全区合计", $"{name}（{unit}）")));
            if (adds) Assert.Equal(Math.Round(total!.Value / Number(text.At("总览", promise, "目标"))!.Value, 3, MidpointRounding.AwayFromZero), Number(text.At("总览", promise, "完成率")));
            var units = now.Where(value => value.Key != DemoRun.Chongming).ToList();
            Assert.Equal(20, units.Count(value => value.Key != DemoDefinitions.Merger.Unit && value.Value is not null));
            Assert.All(units.Where(value => value.Value is not null), value => Assert.Equal(value.Value, Number(text.At("分街镇", Row(value.Key), $"{name}（{unit}）"))));
        }
    }

    [Fact]
    public void Asked_for_again_an_edition_is_its_kept_bytes()
    {
        foreach (var edition in new[] { Edition(6) })
        {
            var answer = run.Ask("report", "monthly", "--district", DemoRun.Chongming, "--period", $"{edition.PeriodStart:yyyy-MM}", "--out", Out("issued.xlsx"));
            var bytes = Assert.Single(answer.Files!).Bytes;
            Assert.Equal(Exported(edition), bytes);
            Assert.Equal(edition.Sha256, PlainSheet.Sha256(bytes));
            Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(run.Program.Data.Archive, edition.Sha256[..2], edition.Sha256)));
        }
        var ended = run.Program.RunShipped("report", "monthly", "--district", DemoRun.Chongming, "--period", "2023-06", "--out", Out("六月.xlsx"), "--json");
        Assert.Equal((0, true, 1), (ended.ExitCode, ended.Json.GetProperty("issued").GetBoolean(), ended.Json.GetProperty("number").GetInt32()));
        Assert.Equal(Exported(Edition(6)), File.ReadAllBytes(Out("六月.xlsx")));
    }

    [Fact]
    public void A_draft_as_of_a_load_is_the_same_bytes_from_another_process()
    {
        var load = Edition(6).AsOfLoad.ToString(CultureInfo.InvariantCulture);
        foreach (var name in new[] { "a.xlsx", "b.xlsx" })
            Assert.Equal(0, run.Program.RunShipped("report", "monthly", "--district", DemoRun.Chongming, "--period", "2023-06", "--as-of", load, "--out", Out(name)).ExitCode);
        Assert.Equal(File.ReadAllBytes(Out("a.xlsx")), File.ReadAllBytes(Out("b.xlsx")));
        Assert.Contains("未签发", new WorkbookText(File.ReadAllBytes(Out("a.xlsx")))["总览", "A2"], StringComparison.Ordinal);
        Assert.NotEqual(Edition(6).Sha256, PlainSheet.Sha256(File.ReadAllBytes(Out("a.xlsx"))));
    }

    Edition Edition(int month) => run.Office.Warehouse.Editions.All().Single(edition => edition.Report == "monthly" && edition.District == DemoRun.Chongming && edition.PeriodStart == new DateOnly(2023, month, 1));

    byte[] Exported(Edition edition) => File.ReadAllBytes(Path.Combine(run.Program.Data.Editions, edition.FileName));

    string Out(string name) => Path.Combine(run.Program.Home, name);

    /// <summary>What <c>query</c> answers for the district and every unit, as of a load; null where nothing is reported.</summary>
    Dictionary<string, decimal?> Values(string indicator, int through, long load) =>
        run.AskJson("query", "--district", DemoRun.Chongming, "--indicator", indicator, "--year", $"{2023}", "--org", "all", "--through", $"{through}",
                "--as-of", load.ToString(CultureInfo.InvariantCulture)).GetProperty("rows").EnumerateArray()
            .ToDictionary(row => row.GetProperty("org").GetString()!, row => row.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : (decimal?)null);

    string Row(string code)
    {
        var unit = run.Office.Warehouse.Definitions.Current.OrgUnit(code)!;
        return unit.Name + (unit.Counts ? "" : "（不计入全区）");
    }

    /// <summary>Null where a word stands that says why there is no figure.</summary>
    static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
