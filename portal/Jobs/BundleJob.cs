using System.Globalization;
using Reporting.Portal.Commands;
using Reporting.Portal.Keeping;
using Reporting.Warehouse;

namespace Reporting.Portal.Jobs;

/// <summary>归档: lays the file of a district's year into <c>data/bundles/</c>.</summary>
static class BundleJob
{
    public static JobKind Kind { get; } = new("bundle", "归档：把一个区一年的材料打成 zip，放到 data/bundles/", "lay the file of a district's year into data/bundles/", Run)
    {
        Arguments =
        [
            new("district", ArgumentKind.Text, "区代码", "district code") { Required = true },
            new("year", ArgumentKind.Whole, "年份；不写为运行那天的上一年", "the year; the one before the day where none is given") { Least = 1900, Most = 2199 },
        ],
    };

    static Task<JobOutcome> Run(JobContext context)
    {
        var (office, code) = (context.Office, context.Argument("district")!);
        var asOf = office.Warehouse.Marts.LastLoad() ?? throw new FailureException("数据仓库里还没有任何批次，没有可归档的。", "The warehouse holds no load yet.");
        var district = office.Warehouse.Definitions.AsOf(asOf.LoadId).District(code)
            ?? throw new FailureException($"没有区 {code}；改 jobs.json 的 arguments.district。", $"There is no district {code}; mend arguments.district in jobs.json.");
        var year = context.Argument("year") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : ShanghaiTime.DateOf((context.ScheduledFor ?? context.StartedAt).UtcDateTime).Year - 1;
        var bundle = new Bundle(office, district, year, asOf, context.Stopping);
        var (laid, entries) = BundleVerb.Written(office, bundle);
        var folder = Directory.CreateDirectory(Path.Combine(office.Data.Root, KeptPaths.Bundles)).FullName;
        var (path, sha256) = (Path.Combine(folder, bundle.FileName), FileHash.Of(laid));
        DiskSync.Barrier(folder); // what bears the name is whole, also after a power cut
        File.Move(laid, path, overwrite: true);
        context.Log($"{path}: {entries.Count} files");
        return Task.FromResult(JobOutcome.Of(new { district = code, year, as_of = asOf.LoadId, File = path, Files = entries.Count, sha256 }));
    }
}
