using System.Text.RegularExpressions;
using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Templates;

/// <summary>What stands below the table: who signs, and how to fill it in.</summary>
static partial class TemplateFoot
{
    const int LabelRoom = 12, AnswerRoom = 12;
    internal static readonly string[] Signing = ["单位负责人", "统计负责人", "填表人", "联系电话", "报出日期"];

    public static IEnumerable<Block> Of(TemplateGrid grid)
    {
        foreach (var strip in Signatures(grid)) yield return strip;
        foreach (var (index, note) in Notes(grid).Index()) yield return new Line(LineKind.note, $"{(index == 0 ? "说明：" : "　　　")}{index + 1}．{note}");
    }

    /// <summary>Each label with an open, ruled cell behind it, as many in a line as the grid has room for.</summary>
    static IEnumerable<Strip> Signatures(TemplateGrid grid)
    {
        var (pieces, column) = (new List<Piece>(), 0);
        foreach (var label in Signing)
        {
            var (first, second) = Room(grid, column);
            if (second == 0)
            {
                yield return Filled(pieces, grid, column);
                (pieces, column) = ([], 0);
                (first, second) = Room(grid, column);
            }
            pieces.AddRange([new($"{label}：", first, Alignment.right), new(new Entry(Entry.Text) { Written = grid.Content.Filled?.Foot.GetValueOrDefault(label) }, second, IsRuled: true)]);
            column += first + second;
        }
        yield return Filled(pieces, grid, column);
    }

    static Strip Filled(List<Piece> pieces, TemplateGrid grid, int column) =>
        new(column < grid.PageColumns ? [.. pieces, new("", grid.PageColumns - column)] : pieces);

    /// <summary>How many columns a label and its answer take from here; none where the line is full.</summary>
    static (int Label, int Answer) Room(TemplateGrid grid, int column)
    {
        var label = Columns(grid, column, LabelRoom);
        return (label, label == 0 ? 0 : Columns(grid, column + label, AnswerRoom));
    }

    static int Columns(TemplateGrid grid, int from, int needed)
    {
        for (var (count, width) = (1, 0); from + count <= grid.PageColumns; count++)
            if ((width += grid.Widths[from + count - 1]) >= needed) return count;
        return 0;
    }

    static IEnumerable<string> Notes(TemplateGrid grid)
    {
        var (content, before) = (grid.Content, grid.Content.Period.Next(-1).InWords());
        var isOfPast = grid.Columns.Any(column => column.HasOwnPeriod);
        yield return $"白色格填写；灰色格由系统带出、算出或者不填，已锁定（没有密码）。{(isOfPast ? "文本没有的数留空，“余”“以上”“约”等字照原文填写。" : "没有发生的填 0，不要留空。")}";
        if (grid.Columns.FirstOrDefault(column => column is { Basis: Basis.year_to_date, IsQuoted: false, HasOwnPeriod: false }) is { } total)
            if (grid.Asides.Contains(total)) yield return $"{total.Title}由右侧参考栏的{before}{total.Title}加本期数得出，不必填写；参考栏有误的，请先更正{before}的报表，再取一份新表。";
            else if (HeldFigures.IsFirst(content.Period)) yield return $"{total.Title}在一年的第一期与本期数相同，不必填写。";
        if (grid.Columns.Any(column => column.IsQuoted && grid.Lines.Any(line => grid.IsAsked(line, column) && grid.Figures.Quoted(line, column, content.Period) is not null)))
            yield return "灰色的上年数是系统留存的数，不必填写；有误的请重报上年那一期。";
        if (!isOfPast) yield return "与以往相差悬殊的数，请在备注栏写明原因。";
        if (Relations(grid) is { Length: > 0 } relations) yield return $"表内关系：{relations}。";
        if (content.Due is { } due) yield return $"报送期限：{Period.Day(due).InWords()}。";
    }

    /// <summary>Plain relations that must hold between lines that are all shown, as forms print them. What is only asked about is none of them.</summary>
    static string Relations(TemplateGrid grid) => string.Join('；', grid.Content.Form.Rules
        .Where(rule => rule.Severity == Severity.error && Plain().IsMatch(rule.Expression) && LineExpression.Parse(rule.Expression)?.Lines.All(number => grid.Lines.Any(line => line.Number == number)) == true)
        .Select(rule => rule.Expression.Replace(" ", "", StringComparison.Ordinal).Replace(">=", "≥", StringComparison.Ordinal).Replace("<=", "≤", StringComparison.Ordinal)).Distinct());

    [GeneratedRegex(@"^[\d\s+<>=-]+$")]
    private static partial Regex Plain();
}
