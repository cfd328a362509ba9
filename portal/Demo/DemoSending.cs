using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>What a unit does about one parcel, from the first file to the last word on it.</summary>
sealed class DemoSending(string districtName, DemoCalendar calendar, int seed)
{
    static readonly string[] Marks = ["(修改)", "（更正）", "-修改", "(改)"];

    public (IReadOnlyList<DemoEvent> Events, PlantedMistake? Planted) Send(DemoParcel parcel, Incident? incident)
    {
        if (incident?.Kind == IncidentKind.missing) return ([], null);
        var random = DemoRandom.For(seed, "sending", parcel.Forms, parcel.Unit.Code, $"{parcel.Period}");
        var first = File(parcel, incident, FirstTime(parcel, incident, random), DemoEventKind.submission, "") with { Late = incident?.Kind == IncidentKind.late };
        DemoEvent Again(DemoEventKind kind, DateTime at) => File(parcel, null, at, kind, random.Pick(Marks));
        switch (incident?.Kind)
        {
            case IncidentKind.mistake:
                var kind = incident.Mistake!.Loads ? DemoEventKind.correction : DemoEventKind.resubmission;
                return Mistaken(parcel, incident, first, Again(kind, calendar.Later(first.At, 1, random)));
            case IncidentKind.corrected_later:
                return ([first, Again(DemoEventKind.correction, calendar.Later(first.At, 2, random))], null);
            case IncidentKind.corrected_next_year:
                // In the month after the next, when the new year's first sheets are in.
                return ([first, Again(DemoEventKind.correction, calendar.InMonthAfter(parcel.Period.Next().End, 3, random))], null);
            case IncidentKind.sent_twice:
                return ([first, first with { At = calendar.Later(first.At, 1, random), Kind = DemoEventKind.duplicate }], null);
            case IncidentKind.withdrawn:
                var taken = first with { At = calendar.Later(first.At, 1, random), Kind = DemoEventKind.withdrawal, Write = () => [] };
                return ([first, taken, Again(DemoEventKind.resubmission, calendar.Later(taken.At, 1, random))], null);
            default:
                return ([first], null);
        }
    }

    DateTime FirstTime(DemoParcel parcel, Incident? incident, DemoRandom random)
    {
        var obligation = parcel.Slots.Select(slot => slot.Obligation).MinBy(obligation => obligation.DueWorkingDay)!;
        if (obligation.Role == DemoNotices.Role && parcel.Period.Kind == PeriodKind.year)
            return calendar.InMonthAfter(new DateOnly(parcel.Period.Start.Year, DemoNotices.Month, 1).AddDays(-1), 4, random);
        return incident?.Kind == IncidentKind.late ? calendar.Late(parcel.Period, obligation, random) : calendar.InTime(parcel.Period, obligation, random);
    }

    (IReadOnlyList<DemoEvent>, PlantedMistake) Mistaken(DemoParcel parcel, Incident incident, DemoEvent first, DemoEvent mended)
    {
        var (slot, mistake, code) = (incident.Slot!, incident.Mistaken!, incident.Mistake!.Code);
        var grid = SheetPainter.Paint(mistake.Filled, slot.Layout, districtName, DemoCalendar.Day(first.At));
        var named = grid.Named(NameIn(parcel, slot, grid));
        var planted = first with { PlantedCode = code, PlantedPlace = PlaceOf(named, slot, mistake) };
        var follows = mistake.Filled.DifferencesFrom(slot.Truth).Where(spot => spot.Line != mistake.Line?.Number || spot.Column != mistake.Column?.Id)
            .Select(spot => SpotPlace(named, slot, spot));
        return ([planted, mended], new(code, slot.Unit.Code, slot.Truth.Form.Id, $"{slot.Truth.Period}", planted.At, planted.FileName,
            mistake.Line?.Number, planted.PlantedPlace, mistake.Written, mistake.True, [.. follows], mended.FileName, mended.At));
    }

    DemoEvent File(DemoParcel parcel, Incident? incident, DateTime at, DemoEventKind kind, string mark)
    {
        // Who has the wrong month in one heading has it in all of the workbook.
        FilledForm Filled(DemoSlot slot) => slot == incident?.Slot ? incident.First! : slot.Truth with { NamedPeriod = incident?.First?.NamedPeriod ?? parcel.Period };
        var (main, layout) = (parcel.Slots[0], parcel.Slots[0].Layout);
        var name = parcel.Slots.Count == 1 ? DemoWords.FileName(layout, Filled(main), mark) : DemoWords.WorkbookName(Filled(main), mark);
        return new(at, parcel.Unit.Code, name, kind, parcel.Period, [.. parcel.Slots.Select(slot => slot.Truth.Form.Id)], null, null, Late: false, () =>
        {
            var grids = parcel.Slots.Select(slot => SheetPainter.Paint(Filled(slot), slot.Layout, districtName, DemoCalendar.Day(at)))
                .Select((grid, index) => grid.Named(NameIn(parcel, parcel.Slots[index], grid))).ToArray();
            var bytes = SheetWriter.Write(grids, layout.File, layout.Contact.PreparedBy, at);
            return incident?.Mistaken?.Cut == true ? bytes[..(bytes.Length * 3 / 5)] : bytes;
        });
    }

    /// <summary>Several sheets of one workbook bear their forms' names.</summary>
    static string NameIn(DemoParcel parcel, DemoSlot slot, DemoGrid grid) => parcel.Slots.Count == 1 ? grid.Name : slot.Truth.Form.Topic();

    static Place PlaceOf(DemoGrid grid, DemoSlot slot, Mistaken mistake) => mistake switch
    {
        { Line: { } line, Column: { } column } => SpotPlace(grid, slot, new(line.Number, column.Id)),
        { Line: { } line } => new(Words(line), null, SheetOf(grid, slot)),
        { Column: { } column } => new(null, column.Title, SheetOf(grid, slot)),
        _ when mistake.Filled.NamedUnit != mistake.Filled.Sender => new(null, null, SheetOf(grid, slot), grid.UnitAddress),
        _ => new(null, null, SheetOf(grid, slot)),
    };

    static Place SpotPlace(DemoGrid grid, DemoSlot slot, Spot spot) =>
        new(Words(slot.Truth.Form.Line(spot.Line)!), slot.Truth.Form.Column(spot.Column)!.Title, SheetOf(grid, slot), grid.Spots[spot]);

    static string Words(FormLine line) => $"{line.Number} {line.Label}";

    static string? SheetOf(DemoGrid grid, DemoSlot slot) => slot.Layout.IsCsv ? null : grid.Name;
}
