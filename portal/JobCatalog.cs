using Reporting.Portal.Jobs;

namespace Reporting.Portal;

/// <summary>The one visible list of jobs; each stands in a file of its own in <c>Jobs/</c>.</summary>
public sealed record JobCatalog(IReadOnlyList<JobKind> Kinds)
{
    public static JobCatalog Shipped { get; } = new(
    [
        PullSubmissionsJob.Kind,
        RemindMissingJob.Kind,
        ClosePeriodJob.Kind,
        IssueEditionsJob.Kind,
        DeliverJob.Kind,
        AssessYearJob.Kind,
        CheckWarehouseJob.Kind,
        BackupJob.Kind,
        VerifyBackupJob.Kind,
        BundleJob.Kind,
        CloseIdleAccountsJob.Kind,
    ]);

    public JobKind? Find(string name) => Kinds.FirstOrDefault(kind => kind.Name == name);
}
