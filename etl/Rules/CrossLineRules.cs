using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>The form's own conditions between its lines, judged in each column they speak of.</summary>
static class CrossLineRules
{
    public static IEnumerable<Finding> Check(CheckedTable table) =>
        from broken in Broken(table)
        select RuleVersions.IsOnTrial(broken.Rule.TrialUntil, table.Now.Today) ? RuleVersions.OnTrial(broken.Finding) : broken.Finding;

    /// <summary>Each condition that does not hold, in the column of which it is judged.</summary>
    internal static IEnumerable<(FormRule Rule, FormColumn Column, Finding Finding)> Broken(CheckedTable table) =>
        from rule in table.Form.Rules
        where rule.Span.Holds(table.Period.Start)
        let expression = Read(rule)
        where expression is not null
        from column in ColumnsOf(table.Form, rule, expression)
        let finding = Judge(table, rule, expression, column)
        where finding is not null
        select (rule, column, finding);

    // A definition that cannot be read stops the program at its start and never comes here.
    static Expression? Read(FormRule rule) => Expression.TryParse(rule.Expression, out var expression, out _) ? expression : null;

    static IEnumerable<FormColumn> ColumnsOf(Form form, FormRule rule, Expression expression) => rule.Columns.Count > 0
        ? form.Columns.Where(column => rule.Columns.Contains(column.Id))
        : form.Columns.Where(column => expression.Lines.All(number => form.Line(number)?.Fills(column.Id) == true));

    static Finding? Judge(CheckedTable table, FormRule rule, Expression expression, FormColumn column)
    {
        decimal? FigureOf(int number) => table.Form.Line(number) is { } line ? table.Number(line, column) : null;
        if (expression.Left.Value(FigureOf) is not { } left || expression.Right.Value(FigureOf) is not { } right || expression.Holds(left, right))
            return null;
        List<FormLine> lines = [.. expression.Lines.Select(number => table.Form.Line(number)!)];
        var first = lines.Count == 0 ? null : table.Cell(lines[0], column);
        return (RuleTexts.CrossLine with { Code = rule.Code, Severity = rule.Severity }).At(
            first is null ? table.PlaceOf(null, column) : table.PlaceOf(first),
            SideInWords(expression.Left, left, FigureOf), $"{expression.PrintedSymbol} {SideInWords(expression.Right, right, FigureOf)}", left - right,
            new("condition", $"{Named(table.Form, expression.Left, left, FigureOf)}{(expression.Left.Addends.Count == 1 ? "" : "，")}{InWords(expression.Comparison)}{Named(table.Form, expression.Right, right, FigureOf)}",
                $"{NamedInEnglish(table.Form, expression.Left, left, FigureOf)} should be {InEnglish(expression.Comparison)} {NamedInEnglish(table.Form, expression.Right, right, FigureOf)}"),
            new("reason", rule.Reason ?? "", rule.Reason is null ? "" : $" {rule.Reason}"));
    }

    /// <summary>A side by the names of its lines with their figures, and what they come to where they are several.</summary>
    static string Named(Form form, Sum side, decimal value, Func<int, decimal?> figureOf) => side.InWords(number => $"“{Name(form, number)}”（{Figure(number, figureOf)}）")
        + (side.Addends.Count == 1 ? "" : $"，合计 {Shown.Number(value)}");

    static string NamedInEnglish(Form form, Sum side, decimal value, Func<int, decimal?> figureOf) => side.InWords(number => $"'{Name(form, number)}' ({Figure(number, figureOf)})")
        + (side.Addends.Count == 1 ? "" : $" = {Shown.Number(value)}");

    static string Name(Form form, int number) => CheckedTable.NameOf(form.Line(number)!);

    static string Figure(int number, Func<int, decimal?> figureOf) => figureOf(number) is { } figure ? Shown.Number(figure) : "";

    static string InWords(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "应等于",
        Comparison.AtLeast => "不应小于",
        Comparison.AtMost => "不应大于",
        Comparison.More => "应大于",
        _ => "应小于",
    };

    static string InEnglish(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "equal to",
        Comparison.AtLeast => "at least",
        Comparison.AtMost => "at most",
        Comparison.More => "above",
        _ => "below",
    };

    /// <summary>The side's figure, with how it adds up where it has several terms.</summary>
    static string SideInWords(Sum side, decimal value, Func<int, decimal?> figureOf) =>
        side.Addends.Count == 1 ? Shown.Number(value) : $"{Shown.Number(value)}（{side.InFigures(figureOf)}）";
}
