using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>What there is to find in a statement that nothing occurred: whose it is, whether it is owed and has ended, what it contradicts.</summary>
static class CheckNil
{
    public static IReadOnlyList<Finding> Run(MatchedTable table, OrgUnit? speaker, Held held, Catalog catalog, Circumstances now)
    {
        List<Finding> findings = [.. table.Findings];
        if (speaker is not null && table.Unit is { } unit && speaker.Code != unit.Code) findings.Add(NilFindings.NotOwn(speaker, unit));
        if (findings.Count > 0) return findings;
        findings.AddRange(TableRules.CheckStructure(table, now.Today));
        if (findings.Count > 0) return findings;
        var form = table.Form!;
        var owed = form.Lines.Where(line => line.Required && form.ObligationOf(table.Unit!.Role)?.Owes(line.Number) == true).ToList();
        var stocks = owed.Where(line => catalog.Element(line.Element, table.Period!.Value.Start)?.Kind == ElementKind.stock).ToList();
        if (table.Cells.Count == 0) return [NilFindings.NoFlows(form)];
        var contradicted = table.Cells.Select(cell => (Line: CheckedTable.NameOf(cell.Line), Value: held.Value(table.Unit!, cell.Line, Basis.in_period, table.Period!.Value) ?? 0))
            .Where(each => each.Value != 0).ToList();
        if (contradicted.Count > 0) return [NilFindings.Contradicts(contradicted)];
        return [.. stocks.Count > 0 ? [NilFindings.StocksOwed(stocks)] : Array.Empty<Finding>(), .. PeriodRules.PeriodLocked(new CheckedTable(table, held, now)), .. TableRules.CheckFigures(table, held, now with { IsNil = true }).Select(OfNoCell)];
    }

    // The noughts stand for cells that nobody has written.
    static Finding OfNoCell(Finding finding) => finding with { Place = finding.Place with { Cell = null } };
}
