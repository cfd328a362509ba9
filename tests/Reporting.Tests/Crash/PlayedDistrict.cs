using Reporting.Portal;
using Reporting.Portal.Demo;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Crash;

/// <summary>The district with its two departments and the two townships that play, as a definition of the folder's own: figures of the others would only take time.</summary>
static class PlayedDistrict
{
    // One workbook a month: a run is set aside after three deaths, and a district's whole family would give it more than three places to die at.
    static readonly string[] Reports =
    [
        "reports:", .. Reporting.Reports.Report.All.Where(report => report.Name != "monthly").Select(report => $"  - {{ id: {report.Name}, sign_off: one }}"),
    ];

    public static void Write(DataFolder data)
    {
        var shipped = File.ReadLines(Path.Combine(DefinitionFiles.ShippedFolder, "Reference", "districts", "310151.yaml"));
        Write(data, "310151.yaml", shipped.Where(IsPlayed));
        Write(data, "reports.yaml", Reports);
    }

    static void Write(DataFolder data, string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(Directory.CreateDirectory(data.Definitions).FullName, name);
        File.WriteAllLines(path + ".part", lines);
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
