using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>What a matched table claims: its cells as values of elements, by whom and about whom.</summary>
static class Claims
{
    /// <summary>
    /// One claim per cell that the form gives a meaning. A blank cell claims to be blank only where the unit owes the line; a cell where the
    /// form prints — claims nothing, whatever stands in it.
    /// </summary>
    public static IReadOnlyList<StagedCell> Of(MatchedTable table, Catalog catalog)
    {
        if (table.Form is not { } form || table.Unit is not { } unit || table.Period is not { } period) return [];
        var owed = form.ObligationOf(unit.Role);
        return [.. table.Cells
            .Where(cell => cell.Line.Fills(cell.Column.Id) && !cell.Source.Unreadable)
            .Where(cell => cell.State != ValueState.blank || owed?.Owes(cell.Line.Number) == true && !cell.Column.IsQuoted)
            .Select(cell => Claim(cell, unit, cell.Column.PeriodOn(period).YearsBack(cell.Column.YearsBack), catalog))
            .OfType<StagedCell>()];
    }

    static StagedCell? Claim(MatchedCell cell, OrgUnit unit, Period period, Catalog catalog) =>
        // An element that does not speak of the quoted period yet cannot be quoted from it.
        catalog.Element(cell.Line.Element, period.Start) is not { } element ? null : new StagedCell(
            TableId: 0, Intake.Address.Of(cell.Row, cell.ColumnNumber), cell.Source.Text, cell.Line.Number, cell.Column.Id, unit.District, unit.Measures,
            unit.Code, element.Id, element.Version, period.Kind, period.Start, period.End, cell.Column.Basis, cell.Line.Breakdown,
            cell.Value, cell.Bound, cell.State, cell.Column.IsQuoted);
}
