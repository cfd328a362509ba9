using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>What a unit does about one slot, from the first sheet to the last word on it.</summary>
sealed class DemoSending(string districtName, DemoCalendar calendar, int seed)
{
    static readonly string[] Marks = ["(修改)", "（更正）", "-修改", "(改)"];

    public (IReadOnlyList<DemoEvent> Events, PlantedMistake? Planted) Send(DemoSlot slot, Incident? incident)
    {
        var random = DemoRandom.For(seed, "sending", slot.Truth.Form.Id, slot.Unit.Code, $"{slot.Truth.Period}");
        var late = incident?.Kind == IncidentKind.late;
        var at = late ? calendar.Late(slot.Truth.Period, slot.Obligation, random) : calendar.InTime(slot.Truth.Period, slot.Obligation, random);
        var first = Sheet(slot, incident?.First ?? slot.Truth, at, DemoEventKind.submission, "") with { Late = late };
        switch (incident?.Kind)
        {
            case IncidentKind.mistake:
                return Mistaken(slot, incident, first, random);
            case IncidentKind.corrected_later:
                return ([first, Sheet(slot, slot.Truth, calendar.WorkingDaysLater(at, 3, 6, random), DemoEventKind.correction, random.Pick(Marks))], null);
            case IncidentKind.sent_twice:
                return ([first, first with { At = at.AddMinutes(random.Between(5, 40)), Kind = DemoEventKind.duplicate }], null);
            case IncidentKind.withdrawn:
                var taken = first with { At = at.AddMinutes(random.Between(20, 60)), Kind = DemoEventKind.withdrawal, Write = () => [] };
                return ([first, taken, Sheet(slot, slot.Truth, calendar.WorkingDaysLater(at, 1, 1, random), DemoEventKind.resubmission, random.Pick(Marks))], null);
            default:
                return ([first], null);
        }
    }

    (IReadOnlyList<DemoEvent>, PlantedMistake) Mistaken(DemoSlot slot, Incident incident, DemoEvent first, DemoRandom random)
    {
        var mistake = incident.Mistake!;
        var grid = Paint(slot, mistake.Filled, first.At);
        var planted = first with { PlantedCode = incident.Code, PlantedPlace = PlaceOf(grid, slot, mistake) };
        var mended = Sheet(slot, slot.Truth, calendar.WorkingDaysLater(first.At, 1, 4, random), DemoEventKind.resubmission, random.Pick(Marks));
        var follows = mistake.Filled.DifferencesFrom(slot.Truth).Where(spot => spot.Line != mistake.Line?.Number || spot.Column != mistake.Column?.Id)
            .Select(spot => SpotPlace(grid, slot, spot));
        return ([planted, mended], new(incident.Code!, slot.Unit.Code, slot.Truth.Form.Id, $"{slot.Truth.Period}", planted.At, planted.FileName,
            mistake.Line?.Number, planted.PlantedPlace, mistake.Written, mistake.True, [.. follows], mended.FileName, mended.At));
    }

    DemoEvent Sheet(DemoSlot slot, FilledForm filled, DateTime at, DemoEventKind kind, string mark) => new(
        at, slot.Unit.Code, DemoWords.FileName(slot.Layout, slot.Truth, mark), kind, slot.Truth.Period, slot.Truth.Form.Id, null, null, Late: false,
        () => SheetWriter.Write(Paint(slot, filled, at), slot.Layout.File, slot.Layout.Contact.PreparedBy, at));

    DemoGrid Paint(DemoSlot slot, FilledForm filled, DateTime at) =>
        SheetPainter.Paint(filled, slot.Layout, districtName, DemoCalendar.Day(at));

    static Place PlaceOf(DemoGrid grid, DemoSlot slot, Mistaken mistake) => mistake switch
    {
        { Line: { } line, Column: { } column } => SpotPlace(grid, slot, new(line.Number, column.Id)),
        { Line: { } line } => new(Words(line), null, SheetOf(grid, slot)),
        _ => new(null, null, SheetOf(grid, slot), grid.UnitAddress),
    };

    static Place SpotPlace(DemoGrid grid, DemoSlot slot, Spot spot) =>
        new(Words(slot.Truth.Form.Line(spot.Line)!), slot.Truth.Form.Column(spot.Column)!.Title, SheetOf(grid, slot), grid.Spots[spot]);

    static string Words(FormLine line) => $"{line.Number} {line.Label}";

    static string? SheetOf(DemoGrid grid, DemoSlot slot) => slot.Layout.IsCsv ? null : grid.Name;
}
