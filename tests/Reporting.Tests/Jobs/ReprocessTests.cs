using System.Text;
using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Etl.Jobs;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>
/// Archived files read again: what differs comes of what was changed and of nothing else, and once it is applied the figures are those of a
/// warehouse that had known better from the start.
/// </summary>
public sealed class ReprocessTests : IDisposable
{
    const string Unknown = "甲河社区事务受理中心", OddLine = "新添工作机会";
    static readonly DateTime Later = TestWarehouse.At(new(2022, 3, 20));

    readonly TrialDistrict trial = new();

    public void Dispose() => trial.Dispose();

    static byte[] Sheet(int month, int jobs, int? ytd = null, string unit = "甲河镇", string line = "新增就业岗位", int female = 0, string more = "") => Encoding.UTF8.GetBytes(
        $"就业月报表,,\n填报单位：{unit},,2022年{month}月\n指标,本月数,本年累计\n{line},{jobs},{ytd ?? jobs}\n其中：女性,{female},{female}\n{more}");

    static byte[] Nil(string form) => new NilReturn(form, "310999101", "2022-01", "张三", null).AsBytes();

    static string WithFlow(string yaml) => yaml.Replace("name: 参保人数, unit: 人, kind: stock", "name: 参保人数, unit: 人, kind: flow", StringComparison.Ordinal);

    static string WithAlias(string yaml) => yaml.Replace(
        "label: 新增就业岗位, element: new_jobs, unit: 个,", $"label: 新增就业岗位, element: new_jobs, unit: 个, aliases: [{OddLine}],", StringComparison.Ordinal);

    static string WithoutRule(string yaml) => yaml.Replace("expression: 1 >= 2, severity: error", "expression: 1 + 1 >= 2, severity: error", StringComparison.Ordinal);

    static string WithStricterRule(string yaml) => yaml.Replace("expression: 1 >= 2, severity: error", "expression: 1 >= 2 + 2, severity: error", StringComparison.Ordinal);

    RereadReport Read(RereadWish? wish = null) => Reread.Run(trial.Warehouse, wish ?? new(), new ReadLimits());

    (RereadReport Report, Load? Load) Apply(RereadWish? wish = null) => Reread.Apply(trial.Warehouse, wish ?? new(), new ReadLimits(), "词表补了", "li", Later);

    static string[] Names(RereadReport report) => [.. report.Differing.Select(file => file.Submission.FileName)];

    static void Play(TrialDistrict trial)
    {
        trial.Submit("1.csv", Sheet(1, 10));
        trial.Submit("1 更正.csv", Sheet(1, 12));
        trial.Submit("1 又.csv", Sheet(1, 12, more: "\n"));
        trial.Submit("问.csv", Sheet(2, 5, 17, Unknown));
        trial.Submit("答.csv", Sheet(2, 5, 17, Unknown), named: new(null, "310999101", null));
        trial.Submit("2 错.csv", Sheet(2, 5, 99));
        trial.Submit("2 改.csv", Sheet(2, 6, 18));
        var wrong = trial.Submit("2 撤.csv", Sheet(2, 7, 19));
        Assert.Single(TakeBack.Run(trial.Warehouse, wrong.Submission, TableState.withdrawn, "错", "test", new(), TrialDistrict.Now));
        trial.Submit("长.csv", "district,org,element,period,basis,breakdown,value,state\n310999,310999101,disputes,2022-01,in_period,total,12,reported\n310999,310999,eco_jobs,2021,in_period,total,9,reported\n");
        trial.Submit("长 改.csv", "district,org,element,period,basis,breakdown,value,state\n310999,310999101,disputes,2022-01,in_period,total,13,reported\n310999,310999101,disputes,2022-02,in_period,total,x,reported\n");
        trial.Submit("别的.csv", "通知,,\n各位,,\n");
        trial.Submit("坏.pdf", "%PDF-1.7");
        trial.Submit("渠道.csv", Sheet(1, 3, unit: "丙桥镇"), "310999101");
        trial.Submit("将来.csv", Sheet(4, 3));
        trial.Submit("零.json", Nil("trial-relations"), "310999101");
        trial.Submit("零 再.json", Nil("trial-insurance"), "310999101");
    }

    [Fact]
    public void Where_nothing_was_changed_nothing_differs()
    {
        Play(trial);
        var report = Read();
        Assert.Empty(Names(report));
        Assert.Equal((15, 0, 0), (report.Files, report.WordingOnly, report.NotRead.Count)); // all but the one taken back
        var before = trial.Warehouse.Marts.LastLoad();
        Assert.Null(Apply().Load);
        Assert.Equal(before, trial.Warehouse.Marts.LastLoad());
    }

    [Fact]
    public void Only_what_may_be_meant_is_read_again()
    {
        Play(trial);
        trial.Submit("1 女.csv", Sheet(1, 12, female: 7));
        trial.Submit("2 女.csv", Sheet(2, 5, 17, female: 3));
        trial.Define(WithStricterRule, new(2022, 3, 10));
        Assert.Superset(new HashSet<string> { "1 女.csv", "2 女.csv" }, Names(Read()).ToHashSet());
        // Those of the unit's month, and those of which unit, period or form is open (问, 长 改, 别的, 坏).
        var report = Read(new(OrgUnit: "310999101", Period: Period.Month(2022, 2)));
        Assert.Equal(["2 女.csv"], Names(report));
        Assert.InRange(report.Files, 4, 9);
        Assert.True(report.Files < Read().Files - 5);
    }

    [Fact]
    public void One_word_learned_shows_exactly_the_files_that_say_it()
    {
        Play(trial);
        trial.Warehouse.Decisions.SetAlias(new(AliasKind.org_unit, "310999", Unknown, "", "li", 0), Later);
        trial.Warehouse.Definitions.Refresh();
        trial.Submit("1 问.csv", Sheet(1, 12, female: 4, unit: Unknown));
        trial.Submit("2 别问.csv", Sheet(2, 7, 19, "乙山便民中心"));
        Assert.Empty(Names(Read()));

        trial.Warehouse.Decisions.SetAlias(new(AliasKind.org_unit, "310999", Unknown, "310999101", "li", 0), Later);
        trial.Warehouse.Definitions.Refresh();
        var file = Assert.Single(Read().Differing);
        var table = Assert.Single(file.Tables);
        Assert.Equal(("1 问.csv", TableState.unclear, TableState.loaded), (file.Submission.FileName, table.Before!.State, table.After!.State));
        Assert.Equal(((string?)null, "310999101"), (table.Before.OrgUnit, table.After.OrgUnit));
        Assert.Contains("org_unit_unknown", table.Lost);
        Assert.Contains("org_unit_remembered", table.Gained);
        Assert.Equal(["B4 1 新增就业岗位 × 本月数 = 12", "B5 2 其中：女性 × 本月数 = 4", "C4 1 新增就业岗位 × 本年累计 = 12", "C5 2 其中：女性 × 本年累计 = 4"],
            table.Values.Select(value => FormattableString.Invariant($"{value.After!.CellAddress} {value.Line} × {value.Column} = {value.After.Value:0}")).Order(StringComparer.Ordinal));
        Assert.All(table.Values, value => Assert.Null(value.Before));
    }

    [Fact]
    public void What_is_applied_is_what_would_have_been_known_from_the_start()
    {
        using var knowing = new TrialDistrict(WithAlias);
        foreach (var each in new[] { trial, knowing })
        {
            each.Submit("1.csv", Sheet(1, 10, line: OddLine));
            each.Submit("1 更正.csv", Sheet(1, 12));
            each.Submit("2.csv", Sheet(2, 5, 17, line: OddLine, female: 1));
        }
        var before = trial.Warehouse.Marts.LastLoad()!.LoadId;
        Assert.DoesNotContain("310999101 new_jobs 2022-02 = 5", trial.Values());
        trial.Define(WithAlias, new(2022, 3, 10));
        Assert.Equal(["1.csv", "2.csv"], Names(Read()));
        var (_, load) = Apply();
        Assert.Equal("reread", load!.Cause);
        Assert.Equal(knowing.Values(), trial.Values());
        Assert.Contains("310999101 new_jobs 2022-01 = 12", trial.Values()); // the later correction stays on top
        Assert.Equal([TableState.superseded], StatesOf("1.csv"));
        Assert.Equal([TableState.loaded], StatesOf("2.csv"));

        Assert.Empty(Names(Read()));
        Assert.Null(Apply().Load);
        Assert.Equal(load, trial.Warehouse.Marts.LastLoad());
        Assert.DoesNotContain(Held(before), value => value.PeriodStart == new DateOnly(2022, 2, 1));
        Assert.Empty(Read(new(Period: Period.Month(2022, 5))).Differing);
    }

    [Fact]
    public void A_correction_after_the_re_read_sheet_stays_on_top_and_an_older_sheet_below_it()
    {
        trial.Define(WithAlias, new(2022, 1, 2));
        trial.Submit("旧.csv", Sheet(1, 10, line: OddLine));
        trial.Define(yaml => yaml, new(2022, 1, 3)); // the words are forgotten
        trial.Submit("中.csv", Sheet(1, 11, line: OddLine));
        trial.Submit("新.csv", Sheet(1, 12));
        Assert.Equal([TableState.superseded], StatesOf("旧.csv"));
        Assert.Equal(["旧.csv"], Names(Read())); // what was let in would be refused now
        trial.Define(WithAlias, new(2022, 3, 10));
        Assert.Equal(["中.csv"], Names(Read()));
        Apply();
        TakeBack.Run(trial.Warehouse, Find("新.csv"), TableState.withdrawn, "错", "test", new(), Later);
        Assert.Contains("310999101 new_jobs 2022-01 = 11", trial.Values());
        TakeBack.Run(trial.Warehouse, Find("中.csv"), TableState.withdrawn, "错", "test", new(), Later);
        Assert.Contains("310999101 new_jobs 2022-01 = 10", trial.Values());
    }

    [Fact]
    public void A_rule_that_is_loosened_lets_in_and_the_sender_is_told()
    {
        var returned = trial.Submit("1.csv", Sheet(1, 10, female: 12));
        Assert.Equal(TableState.returned, returned.State);
        trial.Define(WithoutRule, new(2022, 3, 10));
        var table = Assert.Single(Assert.Single(Read().Differing).Tables);
        Assert.Equal((TableState.returned, TableState.loaded, 0), (table.Before!.State, table.After!.State, table.Values.Count));
        Assert.Equal(["part_above_whole"], table.Lost.Distinct());
        Apply();
        Assert.Contains("310999101 new_jobs 2022-01 = 12", trial.Values());
        var standing = Standing.Of(trial.Warehouse, returned.Submission);
        Assert.Equal((TableState.loaded, 1), (standing.State, standing.Tables.Count));
        Assert.DoesNotContain("part_above_whole", standing.AllFindings.Select(finding => finding.Code));
        var notice = Assert.Single(trial.Warehouse.Outbox.Waiting(), notice => notice.Subject.StartsWith("重读", StringComparison.Ordinal));
        Assert.Contains("词表补了", notice.Body, StringComparison.Ordinal);
        Assert.Contains("已入库", notice.Subject, StringComparison.Ordinal);
        Assert.Equal((1, 1, 0, 0), (trial.Warehouse.Marts.Counts().Received, trial.Warehouse.Marts.Counts().Loaded, trial.Warehouse.Marts.Counts().Returned, trial.Warehouse.Marts.Counts().Errors));
    }

    [Fact]
    public void A_rule_that_is_tightened_gives_back_and_values_fall_back_while_the_past_stays_as_it_was()
    {
        trial.Submit("1.csv", Sheet(1, 10, female: 2));
        trial.Submit("1 更正.csv", Sheet(1, 12, female: 9));
        var (before, held) = (trial.Warehouse.Marts.LastLoad()!.LoadId, Held());
        trial.Define(WithStricterRule, new(2022, 3, 10));
        Assert.Equal(["1 更正.csv"], Names(Read()));
        Apply();
        Assert.Contains("310999101 new_jobs 2022-01 = 10", trial.Values());
        Assert.Equal([TableState.returned], StatesOf("1 更正.csv"));
        Assert.Equal([TableState.loaded], StatesOf("1.csv"));
        Assert.Equal(held, Held(before)); // each value with the table and cell it then came from
        var (then, now) = (StatusAt(TestWarehouse.At(new(2022, 3, 9))), StatusAt(Later));
        Assert.Equal(("reported", 2, 0), (then.State, then.Attempts, then.Returned));
        Assert.Equal(("reported", 2, 1), (now.State, now.Attempts, now.Returned));
        Assert.Empty(Names(Read()));
    }

    [Fact]
    public void A_nil_return_is_read_again_as_any_other_sheet()
    {
        var refused = trial.Submit("零.json", Nil("trial-insurance"), "310999101");
        Assert.Equal((TableState.returned, "nil_no_flows"), (refused.State, Assert.Single(refused.AllFindings).Code));
        trial.Define(WithFlow, new(2022, 3, 10));
        var table = Assert.Single(Assert.Single(Read().Differing).Tables);
        Assert.Equal((TableState.returned, TableState.loaded, 2), (table.Before!.State, table.After!.State, table.Values.Count));
        Apply();
        Assert.Contains("310999101 insured 2022-01 = 0", trial.Values());
        Assert.True(Assert.Single(Standing.Of(trial.Warehouse, refused.Submission).Tables).Table.Nil);
        Assert.Empty(Names(Read()));
        trial.Define(yaml => yaml, new(2022, 3, 11));
        Assert.Equal(["零.json"], Names(Read()));
        Apply();
        Assert.DoesNotContain("310999101 insured 2022-01 = 0", trial.Values());
    }

    [Fact]
    public void What_was_decided_about_meanwhile_is_left_alone()
    {
        var sent = trial.Submit("1.csv", Sheet(1, 10, female: 6));
        trial.Define(WithStricterRule, new(2022, 3, 10));
        var batch = Read().Differing.Select(file => file.Applied).ToList();
        TakeBack.Run(trial.Warehouse, sent.Submission, TableState.withdrawn, "错", "test", new(), Later);
        Assert.Null(trial.Warehouse.Rereading.Apply(batch, "晚了", "li", Later));
        Assert.Equal([TableState.withdrawn], StatesOf("1.csv"));
        Assert.Empty(Names(Read()));
    }

    [Fact]
    public void Sheets_can_be_settled_while_the_archive_is_read()
    {
        trial.Submit("1.csv", Sheet(1, 10, female: 6));
        trial.Define(WithStricterRule, new(2022, 3, 10));
        var free = new List<bool>();
        var (report, load) = Reread.Apply(trial.Warehouse, new(), new ReadLimits(), "规则改了", "li", Later, (_, _) => free.Add(Task.Run(IsFree).GetAwaiter().GetResult()));
        Assert.Equal([true], free);
        Assert.Single(report.Differing);
        Assert.NotNull(load);
    }

    bool IsFree()
    {
        if (!trial.Warehouse.Settling.TryEnter()) return false;
        trial.Warehouse.Settling.Exit();
        return true;
    }

    [Fact]
    public void A_file_that_cannot_be_read_again_keeps_what_was_read_from_it()
    {
        var sent = trial.Submit("1.csv", Sheet(1, 10));
        File.Delete(trial.Warehouse.Archive.PathOf(sent.Submission.Sha256));
        var (report, load) = Apply();
        Assert.Equal((0, 1), (report.Differing.Count, report.NotRead.Count));
        Assert.Null(load);
        Assert.Contains("310999101 new_jobs 2022-01 = 10", trial.Values());
    }

    [Fact]
    public void Only_what_is_asked_for_is_read()
    {
        Play(trial);
        trial.Define(WithStricterRule, new(2022, 3, 10));
        trial.Submit("对.csv", Sheet(1, 12, female: 6));
        trial.Define(yaml => WithStricterRule(yaml).Replace("2 + 2,", "2 + 2 + 2,", StringComparison.Ordinal), new(2022, 3, 11));
        var all = Names(Read());
        Assert.Contains("对.csv", all);
        Assert.Equal(all, Names(Read(new(District: "310999", OrgUnit: "310999101", Form: "trial-employment", Period: Period.Month(2022, 1)))));
        Assert.Empty(Names(Read(new(Form: "trial-insurance"))));
        Assert.Equal(["对.csv"], Names(Read(new(Receipt: Find("对.csv").Receipt))));
        Assert.True(Read(new(District: "310998")).Files < Read().Files);
    }

    Submission Find(string name) => trial.Warehouse.Submissions.Find(
        trial.Warehouse.Submissions.Received(new(2000, 1, 1), new(2100, 1, 1)).Single(row => row.FileName == name).Receipt)!;

    TableState[] StatesOf(string name) => [.. trial.Warehouse.Submissions.TablesOf(Find(name).SubmissionId).Select(table => table.State)];

    /// <summary>Values as known at a load, with where they came from; when they were overtaken is left out.</summary>
    List<Observation> Held(long? asOf = null) => [.. trial.Warehouse.Marts.Observations("310999", null, new(2000, 1, 1), new(2030, 1, 1), asOf ?? trial.Warehouse.Marts.LastLoad()!.LoadId)
        .Select(value => value with { KnownToLoad = null })];

    Reporting.Warehouse.Marts.UnitPeriodStatus StatusAt(DateTime moment) => trial.Warehouse.Marts
        .SubmissionStatus("310999", new(2022, 1, 1), new(2022, 1, 31), trial.Warehouse.Marts.LastLoadBy(moment)!.LoadId, moment)
        .Single(row => row.Form == "trial-employment" && row.OrgUnit == "310999101");
}
