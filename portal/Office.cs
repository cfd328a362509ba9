using Reporting.Etl.Intake;
using Reporting.Etl.Jobs;
using Reporting.Portal.Accounts;
using Reporting.Portal.Operations;
using Reporting.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal;

/// <summary>What one process holds while it works on one data folder. Stores open when first asked for, so a verb pays for what it uses.</summary>
public sealed class Office : IDisposable
{
    readonly Lazy<OperationsStore> operations;
    readonly Lazy<AccountBook> accounts;
    readonly Lazy<IReadOnlyList<Definition>> written;
    readonly Lazy<OpenWarehouse> warehouse;

    public Office(DataFolder data, Installation installation)
    {
        (Data, Time, Jobs) = (data, installation.Time, installation.Jobs);
        operations = new(() => new OperationsStore(data, installation.Time));
        accounts = new(() => new AccountBook(this));
        Schedules = new(data, installation.Jobs, () => Warehouse.Definitions.Current.WorkingDays);
        written = new(() => DefinitionFiles.Read(DefinitionFiles.ShippedFolder, data.Definitions, data.ReadDefinitions));
        warehouse = new(OpenAndFinish);
    }

    public DataFolder Data { get; }
    public TimeProvider Time { get; }
    public JobCatalog Jobs { get; }
    public OperationsStore Operations => operations.Value;
    /// <summary>Who can sign in, and what they may do.</summary>
    public AccountBook Accounts => accounts.Value;

    /// <summary>The schedule as it counts now.</summary>
    public JobsFile JobsFile => Schedules.Current;

    /// <summary>Where edits of the schedule are noticed.</summary>
    public WatchedJobsFile Schedules { get; }

    /// <summary>What files may be, as the office's own settings say now.</summary>
    public ReadLimits Limits => LimitsFile.Read(Data);

    /// <summary>The warehouse, with the definitions of today entered and what an earlier process began brought to its end.</summary>
    public OpenWarehouse Warehouse => warehouse.Value;

    /// <summary>The mail server and the people who are written to, as the office's own settings and its accounts say now.</summary>
    public MailSettings Mail
    {
        get
        {
            var settings = MailFile.Read(Data, Warehouse.Definitions.Current);
            var (people, addresses) = Accounts.People();
            return settings with { People = settings.People.Under(people, addresses) };
        }
    }

    public DateTime Now => Time.GetUtcNow().UtcDateTime;

    /// <summary>Set only in the serving process; elsewhere nothing runs by the clock.</summary>
    public Schedule? Schedule { get; set; }

    /// <summary>演示数据: everything shown from this folder says so.</summary>
    public bool IsDemo => File.Exists(DemoMark(Data));

    public static string DemoMark(DataFolder data) => Path.Combine(data.Root, "demo.json");

    /// <summary>Enters what has been issued by now. Called before anything is loaded, so that a definition enters with the first load from its day on.</summary>
    public void EnterDefinitions() => Warehouse.Definitions.Enter(written.Value, ShanghaiTime.DateOf(Now), Now);

    /// <summary>Carries notices out to the folder of answers and into the operations store.</summary>
    public void CarryNotices() => Etl.Jobs.CarryNotices.Run(Warehouse, CopyNotices, Now, Limits);

    /// <summary>Copies notices of the warehouse's outbox into the operations store.</summary>
    public void CopyNotices(IReadOnlyList<Reporting.Warehouse.Notice> notices) => Operations.CopyNotices([.. notices.Select(notice => new CopiedNotice(
        notice.NoticeKey, notice.Kind, notice.District, notice.OrgUnit, notice.Subject, notice.Body, DateTime.SpecifyKind(notice.CreatedAt, DateTimeKind.Utc)))]);

    OpenWarehouse OpenAndFinish()
    {
        (_, var limits, _, _) = (written.Value, Limits, SourcesFile.Read(Data, catalog: null), MailFile.Read(Data, catalog: null)); // wrong definitions and settings stop the program before a store is touched
        var open = OpenWarehouse.Open(Data);
        try
        {
            Laid.Forget(Data);
            open.Definitions.Enter(written.Value, ShanghaiTime.DateOf(Now), Now);
            _ = (SourcesFile.Read(Data, open.Definitions.Current), MailFile.Read(Data, open.Definitions.Current)); // are their units known?
            SettleSubmissions.Unsettled(open, Now, Login.OfSystem, limits);
            Etl.Jobs.CarryNotices.Run(open, CopyNotices, Now, limits);
            IssueEditions.ExportMissing(open, Now);
            return open;
        }
        catch
        {
            open.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (warehouse.IsValueCreated) warehouse.Value.Dispose();
        if (operations.IsValueCreated) operations.Value.Dispose();
    }
}
