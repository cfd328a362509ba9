using System.Globalization;
using System.Text;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reminders;

/// <summary>
/// A district in words, with the shipped calendars and ladders. <c>form ID KIND DAY [ladder -2,0 leader 3 until 5]</c>,
/// <c>unit CODE [from DAY] [until DAY into CODE]</c>, <c>state UNIT FORM PERIOD STATE [RECEIPT]</c>, <c>extend FORM PERIOD DAY [UNIT]</c>;
/// <c>day DAY</c> and <c>days FROM TO</c> remind on working days and tell of whom.
/// </summary>
sealed class LadderCase
{
    static readonly Catalog Shipped = DefinitionBody.CatalogFrom(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null));

    readonly List<Form> forms = [];
    readonly List<OrgUnit> units = [];
    readonly List<DueExtension> extensions = [];
    readonly List<Reminder> log = [];
    readonly Dictionary<(string, string, DateOnly), (string State, string? Receipt)> came = [];
    readonly StringBuilder told = new();

    public string Play(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            told.Append(line).Append('\n');
            if (line.Length > 0 && !line.StartsWith('#')) Step(line.Split(' '));
        }
        return told.ToString();
    }

    void Step(string[] words)
    {
        if (words[0] == "form") forms.Add(FormOf(words));
        else if (words[0] == "unit") units.Add(UnitOf(words));
        else if (words[0] == "state") came[(words[1], words[2], Period.Parse(words[3]).Start)] = (words[4], words.ElementAtOrDefault(5));
        else if (words[0] == "extend") extensions.Add(new("310999", words[1], Period.Parse(words[2]).Start, words.ElementAtOrDefault(4), Day(words[3])));
        else for (var day = Day(words[1]); day <= Day(words[^1]); day = day.AddDays(1)) Remind(day);
    }

    void Remind(DateOnly today)
    {
        var catalog = new Catalog([new("310999", "试验区", units)], [], [], [], forms, [], Shipped.WorkingDays) { Deadlines = Shipped.Deadlines, Extensions = extensions };
        if (!catalog.WorkingDays.IsWorked(today)) return;
        var (from, to) = ReminderRungs.Window(catalog, "310999", today);
        var dues = Dues.Of(catalog, "310999", from.AddYears(-2), to).Where(due => from <= due.DueDate && due.DueDate <= to);
        foreach (var call in ReminderRungs.Of(dues.Select(Sheet), log, catalog, today))
        {
            var due = call.Sheet.Due;
            var reader = OwedSheets.Addressee(catalog, due.OrgUnit, today);
            log.Add(new(due.District, due.OrgUnit, due.Form, due.PeriodKind, due.PeriodStart, due.PeriodEnd, due.DueDate, call.Rung, call.Told, reader, call.Sheet.State, null, "", today, default, 0));
            told.Append(CultureInfo.InvariantCulture, $"  {today:MM-dd ddd} {(call.Told == ReminderReader.leader ? "leader" : reader)} {call.Rung:+0;-0;0} {due.OrgUnit} {due.Form} {due.Period} due {due.DueDate:MM-dd} {call.Sheet.State}\n");
        }
    }

    OwedSheet Sheet(SubmissionDue due)
    {
        var (state, receipt) = came.GetValueOrDefault((due.OrgUnit, due.Form, due.PeriodStart), ("missing", null));
        return new(due, state, receipt is null ? null : new(due.OrgUnit, due.Form, due.PeriodStart, TableState.returned, receipt, "", default));
    }

    static Form FormOf(string[] words) => new(words[1], 1, words[1], "", "", "", new(2016, 1, 1), null, null, Enum.Parse<PeriodKind>(words[2]), "310999", [], [], [], [],
        [new("township", [], new(2016, 1, 1), null, Number(words[3]))])
    {
        Remind = After(words, "ladder") is { } rungs ? new([.. rungs.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(rung => rung != "none").Select(Number)], After(words, "leader") is { } leader ? Number(leader) : null, Number(After(words, "until") ?? "0")) : null,
    };

    static OrgUnit UnitOf(string[] words) => new("310999", words[1], words[1], OrgUnitKind.township, "township", true, words[1],
        Day(After(words, "from") ?? "2016-01-01"), After(words, "until") is { } until ? Day(until) : null, [], [], After(words, "into") is { } next ? [new(next, 1)] : []);

    static string? After(string[] words, string word) => Array.IndexOf(words, word) is >= 0 and var index ? words[index + 1] : null;

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
