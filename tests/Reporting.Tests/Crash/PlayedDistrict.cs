using Reporting.Portal;
using Reporting.Portal.Demo;
using Reporting.Tests.Warehouse;
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

    /// <summary>The warehouse of a first start that has come as far as the first sheet: schema and definitions are entered.</summary>
    public static byte[] Entered => Started.Value;

    static readonly Lazy<byte[]> Started = new(() =>
    {
        using var folder = new TestFolder();
        Write(folder.Data);
        using (var office = new Office(folder.Data, new([], JobCatalog.Shipped, new DemoClock(PlayedMonths.Begin)))) _ = office.Warehouse;
        return File.ReadAllBytes(folder.Data.WarehouseFile);
    });

    static bool IsPlayed(string line) => !line.StartsWith("    - { code:", StringComparison.Ordinal)
        || line.Contains(PlayedMonths.First, StringComparison.Ordinal) || line.Contains(PlayedMonths.Second, StringComparison.Ordinal);
}
