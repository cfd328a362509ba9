using System.Text;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>What a person answers about a sheet's words is known from then on, and is asked again once it is forgotten.</summary>
public sealed class RememberedTests : IDisposable
{
    const string Unknown = "甲河社区事务受理中心";
    readonly TrialDistrict trial = new();

    public void Dispose() => trial.Dispose();

    static byte[] Sheet(int month, string unit = "甲河镇", string title = "就业月报表", string more = "") => Encoding.UTF8.GetBytes(
        $"{title},,\n填报单位：{unit},,2022年{month}月\n指标,本月数,本年累计\n新增就业岗位,{month},{month * (month + 1) / 2}\n其中：女性,0,0\n{more}");

    [Fact]
    public void A_unit_s_name_is_asked_once()
    {
        Assert.Equal(TableState.unclear, trial.Submit("1.csv", Sheet(1, Unknown)).State);
        Assert.Equal(TableState.loaded, trial.Submit("1 再报.csv", Sheet(1, Unknown), named: new(null, "310999101", null)).State);
        var before = trial.Warehouse.Marts.LastLoad()!.LoadId;
        var next = trial.Submit("2.csv", Sheet(2, Unknown));
        Assert.Equal((TableState.loaded, "310999101"), (next.State, next.Tables[0].Table.OrgUnit));
        Assert.Contains("org_unit_remembered", next.AllFindings.Select(finding => finding.Code));
        var alias = Assert.Single(trial.Warehouse.Definitions.Current.Aliases);
        Assert.Equal((AliasKind.org_unit, "310999", Unknown, "310999101", "test"), (alias.Kind, alias.District, alias.Words, alias.Target, alias.DecidedBy));
        Assert.Equal((before, 0), (alias.KnownFromLoad, trial.Warehouse.Definitions.AsOf(before - 1).Aliases.Count));

        trial.Warehouse.Decisions.SetAlias(alias with { Target = "" }, TrialDistrict.Now);
        trial.Warehouse.Definitions.Refresh();
        Assert.Equal(TableState.unclear, trial.Submit("3.csv", Sheet(1, Unknown, more: "\n")).State);
    }

    [Fact]
    public void A_unit_said_for_one_sheet_does_not_rename_a_known_unit()
    {
        trial.Submit("1.csv", Sheet(1), named: new("trial-employment", "310999101", null));
        Assert.Empty(trial.Warehouse.Definitions.Current.Aliases);
    }

    const string Others = "创业沙龙,1,1\n走访企业,2,2\n上门服务,3,3\n咨询接待,4,4\n";

    [Fact]
    public void A_title_is_asked_once_whatever_unit_and_month_it_names()
    {
        Assert.Contains("form_unsure", trial.Submit("1.csv", Sheet(1, title: "2022年1月甲河镇工作情况快报", more: Others)).AllFindings.Select(finding => finding.Code));
        trial.Submit("1 再报.csv", Sheet(1, title: "2022年1月甲河镇工作情况快报", more: Others), named: new("trial-employment", null, null));
        var alias = Assert.Single(trial.Warehouse.Definitions.Current.Aliases);
        Assert.Equal((AliasKind.form, "工作情况快报", "trial-employment"), (alias.Kind, alias.Words, alias.Target));
        var next = trial.Submit("2.csv", Sheet(2, title: "甲河镇2022年2月份工作情况快报", more: Others));
        Assert.Equal("trial-employment", next.Tables[0].Table.Form);
        Assert.Contains("form_remembered", next.AllFindings.Select(finding => finding.Code));
        // The title alone does not make a table of other things that form.
        var other = trial.Submit("3.csv", Encoding.UTF8.GetBytes($"工作情况快报,,\n填报单位：甲河镇,,2022年2月\n指标,本月数,本年累计\n{Others}"));
        Assert.Null(other.Tables[0].Table.Form);
    }

    [Fact]
    public void An_answer_is_kept_with_the_submission_whoever_settles_it()
    {
        var taken = TakeFiles.Run(trial.Warehouse, [new("1.csv", () => new MemoryStream(Sheet(1, Unknown)), "test", null, "1.csv", "zhang")], TrialDistrict.Now, new(null, "310999101", null)).Single();
        var answer = SettleSubmissions.Unsettled(trial.Warehouse, TrialDistrict.Now, "system").Single();
        Assert.Equal((taken.Submission.SubmissionId, TableState.loaded), (answer.Submission.SubmissionId, answer.State));
        Assert.Equal("zhang", trial.Warehouse.Definitions.Current.Aliases.Single().DecidedBy);
        Assert.Empty(trial.Warehouse.Submissions.Answers());
    }
}
