using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>
/// Answers on their way back to the folders of sources: a folder per unit and source in the data folder. Whoever writes an answer lays it
/// there, too, and knows nothing of sources; the next pull carries it over, as often as it takes. So a share that hangs keeps no verb waiting.
/// </summary>
static class ReturnedAnswers
{
    /// <summary>Makes a place for each source that takes answers, and none for those that are gone.</summary>
    public static void Prepare(DataFolder data, IReadOnlyList<Source> sources)
    {
        var places = sources.OfType<FolderSource>().Where(source => source.Answers).Select(source => PlaceOf(data, source)).ToHashSet();
        foreach (var place in places) Directory.CreateDirectory(place);
        if (!Directory.Exists(data.Returns)) return;
        foreach (var gone in Directory.EnumerateDirectories(data.Returns).SelectMany(Directory.EnumerateDirectories).Where(place => !places.Contains(place)).ToList()) Directory.Delete(gone, recursive: true);
    }

    /// <summary>The folders into which an answer to this unit is laid.</summary>
    public static IReadOnlyList<string> Places(DataFolder data, string? unit) =>
        unit is not null && Directory.Exists(Path.Combine(data.Returns, unit)) ? Directory.GetDirectories(Path.Combine(data.Returns, unit)) : [];

    public static IReadOnlyList<string> Waiting(DataFolder data, FolderSource source) => !Directory.Exists(PlaceOf(data, source)) ? []
        : [.. Directory.EnumerateFiles(PlaceOf(data, source)).Where(path => !PassedOver.Is(Path.GetFileName(path))).Order(StringComparer.Ordinal)];

    static string PlaceOf(DataFolder data, FolderSource source) => Path.Combine(data.Returns, source.Unit, source.Id);
}
