using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Lights;

/// <summary>签收: somebody answers for a light. It holds until the light worsens or goes out; what comes after asks for another.</summary>
/// <param name="Through">Month of the year whose light was acknowledged, and <paramref name="Light"/> its colour then.</param>
/// <param name="Owner">Who answers for it, by name or department.</param>
public sealed record Acknowledgement(
    string Commitment, string OrgUnit, int Year, int Through, LightColour Light, string Owner, string Reason, DateOnly DecidedOn, string DecidedBy, long KnownFromLoad)
{
    /// <summary>The one that speaks of a light last.</summary>
    public static Acknowledgement? LastOf(IEnumerable<Acknowledgement> all, string commitment, string orgUnit, int year) =>
        all.Where(one => one.Commitment == commitment && one.OrgUnit == orgUnit && one.Year == year).MaxBy(one => one.KnownFromLoad);

    /// <summary>The month that ended it, with why; null while it holds.</summary>
    /// <param name="months">As they are seen now: a correction that worsens the acknowledged month itself ends it too.</param>
    public (int Month, string Words)? EndedBy(IEnumerable<MonthLight> months)
    {
        foreach (var month in months.Where(month => month.Month >= Through).OrderBy(month => month.Month))
        {
            if (month.Light > Light) return (month.Month, $"{month.Month} 月变为{month.Light.InWords()}灯，签收失效");
            if (month.Light == LightColour.green) return (month.Month, $"{month.Month} 月已转绿灯，签收结束");
        }
        return null;
    }
}
