using System.Net;
using Reporting.Portal;
using Reporting.Portal.Accounts;
using Reporting.Portal.Engine;
using Reporting.Portal.Operations;
using Reporting.Portal.Web;

namespace Reporting.Tests.Pages;

/// <summary>作业: what runs, how it goes on, what a person may do to it; nobody but 运维, and no figures.</summary>
public sealed class JobPagesTests : IDisposable
{
    readonly ServedOffice served = new();

    public void Dispose() => served.Dispose();

    OperationsStore Store => served.Office.Operations;

    [Fact]
    public void Nobody_else_sees_jobs()
    {
        foreach (var role in RoleWords.All.Except([Role.operations]))
        {
            using var visitor = served.As(role, role is Role.admin ? null : "310151", role == Role.reporter ? "310151101" : null);
            foreach (var path in (string[])["/jobs", "/jobs/runs", "/jobs/runs/1", "/jobs/deliveries"]) Assert.Equal(HttpStatusCode.Forbidden, visitor.Get(path).Status);
        }
    }

    [Fact]
    public void The_schedule_is_shown_and_a_job_is_paused_until_it_is_resumed()
    {
        using var operations = served.As(Role.operations);
        var page = operations.Open("/jobs").Text;
        Assert.All(served.Office.JobsFile.Jobs, job => Assert.Contains(job.Id, page, StringComparison.Ordinal));
        Assert.Contains("已暂停", operations.Post("/jobs", "/jobs?handler=Pause", ("id", "check")).Text, StringComparison.Ordinal);
        Assert.Equal(["check"], Store.PausedJobs());
        Assert.Contains("已恢复", operations.Post("/jobs", "/jobs?handler=Resume", ("id", "check")).Text, StringComparison.Ordinal);
        Assert.Empty(Store.PausedJobs());
        Assert.Equal(HttpStatusCode.NotFound, operations.Post("/jobs", "/jobs?handler=Pause", ("id", "no-such")).Status);
    }

    [Fact]
    public void A_job_that_seldom_runs_is_told_by_its_last_run_however_often_others_ran_since()
    {
        using var operations = served.As(Role.operations);
        var backup = Begun("backup");
        Store.FinishRun(backup, RunState.succeeded, null, null, "done");
        for (var number = 0; number < 520; number++) Begun("assess");
        Assert.Contains($"/jobs/runs/{backup}", operations.Open("/jobs").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_looked_at_while_it_goes_on_and_no_more_when_it_has_ended()
    {
        using var operations = served.As(Role.operations);
        var run = Begun("assess");
        Store.ShowProgress(run, 1, 2);
        var page = operations.Open($"/jobs/runs/{run}");
        Assert.Contains("every 2s", page.Html, StringComparison.Ordinal);
        Assert.Contains("进度 1/2", page.Text, StringComparison.Ordinal);
        Store.FinishRun(run, RunState.succeeded, """{"year":2022,"districts":[{"value":98765}]}""", null, "done");
        var part = operations.Open($"/jobs/runs/{run}?handler=Part");
        Assert.DoesNotContain("<html", part.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("every 2s", part.Html, StringComparison.Ordinal);
        Assert.Contains("年度：2022", part.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("98765", part.Text, StringComparison.Ordinal); // 运维 sees no figures
        Assert.Equal(HttpStatusCode.NotFound, operations.Get("/jobs/runs/999").Status);
    }

    [Fact]
    public void A_disk_that_is_nearly_full_is_told_with_the_stores()
    {
        Assert.Null(Health.Full(5L << 30));
        Assert.Contains("只剩 3 MB", Health.Full(3L << 20), StringComparison.Ordinal);
        using var operations = served.As(Role.operations);
        Assert.Contains("磁盘 正常", operations.Open("/jobs").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_run_shows_its_error_folded_and_is_found_by_job_and_state()
    {
        using var operations = served.As(Role.operations);
        var (failed, other) = (Begun("check"), Begun("backup"));
        Store.AddLogLine(failed, "warning", "盘快满了");
        Store.FinishRun(failed, RunState.failed, null, "第一行\n   at Some.Where()", "attempt 1 of 1 failed: 第一行");
        var page = operations.Open($"/jobs/runs/{failed}");
        Assert.Contains("<details><summary>完整的错误（堆栈）</summary>", page.Html, StringComparison.Ordinal);
        Assert.All((string[])["第一行", "盘快满了", "重做一次"], words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        Assert.Contains($"/jobs/runs/{failed}\"", operations.Open("/").Html, StringComparison.Ordinal); // what waits for whoever keeps the jobs going
        Assert.Contains($"/jobs/runs/{failed}\"", operations.Open("/jobs/runs?state=failed&id=check").Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/jobs/runs/{other}\"", operations.Open("/jobs/runs?state=failed").Html, StringComparison.Ordinal);
        Assert.Contains("程序没有在运行", operations.Post("/jobs", $"/jobs/runs/{failed}?handler=Retry").Text, StringComparison.Ordinal); // nobody would do it
        Assert.Contains("已取消", operations.Post("/jobs", $"/jobs/runs/{other}?handler=Cancel").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_is_run_by_hand_is_queued_and_watched_to_its_end_and_a_failed_one_is_done_again()
    {
        var schedule = served.Office.Schedule = new Schedule(served.Office, Engines.Compiled(), Serilog.Core.Logger.None);
        await schedule.Start();
        try
        {
            using var operations = served.As(Role.operations);
            Assert.Contains("已排上", operations.Post("/jobs", "/jobs?handler=Run", ("id", "remind")).Text, StringComparison.Ordinal);
            await Ended("remind");
            var failed = Begun("remind");
            Store.FinishRun(failed, RunState.failed, null, "nothing", "failed");
            Assert.Contains("已排上", operations.Post("/jobs", $"/jobs/runs/{failed}?handler=Retry").Text, StringComparison.Ordinal);
            Assert.Equal(failed, (await Ended("remind")).RetryOf);
        }
        finally { await schedule.Stop(); }
    }

    [Fact]
    public void A_delivery_that_did_not_arrive_goes_once_more_with_a_reason()
    {
        var now = served.Office.Time.GetUtcNow();
        Store.PutDown([new(DeliveryKind.notice, "n", DeliveryChannel.mail, "li@example.org", "李", "退回通知", "key")], [], [], now);
        Store.ClaimDelivery("key", "id", now);
        Store.SettleDelivery("key", DeliveryState.failed, 550, "no such user", null, now);
        using var operations = served.As(Role.operations);
        var page = operations.Open("/jobs/deliveries");
        Assert.All((string[])["退回通知", "对方拒收", "550 no such user"], words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        Assert.Contains("要写明原因", operations.Post("/jobs/deliveries", "/jobs/deliveries?handler=Resend", ("number", "1"), ("reason", "")).Text, StringComparison.Ordinal);
        operations.Post("/jobs/deliveries", "/jobs/deliveries?handler=Resend", ("number", "1"), ("reason", "邮箱修好了"));
        Assert.Equal(DeliveryState.pending, Store.Delivery(1)!.State);
        Assert.Equal(HttpStatusCode.NotFound, operations.Post("/jobs/deliveries", "/jobs/deliveries?handler=Resend", ("number", "7"), ("reason", "x")).Status);
    }

    long Begun(string job)
    {
        var run = Store.RecordRun(served.Office.JobsFile.Find(job)!.NewRun(RunCause.hand, "tests", null))!.Value;
        Store.StartRun(run);
        return run;
    }

    async Task<JobRun> Ended(string job)
    {
        for (var turn = 0; turn < 200; turn++)
        {
            if (Store.LatestRuns(1, job) is [{ HasEnded: true } run]) return run;
            await Task.Delay(100);
        }
        throw new TimeoutException($"{job} has not ended");
    }
}
