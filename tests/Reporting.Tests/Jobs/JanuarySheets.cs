using Reporting.Etl.Intake;
using Reporting.Etl.Jobs;
using Reporting.Portal.Demo;
using Reporting.Tests.Corpus;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>January of three townships of 崇明区, taken and settled: the least that a report can be issued of.</summary>
static class JanuarySheets
{
    public static readonly Period January = Period.Month(2022, 1);
    public static readonly DateTime Now = TestWarehouse.At(new(2022, 2, 20));

    public static readonly IReadOnlyList<DemoEvent> All = [.. DemoPlan.Make(ShippedCatalog.Catalog, "310151", January, January, 1).Events
        .Where(each => each.Forms is ["employment-monthly"] && each.PlantedCode is null).DistinctBy(each => each.OrgUnit)];

    public static void Send(OpenWarehouse warehouse, IEnumerable<DemoEvent> sheets, DateTime now)
    {
        TakeFiles.Run(warehouse, [.. sheets.Select(sheet => new ArrivedFile(sheet.FileName, () => new MemoryStream(sheet.Bytes), "test", sheet.OrgUnit, sheet.FileName, "test"))], now);
        SettleSubmissions.Unsettled(warehouse, now, "test");
    }
}
