using DuckDB.NET.Data;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>Frozen runs by the verbs: what was altered in the store is a failure wherever it is read, and what two people decide at once is decided once.</summary>
public sealed class RunSealTests : IDisposable
{
    const string Jobs = "chongming-145-new-employment", Year = "--district 310151 --year 2022", Freeze = $"assess --freeze {Year} --uncertified-ok --reason 演练";
    readonly TestFolder folder = new();
    readonly HandClock clock = new(new(2022, 8, 1, 2, 0, 0, TimeSpan.Zero));
    readonly Office office;

    public RunSealTests() => office = new(folder.Data, new(Verbs.All, JobCatalog.Shipped, clock));

    public void Dispose()
    {
        office.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("update assessment_result set body = replace(body, '未', '已'), sha256 = sha256(replace(body, '未', '已')) where name = 'evaluations/310151'", "evaluations/310151 与封签时不符")]
    [InlineData("update assessment_result set body = '{' where name = 'board/chongming-townships'", "board/chongming-townships 与封签时不符")]
    [InlineData("delete from assessment_result where name = 'evaluations/310151101'", "evaluations/310151101 存档缺失")]
    [InlineData("insert into assessment_result select run, 'board/x', body, sha256 from assessment_result where name = 'manifest'", "board/x 存档多出")]
    [InlineData("delete from assessment_result where name = 'manifest'", "manifest 存档缺失")]
    [InlineData("update assessment_run set uncertified = 0", "run 与封签时不符")]
    public void What_was_altered_is_a_failure_wherever_it_is_read(string statement, string words)
    {
        Said(Freeze);
        Assert.Contains("没有差别", Said("assess diff 1 1"), StringComparison.Ordinal);
        Store(statement);
        foreach (var line in new[] { "assess replay 1", "assess show 1", "assess show 1 --json", "assess show 1 --document manifest", "assess diff 1 1", "assess runs", "assess replay 1 --json" })
        {
            var answer = Ask(line);
            Assert.True(answer.ExitCode == 1, $"{line}: {answer.ExitCode} {answer.Error}");
            Assert.Contains("考核 1 号的存档被改动过：", answer.Error, StringComparison.Ordinal);
            Assert.Contains(words, answer.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_altered_run_can_still_be_corrected_and_that_is_told()
    {
        Said(Freeze);
        Store("delete from assessment_result where name = 'evaluations/310151101'");
        var answer = Ask($"{Freeze} --corrects 1");
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("已冻结：考核 2 号", answer.Out, StringComparison.Ordinal);
        Assert.Contains("考核 1 号的存档被改动过：evaluations/310151101 存档缺失。没有列出与它的差别", answer.Error, StringComparison.Ordinal);
        Said("assess replay 2");
        Assert.Equal(1, Ask("assess diff 1 2").ExitCode);
        Assert.Equal(1, Ask("assess diff 2 1").ExitCode);
    }

    [Fact]
    public void Verdicts_are_shown_under_their_own_name()
    {
        const string task = "chongming-145-startup-city";
        Said($"task report {task} --state reached --on 2022-05-01 --evidence 批复 --by 甲");
        Said($"task judge {task} --verdict met --on 2022-06-01 --by 乙 --reason 查看");
        Said(Freeze);
        var inputs = Said("assess show 1").Split('\n').Single(line => line.StartsWith("输入：", StringComparison.Ordinal));
        Assert.Contains("任务进展 1 条，任务评定 1 条，下达", inputs, StringComparison.Ordinal);
        Assert.Equal(2, inputs.Split("应报未报").Length);
        Assert.DoesNotMatch("[a-z]{3}", inputs.Replace("--document manifest", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_year_or_month_to_come_is_not_frozen()
    {
        Refused("2025 年还没有到", "assess --freeze --district 310151 --year 2025 --uncertified-ok --reason 演练");
        Refused("2022-12 还没有到", $"{Freeze} --through 12");
        Said($"{Freeze} --through 7");
        // As of a load of last year this year had not come either.
        var load = office.Warehouse.Marts.LastLoad()!.LoadId;
        clock.Now = new(2023, 2, 1, 2, 0, 0, TimeSpan.Zero);
        Refused("2023 年还没有到", $"assess --freeze --district 310151 --year 2023 --uncertified-ok --reason 演练 --as-of {load}");
    }

    /// <summary>In the year before anybody owed a sheet nobody vouches; that is not everybody.</summary>
    [Fact]
    public void A_year_that_nobody_owes_is_not_frozen_as_if_all_had_certified()
    {
        Store("delete from submission_due");
        var refused = Ask($"assess --freeze {Year}");
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("没有应认证的单位；没有冻结", refused.Error, StringComparison.Ordinal);
        Refused("要写明原因", $"assess --freeze {Year} --uncertified-ok");
        Said(Freeze);
        Assert.Contains("没有应认证的单位", Said("assess runs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Freeze, "已有考核 1 号")]
    [InlineData("assess certify --org 城桥镇 --year 2022 --person 张三", "不用再认证")]
    [InlineData($"target issue {Jobs} --year 2022 --document 文 --reason 因", "下达")]
    [InlineData($"target set {Jobs} --org 城桥镇 --value 70 --from 2022 --to 2022 --document 文 --reason 因", "已经登记过")]
    [InlineData("supervise open --org 城桥镇 --demand 补报 --deadline 2022-08-20", "同样的督办已经开过")]
    public void What_several_decide_at_once_is_decided_once(string line, string others)
    {
        Said($"target set {Jobs} --org 城桥镇 --value 60 --from 2022 --to 2022 --document 文 --reason 因");
        var load = office.Warehouse.Marts.LastLoad()!.LoadId;
        var answers = new Answer[4];
        using (var start = new Barrier(answers.Length))
        {
            var threads = Enumerable.Range(0, answers.Length).Select(index => new Thread(() => { start.SignalAndWait(); answers[index] = Ask(line); })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
        }
        Assert.Equal([0, 2, 2, 2], answers.Select(answer => answer.ExitCode).Order());
        Assert.All(answers.Where(answer => answer.ExitCode == 2), answer => Assert.Contains(others, answer.Error, StringComparison.Ordinal));
        Assert.Equal(load + 1, office.Warehouse.Marts.LastLoad()!.LoadId);
    }

    void Store(string statement)
    {
        _ = office.Warehouse.Marts.LastLoad();
        using var connection = new DuckDBConnection($"DataSource={folder.Data.WarehouseFile};autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    string Said(string line)
    {
        var answer = Ask(line);
        Assert.True(answer.ExitCode == 0, answer.Error);
        return answer.Out;
    }

    void Refused(string why, string line)
    {
        var answer = Ask(line);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(why, answer.Error, StringComparison.Ordinal);
    }

    Answer Ask(string line)
    {
        var words = Words.Of(line.Split(' '), Verbs.All);
        var request = Asking.RequestOf(words, words.Verb!, "zh");
        return Dispatch.InOffice(request, Verbs.All.Single(verb => verb.Name == request.Verb), office);
    }
}
