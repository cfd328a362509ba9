using System.Text;
using System.Text.Json;
using System.Text.Unicode;
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
        if (!Utf8.IsValid(bytes)) throw NotUtf8(path, bytes);
        try
        {
            using (JsonDocument.Parse(bytes)) { } // is it JSON to the end?
            return new(path, new JobsFileReader(path, bytes, catalog, days).Read());
        }
        catch (JsonException e)
        {
            throw new FailureException($"{path} 第 {e.LineNumber + 1} 行：不是合法的 JSON。", $"{path} line {e.LineNumber + 1}: this is no valid JSON.", e);
        }
        catch (InvalidOperationException e) // half of a surrogate pair, escaped
        {
            throw new FailureException($"{path} 里有不成对的转义字符（\\ud800 之类），不是合法的文字。", $"{path} holds half of an escaped pair (such as \\ud800): that is no text.", e);
        }
    }

    static FailureException NotUtf8(string path, byte[] bytes)
    {
        var line = 1;
        while (bytes.AsSpan().IndexOf((byte)'\n') is >= 0 and var end && Utf8.IsValid(bytes.AsSpan(0, end))) (line, bytes) = (line + 1, bytes[(end + 1)..]);
        return new($"{path} 第 {line} 行不是 UTF-8 编码（可能存成了 GBK）；用编辑器另存为 UTF-8。", $"{path} line {line} is no UTF-8 (it may have been saved as GBK); save it as UTF-8.");
    }
}
