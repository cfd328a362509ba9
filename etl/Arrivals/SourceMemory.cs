using System.Text.Json;
using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>A file that is known and still lies at its source, where it cannot be moved away.</summary>
/// <param name="Mark">While it is the same, the file need not be looked into again.</param>
/// <param name="ETag">What the server called these bytes; null where it says nothing.</param>
/// <param name="LastModified">The server's own words, sent back to it as they are.</param>
sealed record SeenFile(string Mark, string? ETag = null, string? LastModified = null);

/// <summary>
/// What is remembered of a source between pulls: since when it fails, and what was taken or refused of what still lies there. Whoever loses it
/// fetches once more and takes nothing twice, since the submissions themselves know by which arrival they came.
/// </summary>
sealed record SourceMemory(DateTime? DownSince, IReadOnlyDictionary<string, SeenFile> Seen)
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Files that cost a pull its time and gave nothing: they are brought in after all others.</summary>
    public IReadOnlyList<string> Behind { get; init; } = [];

    public static SourceMemory Nothing { get; } = new(null, new Dictionary<string, SeenFile>());

    public static SourceMemory Read(DataFolder data, Source source)
    {
        try { return JsonSerializer.Deserialize<SourceMemory>(File.ReadAllBytes(PathOf(data, source))) is { Seen: not null, Behind: not null } known ? known : Nothing; }
        catch (Exception gone) when (gone is IOException or JsonException) { return Nothing; }
    }

    public void Write(DataFolder data, Source source)
    {
        Directory.CreateDirectory(data.Arrival);
        var draft = PathOf(data, source) + ".draft";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(this, Readable));
        File.Move(draft, PathOf(data, source), overwrite: true);
    }

    /// <summary>Whether both remember the same, so that nothing need be written.</summary>
    public bool Says(SourceMemory other) => DownSince == other.DownSince && Behind.SequenceEqual(other.Behind)
        && Seen.Count == other.Seen.Count && Seen.All(each => other.Seen.GetValueOrDefault(each.Key) == each.Value);

    static string PathOf(DataFolder data, Source source) => Path.Combine(data.Arrival, $"{source.Id}.json");
}
