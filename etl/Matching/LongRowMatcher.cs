using System.Globalization;
using Reporting.Etl.Intake;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>Gives the lines of a long CSV their meaning: which unit, element and period, and who states it.</summary>
/// <param name="speaker">Who sends; null for an operator, then each figure is stated by whoever is its authority.</param>
/// <param name="today">A period must have ended by then.</param>
sealed class LongRowMatcher(Catalog catalog, OrgUnit? speaker, DateOnly today)
{
    const decimal TooLarge = 100_000_000_000_000m;
    static readonly string[] WithoutValue = [nameof(ValueState.blank), nameof(ValueState.not_applicable), nameof(ValueState.below_unit)];

    readonly ILookup<string, OrgUnit> units = catalog.OrgUnits.ToLookup(unit => unit.Code);
    readonly ILookup<string, OrgUnit> byRole = catalog.OrgUnits.ToLookup(unit => $"{unit.Measures} {unit.Role}");
    readonly HashSet<string> districts = [.. catalog.Districts.Select(district => district.Code)];
    readonly HashSet<string> elements = [.. catalog.Elements.Select(element => element.Id)];
    readonly HashSet<string> breakdowns = [Breakdown.Total, .. catalog.Breakdowns.Select(breakdown => breakdown.Id)];

    /// <summary>The claim that a line makes, or null with the reasons among the findings.</summary>
    public StagedCell? Claim(LongRow row, List<Finding> findings)
    {
        if (!row.IsComplete) return Refused(findings, LongRowFindings.Incomplete(row));
        if (!districts.Contains(row.District)) return Refused(findings, LongRowFindings.DistrictUnknown(row, catalog.Districts));
        if (!Period.TryParse(row.Period, out var period)) return Refused(findings, LongRowFindings.PeriodBad(row));
        var before = findings.Count(finding => finding.Severity == Severity.error);
        var unit = UnitOf(row, period, findings);
        var element = ElementOf(row, period, findings);
        if (!breakdowns.Contains(row.Breakdown)) findings.Add(LongRowFindings.BreakdownUnknown(row, breakdowns));
        var basis = BasisOf(row, element, period, findings);
        var (value, state) = ValueOf(row, findings);
        var bound = row.Bound.Length == 0 ? Bound.exact : Word<Bound>(row.Bound);
        if (bound is null) findings.Add(LongRowFindings.BoundBad(row, Enum.GetNames<Bound>()));
        var reporter = unit is null || element is null ? null : ReporterOf(row, unit, element, period, findings);
        if (reporter is not null && reporter.Kind != OrgUnitKind.city && period.End > today) findings.Add(LongRowFindings.PeriodInFuture(row, period));
        if (reporter is null || findings.Count(finding => finding.Severity == Severity.error) > before) return null;
        return new(0, Address.Of(row.Number, LongCsv.ValueColumn), row.Value, null, null, row.District, unit!.Code, reporter.Code, element!.Id, element.Version,
            period.Kind, period.Start, period.End, basis!.Value, row.Breakdown, value, bound!.Value, state, false);
    }

    OrgUnit? UnitOf(LongRow row, Period period, List<Finding> findings)
    {
        var versions = units[row.Org].Where(unit => unit.District == row.District).ToList();
        if (versions.Count == 0)
            return Refuse<OrgUnit>(findings, units[row.Org].Any() ? LongRowFindings.OrgUnitForeign(row, row.District) : LongRowFindings.OrgUnitUnknown(row));
        return versions.Find(unit => Stands(unit, period)) ?? Refuse<OrgUnit>(findings, LongRowFindings.OrgUnitNotValid(row, versions[^1]));
    }

    Element? ElementOf(LongRow row, Period period, List<Finding> findings) => !elements.Contains(row.Element)
        ? Refuse<Element>(findings, LongRowFindings.ElementUnknown(row, elements.Where(id => id.Contains(row.Element, StringComparison.Ordinal)).Take(3)))
        : catalog.Element(row.Element, period.Start) ?? Refuse<Element>(findings, LongRowFindings.ElementNotValid(row));

    /// <summary>A level has no sum over time, and no year so far lies in five years.</summary>
    static Basis? BasisOf(LongRow row, Element? element, Period period, List<Finding> findings)
    {
        List<Basis> fitting = element?.Kind == ElementKind.stock ? [Basis.in_period]
            : period.Kind == PeriodKind.plan ? [Basis.in_period, Basis.plan_to_date] : [.. Enum.GetValues<Basis>()];
        if (Word<Basis>(row.Basis) is { } basis && fitting.Contains(basis)) return basis;
        findings.Add(LongRowFindings.BasisBad(row, fitting.Select(word => word.ToString())));
        return null;
    }

    static (decimal? Value, ValueState State) ValueOf(LongRow row, List<Finding> findings)
    {
        var state = Word<ValueState>(row.State);
        if (state is null or ValueState.withdrawn || state != ValueState.reported && row.Value.Length > 0)
        {
            findings.Add(LongRowFindings.StateBad(row, WithoutValue));
            return (null, ValueState.blank);
        }
        if (state != ValueState.reported) return (null, state.Value);
        if (!decimal.TryParse(row.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) >= TooLarge)
        {
            findings.Add(LongRowFindings.ValueBad(row));
            return (null, ValueState.blank);
        }
        var rounded = Figures.Round(value, 4);
        if (rounded != value) findings.Add(LongRowFindings.ValueRounded(row, value, rounded));
        return (rounded, ValueState.reported);
    }

    /// <summary>The sender, for itself and what it measures; a unit it sends for states its own; for an operator, the authority's unit.</summary>
    OrgUnit? ReporterOf(LongRow row, OrgUnit unit, Element element, Period period, List<Finding> findings)
    {
        if (speaker is null) return AuthorityOf(unit, element, period) ?? unit;
        if (speaker.ReportsFor.Contains(unit.Code)) return unit;
        if (speaker.District != unit.District || speaker.Code != unit.Code && speaker.Measures != unit.Code)
            return Refuse<OrgUnit>(findings, LongRowFindings.OrgUnitForeign(row, speaker.Name));
        return units[speaker.Code].FirstOrDefault(version => Stands(version, period)) ?? Refuse<OrgUnit>(findings, LongRowFindings.OrgUnitNotValid(row, speaker));
    }

    OrgUnit? AuthorityOf(OrgUnit unit, Element element, Period period) =>
        !element.Authority.TryGetValue(unit.Kind, out var role) || role == unit.Role ? null
        : byRole[$"{unit.Code} {role}"].FirstOrDefault(other => other.District == unit.District && Stands(other, period));

    static bool Stands(OrgUnit unit, Period period) => unit.ValidFrom <= period.End && (unit.ValidTo is null || unit.ValidTo >= period.Start);

    static T? Word<T>(string text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var word) && string.Equals(word.ToString(), text, StringComparison.Ordinal) ? word : null;

    static StagedCell? Refused(List<Finding> findings, Finding finding) => Refuse<StagedCell>(findings, finding);

    static T? Refuse<T>(List<Finding> findings, Finding finding) where T : class
    {
        findings.Add(finding);
        return null;
    }
}
