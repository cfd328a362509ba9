using Reporting.Etl.Intake;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>
/// A statement that nothing occurred, as the table that it stands for: nought in each line that counts what occurs. Of what is there at the
/// period's end (stocks) nothing can be said by saying that nothing occurred.
/// </summary>
public static class NilTables
{
    public const string Title = "零报告";

    public static MatchedTable Of(NilReturn said, Catalog catalog)
    {
        var (period, unit) = (Period.Parse(said.Period), catalog.OrgUnit(said.OrgUnit));
        var form = catalog.Form(said.NilReturnOf, period.Start) ?? catalog.Forms.LastOrDefault(known => known.Id == said.NilReturnOf);
        List<Finding> findings = [];
        if (form is null) findings.Add(NilFindings.FormUnknown(said.NilReturnOf));
        if (unit is null) findings.Add(NilFindings.UnitUnknown(said.OrgUnit));
        if (form is not null && period.Kind != form.Period) findings.Add(NilFindings.PeriodKind(form, period));
        if (form is not null && unit is not null && unit.District != form.District) findings.Add(NilFindings.OfAnotherDistrict(form, unit));
        return new(Shell(period), form, unit, period, 1, form is null || unit is null ? [] : [.. Cells(form, unit, period, catalog)], findings);
    }

    static IEnumerable<MatchedCell> Cells(Form form, OrgUnit unit, Period period, Catalog catalog) =>
        from line in form.Lines
        where form.ObligationOf(unit.Role)?.Owes(line.Number) == true && catalog.Element(line.Element, period.Start)?.Kind == ElementKind.flow
        from column in form.Columns.Index()
        where column.Item is { Basis: Basis.in_period, IsQuoted: false, HasOwnPeriod: false } && line.Fills(column.Item.Id)
        select new MatchedCell(line, column.Item, line.Number, column.Index + 1, new(Title, 0, ValueState.reported, Bound.exact, null, false), 0, ValueState.reported, Bound.exact);

    static UnderstoodTable Shell(Period period) => new(
        "", new(1, 1, 1, 1), Title, null, null, null, 1, period, null, PeriodAxis.none, 1, 1, 1, 1, null, [], [], [], Signature.None, []);
}
