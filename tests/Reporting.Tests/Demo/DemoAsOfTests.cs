using System.Globalization;
using Reporting.Portal.Demo;
using Reporting.Tests.Reports;

namespace Reporting.Tests.Demo;

/// <summary>What was known then is answered now: before a correction and before a withdrawal, and as the workbook of that time has it.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoAsOfTests(DemoRun run)
{
    static readonly string[] Elements = ["new_employment", "venture_support", "youth_employment", "training_sessions", "registered_unemployed"];

    public static TheoryData<int> Corrections => [0, 1];

    /// <summary>A correction changes a month and its sum to date: what stood in the first sheet is still answered for the time before.</summary>
    [Theory, MemberData(nameof(Corrections))]
    public void Before_a_correction_the_first_sheet_s_figures_stand(int index)
    {
        var second = run.Plan.Events.Where(each => each.Kind == DemoEventKind.correction).ElementAt(index);
        var first = run.Plan.Events.First(each => each.OrgUnit == second.OrgUnit && each.Period == second.Period);
        var (then, now) = (Known(second, Moment(second.At)), Known(second, null));
        var changed = then.Keys.Where(key => then[key] != now[key]).ToList();
        Assert.Equal(2, changed.Count);
        var (before, after) = Changed(first, second);
        Assert.Equal(before, changed.Select(key => then[key]!.Value).Order());
        Assert.Equal(after, changed.Select(key => now[key]!.Value).Order());
    }

    [Fact]
    public void Before_a_withdrawal_the_first_sheet_s_figures_stand_and_after_it_none_until_it_is_sent_again()
    {
        var taken = run.Plan.Events.Single(each => each.Kind == DemoEventKind.withdrawal);
        var again = run.Plan.Events.Last(each => each.OrgUnit == taken.OrgUnit && each.Period == taken.Period);
        var first = run.Plan.Events.First(each => each.OrgUnit == taken.OrgUnit && each.Period == taken.Period);
        // What was sent is pulled (five seconds) just before it is taken back: the withdrawal's own load and the one before it.
        var after = LoadBy(Moment(taken.At.AddSeconds(10)));
        var (then, meanwhile, now) = (Known(taken, $"{after - 1}"), Known(taken, $"{after}"), Known(taken, null));
        Assert.Empty(meanwhile);
        Assert.Empty(Known(taken, Moment(again.At)));
        var changed = then.Keys.Where(key => then[key] != now[key]).ToList();
        var (before, later) = Changed(first, again);
        Assert.Equal(before, changed.Select(key => then[key]!.Value).Order());
        Assert.Equal(later, changed.Select(key => now[key]!.Value).Order());
    }

    /// <summary>The month of each correction and of the withdrawal: its workbook shows the unit's figure as it was known on the day of issue.</summary>
    [Fact]
    public void A_workbook_shows_what_is_answered_for_its_day()
    {
        foreach (var sent in run.Plan.Events.Where(each => each.Kind is DemoEventKind.correction or DemoEventKind.withdrawal))
        {
            var edition = run.Office.Warehouse.Editions.All().Single(each => each.PeriodStart == sent.Period.Start);
            var text = new WorkbookText(File.ReadAllBytes(Path.Combine(run.Program.Data.Editions, edition.FileName)));
            var asked = run.AskJson("query", "--indicator", "new_employment", "--year", $"{DemoRun.Year}", "--org", sent.OrgUnit, "--through", $"{sent.Period.Start.Month}",
                "--as-of", $"{edition.IssuedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}").GetProperty("rows")[0];
            Assert.Equal(edition.AsOfLoad, asked.GetProperty("load").GetInt64());
            var name = run.Office.Warehouse.Definitions.Current.OrgUnit(sent.OrgUnit)!;
            Assert.Equal(asked.GetProperty("value").GetDecimal(), decimal.Parse(text.At("分街镇", name.Name + (name.Counts ? "" : "（不计入全区）"), "新增就业人数（人）"), CultureInfo.InvariantCulture));
        }
    }

    /// <summary>All values of the unit's month, known as of a load or moment.</summary>
    Dictionary<(string, string, string), decimal?> Known(DemoEvent sent, string? asOf) => Elements
        .SelectMany(element => run.Reported(element, [.. asOf is null ? [] : new[] { "--as-of", asOf }, "--org", sent.OrgUnit])
            .Where(value => value.Key.Period == $"{sent.Period}").Select(value => (Key: (element, value.Key.Basis, value.Key.Breakdown), value.Value)))
        .ToDictionary(value => value.Key, value => value.Value);

    long LoadBy(string moment) => run.AskJson("query", "--indicator", "new_employment", "--year", $"{DemoRun.Year}", "--as-of", moment)
        .GetProperty("rows")[0].GetProperty("load").GetInt64();

    static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The numbers in the cells where two sheets differ, as another library reads them.</summary>
    static (IEnumerable<decimal> Before, IEnumerable<decimal> After) Changed(DemoEvent first, DemoEvent second)
    {
        var (one, other) = (PlainSheet.Of(first.Bytes, first.FileName), PlainSheet.Of(second.Bytes, second.FileName));
        var (before, after) = (one.Numbers, other.Numbers);
        var places = before.Keys.Where(place => after.TryGetValue(place, out var number) && number != before[place]).ToList();
        return (places.Select(place => before[place] * one.Multiplier).Order(), places.Select(place => after[place] * other.Multiplier).Order());
    }
}
