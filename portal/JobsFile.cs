using System.Text;
using System.Text.Json;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal;

/// <summary>One line of jobs.json: which job runs when, with which arguments.</summary>
/// <param name="Id">Names this entry everywhere; two entries may name the same job.</param>
/// <param name="Retries">Attempts after the first one that failed.</param>
public sealed record JobEntry(string Id, string Job, Cron Cron, string TimeZone, string Arguments, int Retries, int RetryAfterSeconds, bool Enabled)
{
    public NewRun NewRun(RunCause cause, string? by, DateTimeOffset? scheduledFor) => new(Id, Job, Arguments, cause, by, scheduledFor, Retries + 1, RetryAfterSeconds);

    public Considered SeenUntil(DateTimeOffset until) => new(Id, Cron.Text, TimeZone, until);
}

/// <summary>The schedule: <c>data/jobs.json</c> where there is one, else the shipped one beside the executable. Checked whole before it is used.</summary>
public sealed record JobsFile(string Path, IReadOnlyList<JobEntry> Jobs)
{
    public JobEntry? Find(string id) => Jobs.FirstOrDefault(job => job.Id == id);

    /// <exception cref="FailureException">Something in the file is wrong: the file, the line and the key are named.</exception>
    public static JobsFile Read(DataFolder data, JobCatalog catalog)
    {
        var path = File.Exists(data.Jobs) ? data.Jobs : System.IO.Path.Combine(AppContext.BaseDirectory, "jobs.json");
        return Parse(path, File.ReadAllBytes(path), catalog);
    }

    public static JobsFile Parse(string path, byte[] bytes, JobCatalog catalog)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            using (JsonDocument.Parse(bytes)) { } // is it JSON to the end?
            return new(path, new JobsFileReader(path, bytes, catalog).Read());
        }
        catch (JsonException e)
        {
            throw new FailureException($"{path} 第 {e.LineNumber + 1} 行：不是合法的 JSON。", $"{path} line {e.LineNumber + 1}: this is no valid JSON.", e);
        }
    }
}
