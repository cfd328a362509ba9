using System.Collections.Concurrent;
using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>
/// Where the folders of sources lie once every link on the way is followed. Only a source's own turn follows them, since a share that is away
/// hangs whoever asks; of the others it is remembered from their own turns.
/// </summary>
static class RealFolders
{
    static readonly ConcurrentDictionary<(string Data, string Folder), string> Known = new();

    /// <summary>Follows the links to a source's folder.</summary>
    public static void Follow(DataFolder data, FolderSource source) => Known[(data.Root, source.Folder)] = DataFolder.At(source.Folder).Root;

    /// <param name="earlier">Those that stand before it in the file: of two over one folder the later one is wrong.</param>
    /// <exception cref="SourceFaultException">It leads into the data folder or into another source's.</exception>
    public static void Check(DataFolder data, FolderSource source, IEnumerable<FolderSource> earlier)
    {
        var own = Known[(data.Root, source.Folder)];
        if (DataFolder.Overlap(own, data.Root)) throw new SourceFaultException("文件夹经链接通到数据文件夹里，或包含它");
        if (earlier.FirstOrDefault(other => Known.TryGetValue((data.Root, other.Folder), out var real) && DataFolder.Overlap(own, real)) is { } shared)
            throw new SourceFaultException($"文件夹经链接与来源“{shared.Id}”的重叠");
    }
}
