using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>What is not there: parts that another sheet may bring, and what an earlier sheet had.</summary>
static class AbsenceRules
{
    /// <summary>Of a form that may come in parts: what neither this sheet nor any before it brought. It is waited for, not asked for.</summary>
    public static IEnumerable<Finding> PartWaiting(CheckedTable table)
    {
        if (table.Form.AllowsParts != true) yield break;
        List<string> waiting = [.. from line in table.Form.Lines
                                   let columns = table.Form.Columns.Where(column => table.IsOwed(line, column) && table.Cell(line, column) is null
                                       && HeldAt(table, line, column) is null).ToList()
                                   where columns.Count > 0
                                   select $"{CheckedTable.NameOf(line)}（{string.Join("、", columns.Select(column => column.Title))}）"];
        if (waiting.Count > 0)
            yield return RuleTexts.PartWaiting.At(CheckedTable.PlaceOf(table.Table), null, null, null, new Word("parts", string.Join("；", waiting), string.Join("; ", waiting)));
    }

    /// <summary>Held of a line and absent now. It is not withdrawn by that; where the sheet is refused for the gap anyway, once is enough.</summary>
    public static IEnumerable<Finding> HeldNowAbsent(CheckedTable table) =>
        from line in table.Form.Lines
        let absent = table.Form.Columns.Select(column => (Column: column, Held: Absent(table, line, column))).Where(pair => pair.Held is not null).ToList()
        where absent.Count > 0
        let values = absent.ConvertAll(pair => $"{pair.Column.Title} {Shown.Number(pair.Held!.Value)}")
        let found = RuleTexts.HeldNowAbsent.At(PlaceOf(table, line, [.. absent.Select(pair => pair.Column)]), null,
            absent.Count == 1 ? Shown.Number(absent[0].Held!.Value) : string.Join("；", values), null,
            new Word("values", string.Join("；", values), string.Join("; ", values)))
        select table.Form.AllowsParts == true ? found with { Severity = Severity.info } : found;

    static Place PlaceOf(CheckedTable table, FormLine line, IReadOnlyList<FormColumn> columns) => columns is not [var only] ? table.PlaceOf(line, null)
        : table.Cell(line, only) is { } cell ? table.PlaceOf(cell) : table.PlaceOf(line, only);

    static decimal? Absent(CheckedTable table, FormLine line, FormColumn column)
    {
        if (column.IsQuoted || !line.Fills(column.Id)) return null;
        var cell = table.Cell(line, column);
        var isGone = cell is null || cell.State == ValueState.blank && !cell.Source.Unreadable;
        var isAskedFor = table.IsOwed(line, column) && (cell is not null || table.Form.AllowsParts != true);
        // A nought that is left out says the same; a 零报告 has put it there for every line.
        return isGone && !isAskedFor && HeldAt(table, line, column) is { } held and not 0 ? held : null;
    }

    static decimal? HeldAt(CheckedTable table, FormLine line, FormColumn column) => table.HeldValue(line, column.Basis, column.PeriodOn(table.Period));
}
