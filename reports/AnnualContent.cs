using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>Everything that the 年度考核 says. It lays out scores and gives none, so the same content gives the same bytes.</summary>
/// <param name="Catalog">As of what the scores stand on.</param>
/// <param name="Sources">The cells that the scored figures of district and units come from.</param>
public sealed record AnnualContent(Cover Cover, Catalog Catalog, IReadOnlyList<ScoredScheme> Schemes, IReadOnlyList<Addend> Sources)
{
    /// <summary>The frozen run whose scores these are; null: worked out from what is held, to go by only.</summary>
    public FrozenBasis? Frozen { get; init; }

    public int Year => Cover.Period.Start.Year;

    /// <summary>Last month that counts.</summary>
    public int Through { get; init; } = 12;

    /// <summary>What the figure is that a rule of a unit goes by; null for duties and conduct.</summary>
    internal FigureRef? FigureOf(ScoredUnit unit, ScoredRule rule) =>
        rule.Commitment is { } id && Catalog.PlansOf(Cover.District.Code, Year).SelectMany(plan => plan.Commitments).FirstOrDefault(one => one.Id == id)?.Indicator is { } indicator
            ? new(Catalog.OrgUnit(unit.OrgUnit)?.Measures ?? unit.OrgUnit, indicator, Year, Through) : null;
}

/// <summary>A scheme and what its units score by it.</summary>
public sealed record ScoredScheme(Scheme Scheme, ScoreBoard Board);

/// <summary>The run that the scores are taken from.</summary>
/// <param name="FrozenAt">UTC.</param>
/// <param name="Uncertified">Units that had not vouched for their figures when it was frozen.</param>
/// <param name="Corrections">Sheets that were accepted for its months since, and are not in it.</param>
public sealed record FrozenBasis(long Run, long AsOfLoad, DateTime FrozenAt, int Uncertified, int Corrections);
