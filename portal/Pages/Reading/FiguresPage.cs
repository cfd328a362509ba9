using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Reading;

/// <summary>What pages of figures have in common: which districts somebody reads, and what could not be answered as it was asked.</summary>
public abstract class FiguresPage(Office office) : OfficePage(office)
{
    [BindProperty(SupportsGet = true, Name = "district")] public string? DistrictCode { get; set; }
    [BindProperty(SupportsGet = true, Name = "year")] public string? YearText { get; set; }
    [BindProperty(SupportsGet = true, Name = "through")] public string? ThroughText { get; set; }
    [BindProperty(SupportsGet = true, Name = "as-of")] public string? AsOf { get; set; }

    /// <summary>What was asked and cannot be answered, with what to ask instead.</summary>
    public string? Wrong { get; protected set; }

    public string? AsOfGiven => Given(AsOf);

    protected static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Districts of which somebody reads something: as a whole, or one unit.</summary>
    public IReadOnlyList<District> ReadDistricts => [.. Catalog.Districts.Where(district => Me.Grants.Any(grant => Caller.Readers.Contains(grant.Role) && (grant.District is null || grant.District == district.Code)))];

    /// <summary>The district asked for; without a name the first in reach. Null: none, or somebody else's.</summary>
    protected District? InReach(IReadOnlyList<District> districts) => Given(DistrictCode) is { } code ? districts.FirstOrDefault(district => district.Code == code) : districts.Count > 0 ? districts[0] : null;

    /// <summary>Years that the district's plans speak of, with the one before, up to now; newest first.</summary>
    public IReadOnlyList<int> YearsOf(District district) => Catalog.Plans.Where(plan => plan.District == district.Code).Select(plan => plan.FirstYear - 1).DefaultIfEmpty(Today.Year).Min() is var first && LastYear(district) is var last
        ? [.. Enumerable.Range(first, Math.Max(1, last - first + 1)).Reverse()] : [];

    // A demo stands still at its last figures; the years since have none.
    int LastYear(District district) => Office.IsDemo && Office.Warehouse.Marts.LastLoad() is { } load && Office.Warehouse.Marts.LatestPeriod(district.Code, load.LoadId) is { } latest ? latest.Year : Today.Year;

    /// <summary>Does what may be refused for how it was asked: the refusal stands on the page.</summary>
    protected bool Try(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (MisuseException misuse)
        {
            Wrong = PageWords.Of(misuse.In("zh"));
            return false;
        }
    }

    /// <summary>A question as the verb of it understands it.</summary>
    protected Request Ask(Verb verb, params (string Name, string? Value)[] values) => Acting.Asked(Me, verb, null, [], [.. values.Where(value => !string.IsNullOrWhiteSpace(value.Value))], json: false);
}
