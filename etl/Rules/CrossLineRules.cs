using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>The form's own conditions between its lines, judged in each column they speak of.</summary>
static class CrossLineRules
{
    public static IEnumerable<Finding> Check(CheckedTable table) =>
        from rule in table.Form.Rules
        where rule.Span.Holds(table.Period.Start)
        let expression = Read(rule)
        where expression is not null
        from column in ColumnsOf(table.Form, rule, expression)
        let finding = Judge(table, rule, expression, column)
        where finding is not null
        select RuleVersions.IsOnTrial(rule.TrialUntil, table.Now.Today) ? RuleVersions.OnTrial(finding) : finding;

    // A definition that cannot be read stops the program at its start and never comes here.
    static Expression? Read(FormRule rule) => Expression.TryParse(rule.Expression, out var expression, out _) ? expression : null;

    static IEnumerable<FormColumn> ColumnsOf(Form form, FormRule rule, Expression expression) => rule.Columns.Count > 0
        ? form.Columns.Where(column => rule.Columns.Contains(column.Id))
        : form.Columns.Where(column => expression.Lines.All(number => form.Line(number)?.Fills(column.Id) == true));

    static Finding? Judge(CheckedTable table, FormRule rule, Expression expression, FormColumn column)
    {
        decimal? FigureOf(int number) => table.Form.Line(number) is { } line ? table.Number(line, column) : null;
        string Figure(FormLine line) => FigureOf(line.Number) is { } figure ? Shown.Number(figure) : "";
        if (expression.Left.Value(FigureOf) is not { } left || expression.Right.Value(FigureOf) is not { } right || expression.Holds(left, right))
            return null;
        List<FormLine> lines = [.. expression.Lines.Select(number => table.Form.Line(number)!)];
        var first = lines.Count == 0 ? null : table.Cell(lines[0], column);
        return (RuleTexts.CrossLine with { Code = rule.Code, Severity = rule.Severity }).At(
            first is null ? table.PlaceOf(null, column) : table.PlaceOf(first),
            SideInWords(expression.Left, left, FigureOf), $"{expression.PrintedSymbol} {SideInWords(expression.Right, right, FigureOf)}", left - right,
            new("condition", expression.InPrint(), expression.ToString()), new("left", Shown.Number(left)), new("right", Shown.Number(right)),
            new("lines", string.Join("、", lines.Select(line => $"{CheckedTable.NameOf(line)}（{Figure(line)}）")),
                string.Join(", ", lines.Select(line => $"{CheckedTable.NameOf(line)} ({Figure(line)})"))),
            new("reason", rule.Reason ?? "", rule.Reason is null ? "" : $" {rule.Reason}"));
    }

    /// <summary>The side's figure, with how it adds up where it has several terms.</summary>
    static string SideInWords(Sum side, decimal value, Func<int, decimal?> figureOf) =>
        side.Addends.Count == 1 ? Shown.Number(value) : $"{Shown.Number(value)}（{side.InFigures(figureOf)}）";
}
