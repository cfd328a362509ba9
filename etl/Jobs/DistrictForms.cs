using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>Forms in which departments state figures of the whole district, which its units may report one by one.</summary>
static class DistrictForms
{
    /// <summary>A department's figures are about the district.</summary>
    public static bool MeasuresDistrict(OrgUnit unit) => unit.Measures != unit.Code && unit.Measures == unit.District;

    /// <summary>Whether any department states the district's figure of an element that adds up.</summary>
    public static bool States(Catalog catalog, string district, string element)
    {
        var roles = catalog.OrgUnits.Where(unit => unit.District == district && MeasuresDistrict(unit)).Select(unit => unit.Role).ToHashSet();
        return catalog.Elements.Any(version => version.Id == element && version.Rollup == Rollup.sum)
            && catalog.Forms.Any(form => form.District == district && form.Lines.Any(line => line.Element == element) && form.Obligations.Any(obligation => roles.Contains(obligation.Role)));
    }

    /// <summary>Who owes which of them for a period.</summary>
    public static IEnumerable<(OrgUnit Department, Form Form)> Of(Catalog catalog, string district, Period period) =>
        from form in catalog.Forms
        where form.District == district && form.AppliesTo(period.Start)
        from unit in catalog.OrgUnits
        where unit.District == district && MeasuresDistrict(unit) && StructureRules.ObligationOf(form, unit, period) is not null
        select (unit, form);
}
