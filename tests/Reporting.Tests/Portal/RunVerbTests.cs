using System.Text;
using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>Certifying, freezing, replaying and supposing by the verbs, on the shipped plans of a warehouse in which nothing was reported.</summary>
public sealed class RunVerbTests : IDisposable
{
    const string Jobs = "chongming-145-new-employment";
    readonly ShippedOffice shipped = new();
    readonly Office office;

    public RunVerbTests() => office = shipped.Office;

    public void Dispose() => shipped.Dispose();

    [Fact]
    public void A_unit_certifies_and_takes_it_back_until_a_run_is_frozen_upon_it()
    {
        Refused("没有认证，不用撤回", "assess uncertify --org 城桥镇 --year 2022 --reason 因");
        Assert.Contains("已认证：城桥镇 2022 年 0 个数，签认人张三 镇长", Said("assess certify --org 城桥镇 --year 2022 --person 张三_镇长 --by cq"), StringComparison.Ordinal);
        Refused("不用再认证", "assess certify --org 城桥镇 --year 2022 --person 张三");
        Said("assess uncertify --org 城桥镇 --year 2022 --reason 再核一遍");
        Assert.Contains("认证已撤回", Said("assess certified --district 310151 --year 2022"), StringComparison.Ordinal);
        Said("assess certify --org 城桥镇 --year 2022 --person 李四");
        Said("assess --freeze --district 310151 --year 2022 --uncertified-ok --reason 演练");
        Refused("已随考核 1 号冻结，不能撤回", "assess uncertify --org 城桥镇 --year 2022 --reason 因");
        Refused("还没有到", "assess certify --org 城桥镇 --year 2199 --person 张三");
        Refused("不用认证", "assess certify --org 新村乡 --year 2014 --person 张三");
    }

    [Fact]
    public void Freezing_names_who_has_not_certified_and_asks_for_a_reason()
    {
        Said("assess certify --org 城桥镇 --year 2022 --person 张三");
        var refused = Ask("assess --freeze --district 310151 --year 2022");
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("堡镇", refused.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("城桥镇", refused.Out, StringComparison.Ordinal);
        Assert.Contains("没有冻结", refused.Error, StringComparison.Ordinal);
        Refused("要写明原因", "assess --freeze --district 310151 --year 2022 --uncertified-ok");
        Assert.Equal("还没有冻结过考核。", Said("assess runs"));
        Assert.Contains("已冻结：考核 1 号  崇明区 2022 年，截至 2022-12", Said("assess --freeze --district 310151 --year 2022 --uncertified-ok --reason 演练 --by kh"), StringComparison.Ordinal);
        Assert.Contains("堡镇、", Said("assess --freeze --district 310151 --year 2021 --uncertified-ok --reason 演练"), StringComparison.Ordinal);
        Refused("已有考核 1 号", "assess --freeze --district 310151 --year 2022 --uncertified-ok --reason 再来");
        Refused("没有考核 9 号", "assess --freeze --district 310151 --year 2022 --uncertified-ok --reason 再来 --corrects 9");
    }

    [Fact]
    public void An_appeal_is_a_new_run_that_names_the_earlier_and_what_moved()
    {
        Freeze("");
        Said($"target set {Jobs} --value 9500 --from 2022 --to 2022 --document 文 --reason 申诉");
        var second = Freeze("--corrects 1");
        Assert.Contains("更正 1 号：演练", second, StringComparison.Ordinal);
        Assert.Contains($"{Jobs}（崇明区）", second, StringComparison.Ordinal);
        Assert.Contains("目标 9,000 → 9,500", second, StringComparison.Ordinal);
        Refused("最后一次是 2 号", "assess --freeze --district 310151 --year 2022 --uncertified-ok --reason 再来 --corrects 1");
        Assert.Equal(2, Said("assess runs").Split('\n').Length);
        Assert.Contains("重算一致", Said("assess replay 1"), StringComparison.Ordinal);
        Assert.Contains("重算一致", Said("assess replay 2"), StringComparison.Ordinal);
        Assert.Contains("目标 9,000 → 9,500", Said("assess diff 1 2"), StringComparison.Ordinal);
        Assert.Contains("没有差别", Said("assess diff 1 1"), StringComparison.Ordinal);
        var manifest = Said("assess show 2 --document manifest");
        Assert.StartsWith("{\"as_of_load\":", manifest, StringComparison.Ordinal);
        Assert.Equal(1, JsonDocument.Parse(manifest).RootElement.GetProperty("corrects").GetInt32());
        Assert.Contains("9,500", Said("assess show 2"), StringComparison.Ordinal);
        Assert.Contains("帮扶引领成功创业", Said("assess show 1 --org 城桥镇"), StringComparison.Ordinal);
        // Another district's chain is its own.
        Assert.Contains("考核 3 号", Said("assess --freeze --district 310117 --year 2022 --uncertified-ok --reason 演练"), StringComparison.Ordinal);
        Refused("不能比", "assess diff 1 3");
    }

    [Fact]
    public void A_correction_under_which_nothing_moves_is_said_to_and_insisted_on()
    {
        Freeze("");
        Refused("输入、评价、得分都没有变", "assess --freeze --district 310151 --year 2022 --uncertified-ok --reason 再来 --corrects 1");
        Assert.Single(Said("assess runs").Split('\n'));
        Assert.Contains("更正 1 号", Freeze("--corrects 1 --unchanged-ok"), StringComparison.Ordinal);
    }

    /// <summary>In the middle of a year nobody owes the year's own sheets.</summary>
    [Fact]
    public void In_the_middle_of_a_year_those_certify_who_owed_a_sheet_by_then()
    {
        const string Bureau = "310151-RSJ"; // it owes a yearly form and no other
        var (june, whole) = (Ask("assess --freeze --district 310151 --year 2022 --through 6"), Ask("assess --freeze --district 310151 --year 2022 --through 12"));
        Assert.Contains(Bureau, whole.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Bureau, june.Out, StringComparison.Ordinal);
        Assert.Contains("堡镇", june.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_audited_and_a_question_is_not()
    {
        Said("assess --district 310151 --year 2022");
        Said("assess --district 310151 --year 2022 --set " + Jobs + ":target=1");
        Freeze("");
        Assert.Equal(["assess"], Audited());

        string[] Audited()
        {
            using var connection = (System.Data.Common.DbConnection)typeof(Reporting.Portal.Operations.OperationsStore).GetMethod("Open", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.Invoke(office.Operations, [])!;
            using var command = connection.CreateCommand();
            command.CommandText = "select verb from audit order by rowid";
            using var reader = command.ExecuteReader();
            List<string> verbs = [];
            while (reader.Read()) verbs.Add(reader.GetString(0));
            return [.. verbs];
        }
    }

    [Fact]
    public void What_is_supposed_is_told_beside_what_is_and_leaves_nothing()
    {
        var last = office.Warehouse.Marts.LastLoad();
        Assert.Contains("目标 9,000 → 8,000", Said($"assess --district 310151 --year 2022 --set {Jobs}:target=8000"), StringComparison.Ordinal);
        Assert.Contains("完成值 — → 9,100", Said($"assess --district 310151 --year 2022 --set {Jobs}:value=9100"), StringComparison.Ordinal);
        var weights = JsonDocument.Parse(Said("assess --scheme chongming-townships --year 2022 --set jobs:weight=20 --set ventures:weight=25 --json")).RootElement;
        Assert.False(weights.GetProperty("stored").GetBoolean());
        Assert.Equal(last, office.Warehouse.Marts.LastLoad());
        Refused("合计 90，不是 100", "assess --scheme chongming-townships --year 2022 --set jobs:weight=20");
        Refused("看不懂“jobs:weight”", "assess --scheme chongming-townships --year 2022 --set jobs:weight");
        Refused("没有承诺“chongming-145-new-employmen”", "assess --district 310151 --year 2022 --set chongming-145-new-employmen:value=1");
        Refused("没有单位“城桥”", $"assess --district 310151 --year 2022 --set {Jobs}@城桥:value=1");
        Refused("不按数判定", "assess --district 310151 --year 2022 --set chongming-145-startup-city:value=1");
        Refused("没有目标值", "assess --district 310151 --year 2022 --set chongming-145-insured-coverage:target=90");
        Refused("目标值不能是负数", $"assess --district 310151 --year 2022 --set {Jobs}:target=-180");
        Refused("完成值不能小于 0", $"assess --district 310151 --year 2022 --set {Jobs}:value=-1");
        Refused("是占比，完成值不能超过 100 %", "assess --district 310151 --year 2022 --set chongming-145-inspection-closing-rate:value=199");
        Refused("假设了 2 次", $"assess --district 310151 --year 2022 --set {Jobs}:value=1 --set {Jobs}:value=2");
        Refused("权重不能小于 0：ventures", "assess --scheme chongming-townships --year 2022 --set jobs:weight=100 --set ventures:weight=-5");
        Refused("不能加 @单位", "assess --scheme chongming-townships --year 2022 --set jobs@城桥镇:weight=20");
        Refused("不能加 --plan", $"assess --plan chongming-145 --year 2022 --set {Jobs}:value=1");
        Refused("假设的不能冻结", $"assess --freeze --district 310151 --year 2022 --set {Jobs}:value=1");
        Refused("要同 --freeze 一起用", "assess --district 310151 --year 2022 --uncertified-ok");
    }

    [Fact]
    public void Suppositions_may_stand_in_a_file()
    {
        var request = Asked($"assess --district 310151 --year 2022");
        var file = new RequestFile("--what-if", "假设.txt", Encoding.UTF8.GetBytes($"\uFEFF# 减目标\r\n{Jobs}:target=8000\r\n\r\n"));
        var answer = Assess.Verb.Run!(request with { Files = [file], Values = request.Values.Append(new("--what-if", ["假设.txt"])).ToDictionary() }, office);
        Assert.Contains("目标 9,000 → 8,000", answer.Out, StringComparison.Ordinal);
    }

    string Freeze(string more) => Said($"assess --freeze --district 310151 --year 2022 --uncertified-ok --reason 演练 {more}".TrimEnd());

    string Said(string line) => shipped.Done(Typed(line)).Out;

    void Refused(string why, string line) => shipped.Refused(why, Typed(line));

    Answer Ask(string line) => shipped.Ask(Typed(line));

    static string[] Typed(string line) => [.. line.Split(' ').Select(word => word.Replace('_', ' '))];

    static Request Asked(string line)
    {
        var words = Words.Of(Typed(line), Verbs.All);
        return Asking.RequestOf(words, words.Verb!, "zh");
    }
}
