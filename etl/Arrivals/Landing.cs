using System.Security.Cryptography;
using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>A file on its way from a source into the archive; it goes away when it has been taken or given up.</summary>
sealed class Landing : IDisposable
{
    // Not the process's number: in a container every process has the same.
    static readonly string Own = $"{Guid.NewGuid():N}-";

    readonly string path;

    Landing(string path) => this.path = path;

    public long Size => new FileInfo(path).Length;

    public bool HasBytesOf(Landing other) => Size == other.Size && Hash().SequenceEqual(other.Hash());

    byte[] Hash()
    {
        using var bytes = Open();
        return SHA256.HashData(bytes);
    }

    public Stream Open() => File.OpenRead(path);

    /// <summary>Keeps what a stream gives, until <paramref name="most"/> bytes; null where there is more, of which nothing is kept.</summary>
    public static async Task<Landing?> Of(DataFolder data, Stream from, long most, Func<Task<int>, Task<int>> patience, CancellationToken cancel)
    {
        Directory.CreateDirectory(data.Arrival);
        var landing = new Landing(Path.Combine(data.Arrival, $"{Own}{Guid.NewGuid():N}.part"));
        try
        {
            await using var to = File.Create(landing.path);
            var (buffer, size) = (new byte[81920], 0L);
            for (int read; (read = await patience(from.ReadAsync(buffer, cancel).AsTask())) > 0;)
            {
                if ((size += read) > most) { landing.Dispose(); return null; }
                await to.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            return landing;
        }
        catch
        {
            landing.Dispose();
            throw;
        }
    }

    /// <summary>Clears away what killed processes left. Only the process that has the data folder comes here.</summary>
    public static void Forget(DataFolder data)
    {
        if (!Directory.Exists(data.Arrival)) return;
        foreach (var left in Directory.EnumerateFiles(data.Arrival, "*.part").Where(path => !Path.GetFileName(path).StartsWith(Own, StringComparison.Ordinal))) File.Delete(left);
    }

    public void Dispose() => File.Delete(path);
}
