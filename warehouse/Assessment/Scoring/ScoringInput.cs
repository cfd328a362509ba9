using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Scoring;

/// <summary>All that a score is made of.</summary>
/// <param name="Through">Last month that counts, as 2022-06.</param>
/// <param name="Standings">Of the district and its units. A department is judged by what stands for the unit it measures.</param>
/// <param name="Units">Those that stand at the end of <paramref name="Through"/>; what the scheme names beside them is not scored.</param>
/// <param name="Commitments">Of the district's plans that cover the year: who leads and supports what.</param>
public sealed record ScoringInput(
    Scheme Scheme, int Year, string Through, IReadOnlyList<Standing> Standings, IReadOnlyList<Conduct> Conduct, IReadOnlyList<OrgUnit> Units,
    IReadOnlyList<Commitment> Commitments)
{
    /// <summary>Figures that units owe and of which nothing has come: what a unit was given no target for does not stand among its commitments then.</summary>
    public IReadOnlyList<OwedFigure> Unreported { get; init; } = [];
}

public sealed record OwedFigure(string OrgUnit, string Indicator);

/// <summary>How a unit has reported in a year.</summary>
/// <param name="Owed">Sheets that were due. <paramref name="Missing"/> of them are not in, <paramref name="Late"/> are and came late.</param>
/// <param name="Returned">Submissions that were sent back.</param>
/// <param name="CorrectedAfterLock">Sheets accepted for a period that had been locked, in the place of one that counted.</param>
/// <param name="Unfinished">督办 past their deadline.</param>
public sealed record Conduct(string OrgUnit, int Owed, int Late, int Returned, int CorrectedAfterLock, int Missing, int Unfinished)
{
    public int OnTime => Owed - Late - Missing;

    public int Count(ConductMeasure measure) => measure switch
    {
        ConductMeasure.timely => OnTime,
        ConductMeasure.late => Late,
        ConductMeasure.missing => Missing,
        ConductMeasure.returned => Returned,
        ConductMeasure.corrected_after_lock => CorrectedAfterLock,
        _ => Unfinished,
    };
}
