namespace Reporting.Warehouse.Assessment.Runs;

public enum CertificationAct { certified, withdrawn }

/// <summary>A named person of a unit vouches for what the unit stated of a year, or takes that back.</summary>
/// <param name="Person">Name and post of who signs; <paramref name="DecidedBy"/> is the login.</param>
/// <param name="FiguresSha256">Of all that the unit stated of the year at that moment.</param>
public sealed record Certification(
    string District, string OrgUnit, int Year, CertificationAct Act, string Person, string FiguresSha256, string DecidedBy, string Reason, long KnownFromLoad);

/// <summary><c>changed_since</c>: certified, but the unit's figures are no longer those that were.</summary>
public enum CertificationState { certified, changed_since, withdrawn, none }

/// <summary>Whether one unit vouches for the figures that a run stands on.</summary>
public sealed record CertifiedUnit(string OrgUnit, CertificationState State, string? Person, string? By, long? Load)
{
    /// <summary>How many do not vouch.</summary>
    public static int Open(IEnumerable<CertifiedUnit> units) => units.Count(unit => unit.State != CertificationState.certified);

    public static CertifiedUnit Of(string orgUnit, IEnumerable<Certification> acts, string figuresSha256)
    {
        var last = acts.Where(act => act.OrgUnit == orgUnit).MaxBy(act => act.KnownFromLoad);
        var state = last switch
        {
            null => CertificationState.none,
            { Act: CertificationAct.withdrawn } => CertificationState.withdrawn,
            _ => last.FiguresSha256 == figuresSha256 ? CertificationState.certified : CertificationState.changed_since,
        };
        return new(orgUnit, state, last?.Person, last?.DecidedBy, last?.KnownFromLoad);
    }
}

/// <summary>What a unit stated, as a hash: the same whenever and in whatever order it was stated.</summary>
public static class StatedYear
{
    public static string Sha256(IEnumerable<Observation> stated) => CanonicalJson.Sha256(CanonicalJson.Of(stated.Select(one => CanonicalJson.Of(one with { TableId = null, CellAddress = null, LoadId = 0, KnownToLoad = null }))
        .Order(StringComparer.Ordinal)));
}

public static class CertificationWords
{
    public static string InWords(this CertificationState state) => state switch
    {
        CertificationState.certified => "已认证",
        CertificationState.changed_since => "认证后数据有变动，要重新认证",
        CertificationState.withdrawn => "认证已撤回",
        _ => "未认证",
    };
}
