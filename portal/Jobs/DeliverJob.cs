using Reporting.Portal.Delivery;
using Reporting.Warehouse;

namespace Reporting.Portal.Jobs;

/// <summary>Sends issued workbooks, notices and digests to those whom they are for.</summary>
static class DeliverJob
{
    public static JobKind Kind { get; } = new("deliver", "把签发的报告、通知和亮灯摘要发给收件人（邮件、文件夹）", "send issued workbooks, notices and digests by mail and into a folder", Run) { Arguments = DeliverOrders.Arguments };

    static async Task<JobOutcome> Run(JobContext context)
    {
        var delivered = await Deliver.Run(context.Office, DeliverOrders.Of(context), Durable.Passed, (done, total) => context.Progress(done, total), context.Stopping);
        foreach (var warning in delivered.Warnings) context.Warn(warning);
        if (delivered.Added + delivered.Arrived > 0) context.Log($"新登记 {delivered.Added} 件，送出 {delivered.Arrived} 件");
        return JobOutcome.Of(delivered);
    }

    /// <summary>What whoever set up a delivery should know: there is no server to send it with; null where there is, or nobody asks for mail.</summary>
    public static (string Zh, string En)? Trouble(Office office) => office.Mail.Host is null && office.JobsFile.Jobs.Any(job => job.Job == Kind.Name && job.Enabled)
        ? ("没有设邮件服务器（data/mail.json 的 host）：不发邮件，报告在 editions 和约定的文件夹，通知在 answers。", "No mail server is set (host in data/mail.json): no mail is sent; workbooks lie in editions and in folders that entries name, notices in answers.") : null;
}
