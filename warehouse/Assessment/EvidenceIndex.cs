using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>Figures by what asks for them: a district's evidence holds tens of thousands, and each rule asks for a few of them many times.</summary>
sealed class EvidenceIndex(
    IReadOnlyList<Indicator> indicators, IReadOnlyList<IndicatorYear> years, IReadOnlyList<StatedFigure> stated, IReadOnlyList<TargetDecision> decisions)
{
    public ILookup<string, Indicator> Indicators { get; } = indicators.ToLookup(known => known.Id);

    /// <summary>Of two versions in one year the first counts.</summary>
    public Dictionary<(string OrgUnit, string Indicator, int Year, int Through), IndicatorYear> Years { get; } =
        years.DistinctBy(row => (row.OrgUnit, row.Indicator, row.Year, row.Through)).ToDictionary(row => (row.OrgUnit, row.Indicator, row.Year, row.Through));

    public bool IsOf(Evidence evidence) => evidence.Indicators == indicators && evidence.Years == years && evidence.Stated == stated && evidence.Decisions == decisions;

    public ILookup<(string OrgUnit, string Element), StatedFigure> Stated { get; } = stated.ToLookup(figure => (figure.OrgUnit, figure.Element));

    public ILookup<(string Commitment, string OrgUnit), TargetDecision> Decisions { get; } =
        decisions.OrderBy(decision => decision.KnownFromLoad).ToLookup(decision => (decision.Commitment, decision.OrgUnit));
}
