using System.Text;
using System.Text.Json;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal;

/// <summary>The schedule: <c>data/jobs.json</c> where there is one, else the shipped one beside the executable. Checked whole before it is used.</summary>
public sealed record JobsFile(string Path, IReadOnlyList<JobEntry> Jobs)
{
    public JobEntry? Find(string id) => Jobs.FirstOrDefault(job => job.Id == id);

    public static string PathIn(DataFolder data) => File.Exists(data.Jobs) ? data.Jobs : System.IO.Path.Combine(AppContext.BaseDirectory, "jobs.json");

    /// <param name="days">The working days that rules count by.</param>
    /// <exception cref="FailureException">Something in the file is wrong: the file, the line and the key are named.</exception>
    public static JobsFile Parse(string path, byte[] bytes, JobCatalog catalog, Func<WorkingDays> days)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            using (JsonDocument.Parse(bytes)) { } // is it JSON to the end?
            return new(path, new JobsFileReader(path, bytes, catalog, days).Read());
        }
        catch (JsonException e)
        {
            throw new FailureException($"{path} 第 {e.LineNumber + 1} 行：不是合法的 JSON。", $"{path} line {e.LineNumber + 1}: this is no valid JSON.", e);
        }
    }
}
