using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Crash;

/// <summary>The district with its two departments and the two townships that play, as a definition of the folder's own: figures of the others would only take time.</summary>
static class PlayedDistrict
{
    public static void Write(DataFolder data)
    {
        var path = Path.Combine(Directory.CreateDirectory(data.Definitions).FullName, "310151.yaml");
        var shipped = File.ReadLines(Path.Combine(DefinitionFiles.ShippedFolder, "Reference", "districts", "310151.yaml"));
        File.WriteAllLines(path + ".part", shipped.Where(IsPlayed));
        File.Move(path + ".part", path, overwrite: true); // whole or not at all: the process may be stopped here, too
    }

    static bool IsPlayed(string line) => !line.StartsWith("    - { code:", StringComparison.Ordinal)
        || line.Contains(PlayedMonths.First, StringComparison.Ordinal) || line.Contains(PlayedMonths.Second, StringComparison.Ordinal);
}
