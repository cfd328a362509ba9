using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>Gathers what a year is assessed by, and works a frozen run out again from what the warehouse held at its load.</summary>
public static class RunReading
{
    /// <param name="through">Last month that counts; null: as far as the year has come.</param>
    public static YearInputs Inputs(MartQueries marts, Catalog catalog, string district, int year, int? through, IReadOnlyList<Scheme> schemes, Load asOf)
    {
        var horizon = AssessmentReading.OfYear(marts, district, year, through, asOf);
        List<PlanEvidence> plans =
        [
            .. catalog.PlansOf(district, year)
                .Select(plan => new PlanEvidence(plan, AssessmentReading.EvidenceOfUnits(marts, catalog, plan, year, asOf.LoadId))),
        ];
        // Read once: of two schemes only the rules and the units differ.
        var first = schemes.Count == 0 ? null : ScoringReading.Input(marts, catalog, schemes[0], year, horizon.Through, asOf, standings: []);
        return new(district, year, horizon, plans, [.. schemes.Select(scheme => first! with { Scheme = scheme, Units = ScoringReading.Units(catalog, scheme, horizon) })]);
    }

    /// <summary>The schemes of a district that hold for a year, in the order of their ids.</summary>
    public static IReadOnlyList<Scheme> Schemes(Catalog catalog, string district, int year) =>
        [.. catalog.Schemes.Where(scheme => scheme.District == district && scheme.Covers(year)).OrderBy(scheme => scheme.Id, StringComparer.Ordinal).ThenBy(scheme => scheme.Version)];

    /// <summary>The documents that a run has by what is held, whatever is stored of it.</summary>
    public static IReadOnlyList<RunDocument> Replayed(OpenWarehouse warehouse, AssessmentRun run) => Replayed(warehouse.Marts, warehouse.Definitions, run);

    public static IReadOnlyList<RunDocument> Replayed(MartQueries marts, KnownDefinitions definitions, AssessmentRun run)
    {
        var (asOf, inputs) = InputsOf(marts, definitions, run);
        return new RunContents(asOf, inputs, definitions.WrittenAsOf(run.AsOfLoad))
            .Sealed(run with { Engine = AssessmentEngine.Version }, Certified(marts, definitions, run.District, inputs.Horizon, asOf, run.KnownFromLoad - 1));
    }

    /// <summary>The inputs of a run, read again as of its load.</summary>
    public static (Load AsOf, YearInputs Inputs) InputsOf(MartQueries marts, KnownDefinitions definitions, AssessmentRun run)
    {
        var (asOf, catalog, schemes) = (marts.LoadById(run.AsOfLoad)!, definitions.AsOf(run.AsOfLoad), run.Schemes.Split(',', StringSplitOptions.RemoveEmptyEntries));
        return (asOf, Inputs(marts, catalog, run.District, run.Year, Period.Parse(run.Through).Start.Month, [.. Schemes(catalog, run.District, run.Year).Where(scheme => schemes.Contains(scheme.Id))], asOf));
    }

    /// <summary>
    /// Who vouches for the figures of a year as of a load: every unit that stands at its end and owed a sheet of a period that had ended by the horizon. Of one that ended
    /// after a month in the middle those who went on with it vouch, for that month too: it cannot any more.
    /// </summary>
    /// <param name="known">The last load whose certifications count: they come after the figures.</param>
    public static IReadOnlyList<CertifiedUnit> Certified(MartQueries marts, KnownDefinitions definitions, string district, Horizon horizon, Load asOf, long known)
    {
        var (from, to) = (new DateOnly(horizon.Year, 1, 1), horizon.End);
        var catalog = definitions.AsOf(asOf.LoadId);
        var acts = marts.Certifications(district, horizon.Year, known);
        var stated = StatedBy(marts, district, horizon.Year, asOf.LoadId);
        return
        [
            .. marts.SubmissionStatus(district, from, to, asOf.LoadId, asOf.CommittedAt).Where(status => HasEnded(catalog, status, to)).Select(status => status.OrgUnit).Distinct()
                .Where(unit => catalog.OrgUnit(unit, to) is not null && catalog.OrgUnit(unit, new(horizon.Year, 12, 31)) is not null).Order(StringComparer.Ordinal)
                .Select(unit => CertifiedUnit.Of(unit, acts, StatedYear.Sha256(stated[unit]))),
        ];
    }

    // A year's sheet is not owed in its June.
    static bool HasEnded(Catalog catalog, UnitPeriodStatus status, DateOnly by) =>
        catalog.Forms.FirstOrDefault(form => form.Id == status.Form) is not { } form || Period.Of(form.Period, status.PeriodStart).End <= by;

    /// <summary>What each unit stated of a year.</summary>
    public static ILookup<string, Observation> StatedBy(MartQueries marts, string district, int year, long asOf) =>
        marts.Observations(district, null, new(year, 1, 1), new(year, 12, 31), asOf).ToLookup(one => one.Reporter);
}
