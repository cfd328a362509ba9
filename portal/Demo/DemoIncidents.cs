using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>One form owed by one unit for one month, with the truth and the layout it comes in.</summary>
sealed record DemoSlot(OrgUnit Unit, Obligation Obligation, FilledForm Truth, DemoLayout Layout);

enum IncidentKind { mistake, late, corrected_later, sent_twice, withdrawn }

/// <summary>What is out of the ordinary about a slot.</summary>
/// <param name="Code">Of the planted finding; null but for a mistake.</param>
/// <param name="First">What is sent first where that is not the truth.</param>
sealed record Incident(IncidentKind Kind, string? Code = null, Mistaken? Mistake = null, FilledForm? First = null);

/// <summary>Deals incidents out over a year: at most one to a sheet, each kind of mistake in different units and months.</summary>
static class DemoIncidents
{
    const int MistakesOfEachKind = 4, LateSheets = 5, CorrectedLater = 2;

    public static IReadOnlyDictionary<DemoSlot, Incident> Deal(IReadOnlyList<DemoSlot> slots, int seed)
    {
        var dealt = new Dictionary<DemoSlot, Incident>(ReferenceEqualityComparer.Instance);
        // Departments send so little that their sheets are spared.
        var open = slots.Where(slot => slot.Unit.Measures == slot.Unit.Code).ToArray();
        var units = open.Select(slot => slot.Unit).DistinctBy(unit => unit.Code).ToArray();
        foreach (var (code, make) in DemoMistakes.Kinds)
            Spread(code, MistakesOfEachKind, (slot, random) => Mistake(code, make, slot, units, random) is { } mistake
                ? new(IncidentKind.mistake, code, mistake, mistake.Filled) : null);
        Spread("late", LateSheets, (_, _) => new(IncidentKind.late));
        Spread("corrected later", CorrectedLater, (slot, random) => Overcounted(IncidentKind.corrected_later, slot, random));
        Spread("sent twice", 1, (_, _) => new(IncidentKind.sent_twice));
        Spread("withdrawn", 1, (slot, random) => Overcounted(IncidentKind.withdrawn, slot, random));
        return dealt;

        void Spread(string name, int count, Func<DemoSlot, DemoRandom, Incident?> make)
        {
            var random = DemoRandom.For(seed, "incident", name);
            var (usedUnits, usedMonths) = (new HashSet<string>(), new HashSet<Period>());
            foreach (var slot in random.Shuffle(open))
            {
                if (usedUnits.Count == count) return;
                if (dealt.ContainsKey(slot) || usedUnits.Contains(slot.Unit.Code) || usedMonths.Contains(slot.Truth.Period)) continue;
                if (make(slot, random) is not { } incident) continue;
                dealt.Add(slot, incident);
                usedUnits.Add(slot.Unit.Code);
                usedMonths.Add(slot.Truth.Period);
            }
        }
    }

    static Mistaken? Mistake(
        string code, Func<FilledForm, DemoRandom, Mistaken?> make, DemoSlot slot, IEnumerable<OrgUnit> units, DemoRandom random) =>
        code != "org_unit_conflict" ? make(slot.Truth, random)
        : slot.Layout.NamesUnit ? DemoMistakes.NamedFor(slot.Truth, units, random) : null;

    static Incident? Overcounted(IncidentKind kind, DemoSlot slot, DemoRandom random) =>
        DemoMistakes.Overcounted(slot.Truth, random) is { } first ? new(kind, First: first) : null;
}
