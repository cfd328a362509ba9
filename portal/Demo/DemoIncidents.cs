using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>One form owed by one unit for one period, with the truth and the layout it comes in.</summary>
sealed record DemoSlot(OrgUnit Unit, Obligation Obligation, FilledForm Truth, DemoLayout Layout);

/// <summary>What one unit sends in one file: a sheet, or a workbook with the sheets of several forms.</summary>
sealed record DemoParcel(IReadOnlyList<DemoSlot> Slots)
{
    public OrgUnit Unit => Slots[0].Unit;
    public Period Period => Slots[0].Truth.Period;
    public string Forms => string.Join('+', Slots.Select(slot => slot.Truth.Form.Id));
}

enum IncidentKind { mistake, late, missing, corrected_later, corrected_next_year, sent_twice, withdrawn }

/// <summary>What is out of the ordinary about a parcel.</summary>
/// <param name="Slot">Which of its sheets is meant.</param>
/// <param name="First">What is sent first in its stead; null for the truth.</param>
sealed record Incident(IncidentKind Kind, DemoSlot? Slot = null, FilledForm? First = null, MistakeKind? Mistake = null, Mistaken? Mistaken = null);

/// <summary>Deals incidents out over the months: at most one to a parcel, each kind of mistake in different units and months.</summary>
static class DemoIncidents
{
    const int MistakesOfEachKind = 4, LateParcels = 14, MissingParcels = 5, CorrectedLater = 5, CorrectedNextYear = 2, SentTwice = 3, Withdrawn = 2;

    public static IReadOnlyDictionary<DemoParcel, Incident> Deal(IReadOnlyList<DemoParcel> parcels, int seed)
    {
        var dealt = new Dictionary<DemoParcel, Incident>(ReferenceEqualityComparer.Instance);
        var missing = new HashSet<(string, string, Period)>();
        // Departments send so little that their sheets are spared.
        var open = parcels.Where(parcel => parcel.Unit.Measures == parcel.Unit.Code && parcel.Period.Kind == PeriodKind.month).ToArray();
        var units = open.Select(parcel => parcel.Unit).DistinctBy(unit => unit.Code).ToArray();
        // First: what comes after a month that is not held cannot be checked against it.
        Spread("missing", MissingParcels, (parcel, _) => parcel.Period == DemoPlan.Last ? null : new(IncidentKind.missing));
        foreach (var (parcel, _) in dealt) missing.Add((parcel.Unit.Code, parcel.Forms, parcel.Period));
        foreach (var kind in DemoMistakes.Kinds) Spread(kind.Code, MistakesOfEachKind, (parcel, random) => Mistake(kind, parcel, units, random));
        Spread("corrected next year", CorrectedNextYear, (parcel, random) => IsYearEnd(parcel.Period) ? Overcounted(IncidentKind.corrected_next_year, parcel, random) : null, ofOneMonth: true);
        Spread("late", LateParcels, (_, _) => new(IncidentKind.late));
        Spread("corrected later", CorrectedLater, (parcel, random) => Overcounted(IncidentKind.corrected_later, parcel, random));
        Spread("sent twice", SentTwice, (_, _) => new(IncidentKind.sent_twice));
        Spread("withdrawn", Withdrawn, (parcel, random) => Overcounted(IncidentKind.withdrawn, parcel, random));
        return dealt;

        void Spread(string name, int count, Func<DemoParcel, DemoRandom, Incident?> make, bool ofOneMonth = false)
        {
            var random = DemoRandom.For(seed, "incident", name);
            var (usedUnits, usedMonths) = (new HashSet<string>(), new HashSet<Period>());
            foreach (var parcel in random.Shuffle(open))
            {
                if (usedUnits.Count == count) return;
                if (dealt.ContainsKey(parcel) || usedUnits.Contains(parcel.Unit.Code) || !ofOneMonth && usedMonths.Contains(parcel.Period)) continue;
                if (RestsOnWhatIsMissing(parcel) || make(parcel, random) is not { } incident) continue;
                dealt.Add(parcel, incident);
                usedUnits.Add(parcel.Unit.Code);
                usedMonths.Add(parcel.Period);
            }
        }

        bool RestsOnWhatIsMissing(DemoParcel parcel) => missing.Contains((parcel.Unit.Code, parcel.Forms, parcel.Period.Next(-1)))
            || missing.Contains((parcel.Unit.Code, parcel.Forms, parcel.Period.YearsBack(1)));
    }

    static Incident? Mistake(MistakeKind kind, DemoParcel parcel, IReadOnlyList<OrgUnit> units, DemoRandom random)
    {
        foreach (var slot in random.Shuffle(parcel.Slots))
            if (kind.Make(slot, units, random) is { } mistaken) return new(IncidentKind.mistake, slot, mistaken.Filled, kind, mistaken);
        return null;
    }

    static Incident? Overcounted(IncidentKind kind, DemoParcel parcel, DemoRandom random)
    {
        foreach (var slot in random.Shuffle(parcel.Slots))
            if (DemoMistakes.Overcounted(slot.Truth, random) is { } first) return new(kind, slot, first);
        return null;
    }

    static bool IsYearEnd(Period period) => period.Start is { Month: 12, Year: 2021 };
}
