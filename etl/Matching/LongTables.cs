using Reporting.Etl.Intake;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>
/// The lines of a long CSV laid out as the sheets of the forms that ask for them, so that the forms' rules can judge them as if each
/// unit had filled in its form. A figure that no form asks of its reporter stands in none.
/// </summary>
static class LongTables
{
    static readonly UnderstoodTable Nowhere = new("", new(1, 1, 1, 1), null, null, null, null, 1, null, null, PeriodAxis.none, 0, 0, 0, 0, null, [], [], [], Signature.None, []);

    /// <param name="claims">What the lines claim, each with its line in the file.</param>
    public static IEnumerable<MatchedTable> Of(IEnumerable<(StagedCell Cell, int Row)> claims, Catalog catalog)
    {
        var forms = catalog.Forms.Select(form => (Form: form, Lines: form.Lines.ToLookup(line => (line.Element, line.Breakdown)))).ToList();
        var units = catalog.OrgUnits.ToLookup(unit => unit.Code);
        return from sheet in claims.GroupBy(claim => (claim.Cell.Reporter, claim.Cell.OrgUnit, claim.Cell.PeriodKind, claim.Cell.PeriodStart, claim.Cell.PeriodEnd))
               let period = sheet.Key.PeriodKind == PeriodKind.plan ? Period.Plan(sheet.Key.PeriodStart.Year, sheet.Key.PeriodEnd.Year) : Period.Of(sheet.Key.PeriodKind, sheet.Key.PeriodStart)
               let unit = units[sheet.Key.Reporter].FirstOrDefault(unit => unit.Measures == sheet.Key.OrgUnit && unit.ValidFrom <= period.End && !(unit.ValidTo < period.Start))
               where unit is not null
               from asked in forms
               where (asked.Form.District.Length == 0 || asked.Form.District == unit.District) && asked.Form.AppliesTo(period.Start) && (asked.Form.Obligations.Count == 0 || asked.Form.ObligationOf(unit.Role) is not null)
               let cells = Cells(asked.Form, asked.Lines, period, sheet).ToList()
               where cells.Count > 0
               select new MatchedTable(Nowhere, asked.Form, unit, period, 1, cells, []);
    }

    static IEnumerable<MatchedCell> Cells(Form form, ILookup<(string, string), FormLine> lines, Period period, IEnumerable<(StagedCell Cell, int Row)> claims) =>
        from column in form.Columns
        where !column.IsQuoted && (column.HasOwnPeriod ? column.PeriodOn(period) == period : form.Period == period.Kind)
        from claim in claims
        where claim.Cell.Basis == column.Basis
        from line in lines[(claim.Cell.Element, claim.Cell.Breakdown)]
        where line.Fills(column.Id)
        select new MatchedCell(line, column, claim.Row, LongCsv.ValueColumn, new(claim.Cell.Text, claim.Cell.Value, claim.Cell.State, claim.Cell.Bound, null, false),
            claim.Cell.Value, claim.Cell.State, claim.Cell.Bound);
}
