using Reporting.Portal.Demo;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Crash;

/// <summary>Something that happens at a moment: a sheet is put into the inbox or taken back, or a job's time has come.</summary>
abstract record PlayedStep(DateTime At);

sealed record Sending(DemoEvent Sent) : PlayedStep(Sent.At);

sealed record Firing(DateTime When, string Job) : PlayedStep(When);

/// <summary>
/// Two townships over three months: one sheet returned and sent again, one corrected after it was accepted, one sent twice, one taken
/// back and sent again. Pulls come when something is there that must not be mixed with what comes next, reports on the 15th.
/// </summary>
static class PlayedMonths
{
    const string District = "310151";
    const int Year = 2022, Seed = 2022;
    public const string First = "310151102", Second = "310151202", Pull = "pull-submissions", Issue = "issue-editions";

    public static readonly DateTime Begin = DemoClock.At(new(Year, 1, 4), 8, 30);
    static readonly int[] Months = [1, 2, 3];

    /// <summary>In order of time; no two at one moment.</summary>
    public static IReadOnlyList<PlayedStep> Steps(Catalog catalog)
    {
        var sent = Sheets(catalog).ToList();
        return [.. sent.Select(each => new Sending(each))
            // What was sent before is taken before more comes about the same month.
            .Concat<PlayedStep>(sent.Where(each => each.Kind != DemoEventKind.submission).Select(each => new Firing(each.At.AddSeconds(-30), Pull)))
            .Concat(Months.SelectMany(month => ReportDay(month + 1)))
            .Append(new Firing(DemoClock.At(DemoCalendar.Day(sent.Max(each => each.At)), 18, 30), Pull))
            .OrderBy(step => step.At)];
    }

    static IEnumerable<PlayedStep> ReportDay(int month)
    {
        yield return new Firing(DemoClock.At(new(Year, month, 15), 8, 30), Pull);
        yield return new Firing(DemoClock.At(new(Year, month, 15), 9), Issue);
    }

    public static IEnumerable<DemoEvent> Sheets(Catalog catalog)
    {
        var sending = new DemoSending(catalog.District(District)!.Name, new(catalog.WorkingDays), Seed);
        return from slot in Slots(catalog)
               from each in sending.Send(new([slot]), IncidentOf(slot)).Events
               select each;
    }

    static IEnumerable<DemoSlot> Slots(Catalog catalog)
    {
        var form = catalog.Forms.Single(form => form.Id == "employment-monthly" && form.AppliesTo(new(Year, 1, 1)));
        var units = catalog.OrgUnits.Where(unit => unit.Code is First or Second).DistinctBy(unit => unit.Code).ToList();
        var figures = new DemoFigures(catalog, District, Seed);
        var layouts = DemoLayouts.Deal(form, catalog.District(District)!.Name, units, Seed);
        return from month in Months.Select(month => Period.Month(Year, month))
               from unit in units
               select new DemoSlot(unit, form.ObligationOf(unit.Role)!, FilledForm.Truth(figures, form, unit, month), layouts[unit.Code].InMonth(unit, month, Seed));
    }

    static Incident? IncidentOf(DemoSlot slot) => (slot.Unit.Code, slot.Truth.Period.Start.Month) switch
    {
        (First, 2) => Mistake(slot, "part_exceeds_whole"),
        (First, 3) => Overcounted(slot, IncidentKind.corrected_later),
        (Second, 1) => new(IncidentKind.sent_twice),
        (Second, 2) => Overcounted(slot, IncidentKind.withdrawn),
        _ => null,
    };

    static Incident Mistake(DemoSlot slot, string code)
    {
        var kind = DemoMistakes.Kinds.Single(kind => kind.Code == code);
        var mistake = kind.Make(slot, [], DemoRandom.For(Seed, code))!;
        return new(IncidentKind.mistake, slot, mistake.Filled, kind, mistake);
    }

    static Incident Overcounted(DemoSlot slot, IncidentKind kind) => new(kind, slot, DemoMistakes.Overcounted(slot.Truth, DemoRandom.For(Seed, $"{kind}")));
}
