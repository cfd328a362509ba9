using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>Neither freezing nor certifying locks a year, but what changes afterwards is named as such wherever it is seen.</summary>
public sealed class FrozenYearTests : IDisposable
{
    const string Jobs = "chongming-145-new-employment";
    readonly ShippedOffice shipped = new();
    readonly TestFolder files = new();

    public void Dispose()
    {
        shipped.Dispose();
        files.Dispose();
    }

    [Fact]
    public void A_sheet_of_a_frozen_year_is_named_where_it_comes_in_and_counted_where_runs_are_listed()
    {
        Assert.DoesNotContain("冻结", Sent("1月.csv", 12), StringComparison.Ordinal);
        Said("assess certify --org 城桥镇 --year 2022 --person 张三");
        Assert.Contains("注意：本单位 2022 年数据已认证，入库后要重新认证。", Sent("1月再.csv", 13), StringComparison.Ordinal);
        Said("assess certify --org 城桥镇 --year 2022 --person 张三");
        Said("assess --freeze --district 310151 --year 2022 --uncertified-ok --reason 演练");
        Assert.DoesNotContain("冻结后更正", Said("assess runs"), StringComparison.Ordinal);
        Assert.Contains("注意：2022 年考核 1 号已冻结，本单位已认证：作为冻结后更正，1 号不变，另立更正考核才体现。", Sent("1月又.csv", 14), StringComparison.Ordinal);
        Assert.Contains("冻结后更正 1  ", Said("assess runs"), StringComparison.Ordinal);
        var certified = Said("assess certified --district 310151 --year 2022");
        Assert.Contains("考核 1 号已冻结，1 家有冻结后更正", certified, StringComparison.Ordinal);
        Assert.Contains("冻结后更正 1", certified.Split('\n').Single(line => line.Contains("城桥镇", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("冻结后更正", certified.Split('\n').Single(line => line.Contains("  堡镇", StringComparison.Ordinal)), StringComparison.Ordinal);
        // The correcting run has taken it in.
        Said("assess --freeze --district 310151 --year 2022 --uncertified-ok --reason 更正 --corrects 1");
        Assert.DoesNotContain("冻结后更正", Said("assess runs").Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_of_a_frozen_year_that_are_set_or_split_are_told_that_the_run_stands()
    {
        Assert.DoesNotContain("冻结", Said($"target set {Jobs} --value 9400 --from 2022 --to 2022 --document 文 --reason 因"), StringComparison.Ordinal);
        Said("assess --freeze --district 310151 --year 2022 --uncertified-ok --reason 演练");
        Assert.Contains("注意：2022 年考核 1 号已冻结，不随着变", Said($"target set {Jobs} --value 9500 --from 2022 --to 2022 --document 文 --reason 因"), StringComparison.Ordinal);
        var parts = Path.Combine(files.Data.Root, "parts.csv");
        File.WriteAllText(parts, "org,value\n310151101,9500\n");
        Assert.Contains("注意：2022 年考核 1 号已冻结，不随着变", Said($"target split {Jobs} --year 2022 --method given --file {parts} --document 文 --reason 因"), StringComparison.Ordinal);
        Assert.Contains("注意：2022 年考核 1 号已冻结，不随着变", Said($"target issue {Jobs} --year 2022 --document 文 --reason 因"), StringComparison.Ordinal);
        Assert.DoesNotContain("冻结", Said($"target set {Jobs} --value 9500 --from 2023 --to 2023 --document 文 --reason 因"), StringComparison.Ordinal);
        var listed = Said("target list --district 310151 --year 2022");
        Assert.StartsWith("崇明区 2022 年目标，按批次 ", listed, StringComparison.Ordinal);
        Assert.Contains("帮扶引领成功创业人数（chongming-145-venture-support）", listed, StringComparison.Ordinal);
        Assert.Contains("到 2025 年末  >= 1 个", listed, StringComparison.Ordinal);
        Assert.Contains("2021—2025 年合计  >= 2,500 人", Said("target list --district 310117 --year 2022"), StringComparison.Ordinal);
        Assert.Contains("登记  新增就业", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("2023年  9,500", listed, StringComparison.Ordinal);
        shipped.Refused("没有覆盖 2099 年的规划", "target", "list", "--district", "310151", "--year", "2099");
    }

    string Sent(string name, int jobs) => shipped.Done("submit", SmallSheet.In(files.Data.Root, name, jobs), "--by", "cq").Out;

    string Said(string line) => shipped.Done(line.Split(' ')).Out;
}
