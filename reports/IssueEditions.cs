using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Reports;

/// <summary>Issues workbooks: bytes into the archive, then the edition's row, then a copy where people look for it.</summary>
public static class IssueEditions
{
    /// <summary>Issues the report of the month before it was due, for each district that has data of it and no edition yet.</summary>
    /// <param name="due">When the report was to be issued; a firing made good a month later still means its own month.</param>
    public static IReadOnlyList<Edition> LastMonth(OpenWarehouse warehouse, DateTime due, DateTime now, bool demo)
    {
        if (warehouse.Marts.LastLoad() is not { } load) return [];
        var month = Period.Month(ShanghaiTime.DateOf(due)).Next(-1);
        var issued = new List<Edition>();
        foreach (var district in warehouse.Definitions.Current.Districts)
        {
            if (warehouse.Editions.Issued(MonthlyReading.Name, district.Code, month) is { } there) Export(warehouse, there);
            else if (HasData(warehouse, district.Code, month, load)) issued.Add(Issue(warehouse, district.Code, month, load, now, demo));
        }
        return issued;
    }

    static Edition Issue(OpenWarehouse warehouse, string district, Period month, Load load, DateTime now, bool demo)
    {
        var number = warehouse.Editions.NextNumber(MonthlyReading.Name, district, month.Start.Year);
        var content = MonthlyReading.Read(warehouse, district, month, load, new(number, now), demo);
        var sha256 = warehouse.Archive.Keep(MonthlyReport.Render(content));
        Durable.Passed(DurableStep.edition_archived);

        var edition = warehouse.Editions.Record(new(0, MonthlyReading.Name, district, month.Kind, month.Start, number,
            $"{content.District.Name}就业和社会保障月报 {month.InWords()} 第{number}期.xlsx", sha256, load.LoadId, now));
        Durable.Passed(DurableStep.edition_recorded);

        Export(warehouse, edition);
        Durable.Passed(DurableStep.edition_exported);
        return edition;
    }

    static bool HasData(OpenWarehouse warehouse, string district, Period month, Load load) =>
        warehouse.Marts.LatestMonth(district, month.Start.Year, load.LoadId) >= month.Start.Month;

    // Also for an edition that is there already: a crash may have come between its row and its copy.
    static void Export(OpenWarehouse warehouse, Edition edition)
    {
        var path = Path.Combine(warehouse.Data.Editions, edition.FileName);
        if (File.Exists(path)) return;
        Directory.CreateDirectory(warehouse.Data.Editions);
        File.Copy(warehouse.Archive.PathOf(edition.Sha256), path + ".part", overwrite: true);
        File.Move(path + ".part", path, overwrite: true);
    }
}
