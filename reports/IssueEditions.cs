using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Reports;

/// <summary>Issues workbooks: bytes into the archive, then the edition's row, then a copy where people look for it.</summary>
public static class IssueEditions
{
    /// <summary>Issues the report of the month before a day for each district that has data of it and no edition yet.</summary>
    /// <param name="day">The day on which it was due; after a crash that may have been some time ago.</param>
    public static IReadOnlyList<Edition> MonthBefore(OpenWarehouse warehouse, DateOnly day, DateTime now, bool demo)
    {
        if (warehouse.Marts.LastLoad() is not { } load) return [];
        var month = Period.Month(day).Next(-1);
        var issued = new List<Edition>();
        foreach (var district in warehouse.Definitions.Current.Districts)
        {
            if (warehouse.Editions.Issued(MonthlyReading.Name, district.Code, month) is not null) continue;
            if (HasData(warehouse, district.Code, month, load)) issued.Add(Issue(warehouse, district.Code, month, load, now, demo));
        }
        return issued;
    }

    /// <summary>Gives every edition the copy that a crash may have kept from it: the row stands before the copy does.</summary>
    public static void ExportMissing(OpenWarehouse warehouse)
    {
        foreach (var edition in warehouse.Editions.All()) Export(warehouse, edition);
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
        return edition;
    }

    static bool HasData(OpenWarehouse warehouse, string district, Period month, Load load) =>
        warehouse.Marts.LatestMonth(district, month.Start.Year, load.LoadId) >= month.Start.Month;

    static void Export(OpenWarehouse warehouse, Edition edition)
    {
        var path = Path.Combine(warehouse.Data.Editions, edition.FileName);
        if (File.Exists(path)) return;
        Directory.CreateDirectory(warehouse.Data.Editions);
        File.Copy(warehouse.Archive.PathOf(edition.Sha256), path + ".part", overwrite: true);
        DiskSync.Barrier(warehouse.Data.Editions); // what bears the name is whole, also after a power cut
        File.Move(path + ".part", path, overwrite: true);
        Durable.Passed(DurableStep.edition_exported);
    }
}
