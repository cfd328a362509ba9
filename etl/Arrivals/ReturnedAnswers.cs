using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>
/// Answers on their way back to the folders of sources: a folder per unit and source in the data folder. Whoever writes an answer lays it
/// there, too, and knows nothing of sources; the next pull carries it over, as often as it takes. So a share that hangs keeps no verb waiting.
/// </summary>
static class ReturnedAnswers
{
    // An answer on its way lies apart, so that a newer one of its name neither is overtaken by it nor goes away with it.
    const string OnItsWay = "sending";

    /// <summary>Makes a place for each source that takes answers, and none for those that are gone.</summary>
    /// <param name="sources">All that there are: whoever does not know them may not come here, or what waits for them is lost.</param>
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

    /// <summary>Takes what waits for a source out of the writers' reach; with it is what an earlier pull did not bring over.</summary>
    public static IReadOnlyList<string> Leaving(DataFolder data, FolderSource source)
    {
        var (place, leaving) = (PlaceOf(data, source), Path.Combine(PlaceOf(data, source), OnItsWay));
        if (!Directory.Exists(place)) return [];
        Directory.CreateDirectory(leaving);
        foreach (var path in Directory.EnumerateFiles(place).Where(path => !PassedOver.Is(Path.GetFileName(path))).ToList()) File.Move(path, Path.Combine(leaving, Path.GetFileName(path)), overwrite: true);
        return [.. Directory.EnumerateFiles(leaving).Order(StringComparer.Ordinal)];
    }

    static string PlaceOf(DataFolder data, FolderSource source) => Path.Combine(data.Returns, source.Unit, source.Id);
}
