using Reporting.Warehouse;

namespace Reporting.Portal.Delivery;

/// <summary>What one run is to deliver, as its entry of jobs.json and data/mail.json say.</summary>
/// <param name="Entry">The entry's id: each begins with what comes after it was set up.</param>
/// <param name="Report">Names what this run tells operations; the run's number.</param>
/// <param name="Recipients">Mail addresses and <c>role:</c> names.</param>
/// <param name="Day">On which a digest counts.</param>
sealed record DeliverOrders(string Entry, long Report, DateTimeOffset Now, DateOnly Day, MailSettings Mail, IReadOnlyList<string> Recipients)
{
    const string OfReports = "reports", OfDistrict = "district", InFolder = "folder", OfAlerts = "digest", Most = "attempts";

    public const int UsualAttempts = 30;

    public static IReadOnlyList<JobArgument> Arguments { get; } =
    [
        new(OfReports, ArgumentKind.Texts, "只送这几种报告；不写为全部（分单位的反馈表只送本单位，写了才也送收件人）", "of these reports only; all where none is given (a unit's own book goes to the recipients only where it is named)"),
        new(OfDistrict, ArgumentKind.Text, "只送这个区的；不写为各区", "of this district only; of all where none is given"),
        new(InFolder, ArgumentKind.Text, "同时把报告放进这个文件夹（绝对路径）", "lay the workbooks into this folder too (an absolute path)"),
        new(OfAlerts, ArgumentKind.Flag, "送各区亮灯摘要，而不是报告和通知", "send the digest of open alerts instead of editions and notices"),
        new(Most, ArgumentKind.Whole, "一封邮件最多试几次，默认 30（约四天）", "how often a mail is tried at most, 30 by default (about four days)") { Least = 1, Most = 1000 },
    ];

    public IReadOnlyList<string> Reports { get; init; } = [];
    public string? District { get; init; }
    public string? Folder { get; init; }
    public bool IsDigest { get; init; }
    public int MostAttempts { get; init; } = UsualAttempts;

    /// <exception cref="FailureException">An argument names what there is not.</exception>
    public static DeliverOrders Of(JobContext context)
    {
        var (office, district, folder) = (context.Office, context.Argument(OfDistrict), context.Argument(InFolder));
        foreach (var report in context.Texts(OfReports).Where(name => !Reporting.Reports.Report.All.Any(one => one.Name == name)))
            throw Wrong(OfReports, $"没有报告“{report}”；有：{string.Join(' ', Reporting.Reports.Report.All.Select(one => one.Name))}", $"there is no report '{report}'");
        if (district is not null && office.Warehouse.Definitions.Current.District(district) is null) throw Wrong(OfDistrict, $"没有区“{district}”", $"there is no district '{district}'");
        if (folder is not null && !Path.IsPathFullyQualified(folder)) throw Wrong(InFolder, "要写绝对路径", "should be an absolute path");
        if (folder is not null && $"{DataFolder.At(folder).Root}/".StartsWith(office.Data.Root + "/", StringComparison.Ordinal)) throw Wrong(InFolder, "不能在数据文件夹里", "cannot lie within the data folder");
        return new(context.JobId, context.RunId, context.StartedAt, ShanghaiTime.DateOf((context.ScheduledFor ?? context.StartedAt).UtcDateTime), office.Mail, context.Recipients)
        {
            Reports = context.Texts(OfReports), District = district, Folder = folder, IsDigest = context.Flag(OfAlerts), MostAttempts = context.Whole(Most, UsualAttempts),
        };
    }

    static FailureException Wrong(string key, string zh, string en) => new($"jobs.json 的 arguments.{key}：{zh}", $"arguments.{key} in jobs.json: {en}");

    /// <summary>Who gets something of a district: addresses as they stand, people by their roles.</summary>
    public IEnumerable<(string Mail, string Name)> Addressees(string? district) => Recipients
        .SelectMany(one => one.StartsWith(Role, StringComparison.Ordinal) ? Mail.People.Of(one[Role.Length..], district).Select(person => (person.Mail, person.Name)) : [(one.ToLowerInvariant(), "")])
        .DistinctBy(one => one.Item1);

    /// <summary>Roles that nobody of mail.json has.</summary>
    public IEnumerable<string> Nobody => Recipients.Where(one => one.StartsWith(Role, StringComparison.Ordinal) && !Mail.People.All.Any(person => person.Roles.Contains(one[Role.Length..])));

    const string Role = "role:";
}
