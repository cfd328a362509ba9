using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Dapper;
using DuckDB.NET.Data;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>
/// All that a data folder holds, as text in a fixed order, without what may differ between two ways to the same end: ids, load ids,
/// receipt numbers, times. Whatever is lost, doubled or left half done shows as a line.
/// </summary>
static partial class PlayedContent
{
    static string Statements => Path.Combine(AppContext.BaseDirectory, "Crash", "cases", "content");

    public static string Of(DataFolder data)
    {
        using var connection = new DuckDBConnection($"DataSource={data.WarehouseFile};access_mode=READ_ONLY");
        connection.Open();
        var parts = Directory.GetFiles(Statements).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), Rows(connection, File.ReadAllText(file))))
            .Concat([("archived", Archived(connection, data)), ("files", Files(data)), .. Operations(data)]);
        return string.Join('\n', parts.SelectMany(part => part.Item2.Order(StringComparer.Ordinal).Prepend($"== {part.Item1}")));
    }

    static List<string> Rows(DuckDBConnection connection, string sql) =>
        [.. connection.Query(sql).Select(row => Line(((IDictionary<string, object?>)row).Values))];

    static string Line(IEnumerable<object?> values) =>
        Receipt().Replace(string.Join('|', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))), "回执");

    /// <summary>Every received file is kept as it was; every edition in the folder is what the archive keeps of it.</summary>
    static List<string> Archived(DuckDBConnection connection, DataFolder data)
    {
        var archive = new Archive(data);
        bool IsKept(string hash) => File.Exists(archive.PathOf(hash)) && Hash(archive.PathOf(hash)) == hash;
        return
        [
            .. Rows(connection, "select distinct sha256 from submission").Select(hash => $"{hash} {IsKept(hash)}"),
            .. connection.Query<(string FileName, string Sha256)>("select file_name, sha256 from edition").Select(edition =>
                $"{edition.FileName} {IsKept(edition.Sha256)} {Hash(Path.Combine(data.Editions, edition.FileName)) == edition.Sha256}"),
            .. Directory.EnumerateFiles(data.Archive, "*", SearchOption.AllDirectories).Where(path => Hash(path) != Path.GetFileName(path)),
        ];
    }

    /// <summary>Names of what was exchanged; contents of answers carry receipt numbers and times and are left out.</summary>
    static List<string> Files(DataFolder data) =>
        [.. new[] { data.Inbox, data.Answers, data.Editions }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
            .Select(path => Line([Path.GetRelativePath(data.Root, path)]))];

    static IEnumerable<(string, List<string>)> Operations(DataFolder data)
    {
        using var store = new OperationsStore(data, TimeProvider.System);
        yield return ("notices", [.. store.Notices().Select(notice => Line([notice.Kind, notice.District, notice.OrgUnit, notice.Subject]))]);
        yield return ("job_runs", [.. store.LatestRuns(1000).Select(run => Line([run.JobId, run.Cause, $"{run.ScheduledFor:O}", run.State]))]);
        yield return ("considered", [.. store.Considered().Select(job => Line([job.JobId, $"{job.Until:O}"]))]);
    }

    static string Hash(string path) => File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "";

    [GeneratedRegex(@"\d{6}-\d{8}-\d{6}")]
    private static partial Regex Receipt();
}
