using Reporting.Portal.Accounts;
using Reporting.Reports.Templates;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Submit;

/// <summary>A page about one sheet: a form of a unit for a period, chosen on it or named in its address.</summary>
public abstract class AskedSheetPage(Office office) : SheetPage(office)
{
    /// <summary>Who may choose a unit here.</summary>
    protected abstract IReadOnlyList<Role> Choosing { get; }

    public string? Form { get; set; }
    public string? Org { get; set; }
    public string? Period { get; set; }
    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];
    public OrgUnit? Unit { get; private set; }

    /// <summary>Forms that the unit owes at all, each once.</summary>
    public IReadOnlyList<Form> Forms { get; private set; } = [];
    public Period? Asked => Commands.Asked.PeriodOrNull(Period);

    /// <summary>The last period of a kind that is over.</summary>
    public Period Last(PeriodKind kind) => kind == PeriodKind.plan ? Warehouse.Period.Plan(Day.Year - 5, Day.Year - 1) : Warehouse.Period.Of(kind, Warehouse.Period.Month(Day).Start) is var now && now.End < Day ? now : now.Next(-1);

    /// <returns>False where what is named is not theirs, or not there.</returns>
    protected bool Choose(string? form, string? org, string? period)
    {
        (Form, Org, Period) = (form, org, period);
        Units = UnitsAs(Choosing);
        Unit = string.IsNullOrEmpty(org) ? Units.FirstOrDefault(unit => FormsOf(unit).Any()) ?? (Units is [var first, ..] ? first : null) : Units.FirstOrDefault(unit => unit.Code == org);
        if (Unit is not { } unit) return string.IsNullOrEmpty(org);
        (Org, Forms) = (unit.Code, [.. FormsOf(unit).GroupBy(known => known.Id).Select(versions => versions.Last()).OrderBy(known => known.Number, StringComparer.Ordinal)]);
        return string.IsNullOrEmpty(form) || Forms.Any(known => known.Id == form);
    }

    IEnumerable<Form> FormsOf(OrgUnit unit) => Catalog.Forms.Where(known => known.District == unit.District && known.ObligationOf(unit.Role) is not null);

    /// <summary>The version of the form that the unit reports for the period, and the unit as it then was; null where it does not.</summary>
    protected (Form Form, OrgUnit Unit)? Reported(Period period)
    {
        if (Unit is not { } unit || (Catalog.OrgUnit(unit.Code, period.End) ?? Catalog.OrgUnit(unit.Code, period.Start)) is not { } then) return null;
        return Catalog.Forms.FirstOrDefault(known => known.Id == Form && TemplateReading.Reports(known, then, period)) is { } form ? (form, then) : null;
    }
}
