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
        var (file, entries) = (new StrictFile(path, bytes), new List<JobEntry>());
        foreach (var (line, fields) in file.Entries("jobs", JobEntryReader.Keys, "$schema"))
        {
            var entry = new JobEntryReader(file, line, fields, catalog, days).Read();
            if (entries.Exists(other => other.Id == entry.Id)) throw file.Wrong(line, "id", $"“{entry.Id}”出现了两次", $"'{entry.Id}' stands twice");
            entries.Add(entry);
        }
        return new(path, entries);
    }
}
