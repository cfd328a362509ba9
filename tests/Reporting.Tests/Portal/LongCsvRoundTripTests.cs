using System.Globalization;
using System.Text;
using Reporting.Etl.Jobs;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Portal.Demo;
using Reporting.Tests.Corpus;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>What <c>query --format csv</c> writes, <c>submit</c> takes.</summary>
public class LongCsvRoundTripTests
{
    [Fact]
    public void An_export_submitted_elsewhere_is_exported_again_the_same()
    {
        using var from = new TestFolder();
        using var to = new TestFolder();
        using var first = OfficeOver(from);
        using var second = OfficeOver(to);
        TakeFiles.Run(first.Warehouse, [.. DemoPlan.Make(ShippedCatalog.Catalog, "310151", Period.Month(2022, 1), Period.Month(2022, 12), 1).Events.Where(each => each.Forms is ["employment-monthly"]).Take(60)
            .Select(sheet => new ArrivedFile(sheet.FileName, () => new MemoryStream(sheet.Bytes), "test", sheet.OrgUnit, $"{sheet.FileName}{sheet.At}", "test"))], first.Now);
        SettleSubmissions.Unsettled(first.Warehouse, first.Now, "test");
        var written = Exported(first);
        Assert.True(written.Split('\n').Length > 300, $"only {written.Split('\n').Length} lines");

        Assert.Contains("已入库", Submitted(to, second, "全区.csv", written), StringComparison.Ordinal);
        Assert.Equal(written, Exported(second));
        var load = second.Warehouse.Marts.LastLoad();
        Submitted(to, second, "全区.csv", written);
        Assert.Equal((written, load), (Exported(second), second.Warehouse.Marts.LastLoad()));
        // Other bytes that state the same are another submission, and still change no value.
        Submitted(to, second, "再报.csv", written + "\n");
        Assert.Equal(written, Exported(second));
    }

    [Fact]
    public void Tens_of_thousands_of_lines_load_in_seconds()
    {
        using var folder = new TestFolder();
        using var office = OfficeOver(folder);
        var text = new StringBuilder("district,org,element,period,basis,breakdown,value,state\n");
        var (lines, units) = (0, office.Warehouse.Definitions.Current.OrgUnits.Where(unit => unit is { District: "310151", Role: "township" }).Select(unit => unit.Code).ToList());
        foreach (var unit in units)
            for (var month = new DateOnly(2017, 1, 1); month.Year < 2025; month = month.AddMonths(1))
                foreach (var element in new[] { "new_employment", "venture_support", "youth_employment", "training_sessions" })
                    foreach (var breakdown in new[] { "total", "female", "farmer", "youth_graduate" })
                        foreach (var basis in new[] { "in_period", "year_to_date" })
                            text.Append(CultureInfo.InvariantCulture, $"310151,{unit},{element},{month:yyyy-MM},{basis},{breakdown},{(basis == "in_period" ? 10 : 10 * month.Month) + 0 * ++lines},reported\n");
        Assert.True(lines > 50_000, $"only {lines} lines");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Contains("已入库", Submitted(folder, office, "多年.csv", text.ToString()), StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{clock.Elapsed} for {lines} lines");
    }

    static Office OfficeOver(TestFolder folder) => new(folder.Data, new(Verbs.All, JobCatalog.Shipped, TimeProvider.System));

    static string Exported(Office office) => Ask(office, "query", "--district", "310151", "--year", "2022", "--format", "csv");

    static string Submitted(TestFolder folder, Office office, string name, string text)
    {
        var path = Path.Combine(folder.Data.Root, name);
        File.WriteAllText(path, text);
        return Ask(office, "submit", path);
    }

    static string Ask(Office office, params string[] words)
    {
        var typed = Words.Of(words, Verbs.All);
        var answer = Dispatch.InOffice(Asking.RequestOf(typed, typed.Verb!, "zh"), typed.Verb!, office);
        Assert.True(answer.ExitCode == 0, $"{answer.Error} {answer.Out}");
        return answer.Out;
    }
}
