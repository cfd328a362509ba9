using System.Diagnostics.CodeAnalysis;

namespace Reporting.Etl.Rules;

/// <summary>
/// A condition between lines of one column, as forms print them: <c>1 = 6 + 7 - 8</c>, <c>1≥2</c>, <c>3 &lt;= 1 + #100</c>.
/// <code>
/// condition  = sum comparison sum
/// comparison = "=" | "&gt;=" | "≥" | "&lt;=" | "≤" | "&gt;" | "&lt;"
/// sum        = [ "+" | "-" ] term { ( "+" | "-" ) term }
/// term       = line | constant
/// line       = digits                      the cell of that line; 0 is no line and stands for nought
/// constant   = "#" digits [ "." digits ]   a plain number
/// </code>
/// Blanks do not matter, and full-width characters stand for their plain ones.
/// </summary>
/// <remarks>Two expressions say the same when they print the same; records with lists inside are not compared by content.</remarks>
public sealed record Expression(Sum Left, Comparison Comparison, Sum Right)
{
    /// <summary>The lines it speaks of, each once, in the order written.</summary>
    public IReadOnlyList<int> Lines => [.. Left.Lines.Concat(Right.Lines).Distinct()];

    public bool Holds(decimal left, decimal right) => Comparison switch
    {
        Comparison.Equal => left == right,
        Comparison.AtLeast => left >= right,
        Comparison.AtMost => left <= right,
        Comparison.More => left > right,
        _ => left < right,
    };

    /// <summary>Reads an expression; what cannot be read is said in one sentence that names the place, counted from 1.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out Expression? expression, [NotNullWhen(false)] out string? error) =>
        ExpressionParser.TryParse(text ?? "", out expression, out error);

    /// <summary>As it is stored: <c>1 &gt;= 2 + 3</c>. Reading this gives the same expression.</summary>
    public override string ToString() => $"{Left} {Symbol} {Right}";

    public string Symbol => Comparison switch
    {
        Comparison.Equal => "=",
        Comparison.AtLeast => ">=",
        Comparison.AtMost => "<=",
        Comparison.More => ">",
        _ => "<",
    };

    public string PrintedSymbol => Symbol.Replace(">=", "≥", StringComparison.Ordinal).Replace("<=", "≤", StringComparison.Ordinal);
}

public enum Comparison { Equal, AtLeast, AtMost, More, Less }

/// <summary>One side: terms added and taken away, at least one.</summary>
public sealed record Sum(IReadOnlyList<Addend> Addends)
{
    public IEnumerable<int> Lines => Addends.Where(addend => addend.Line is not null).Select(addend => addend.Line!.Value);

    /// <summary>The side's value; null as soon as one of its lines has no figure. Figures must stay below 10¹⁴ each.</summary>
    public decimal? Value(Func<int, decimal?> figureOf)
    {
        decimal? sum = 0m;
        foreach (var addend in Addends) sum += addend.Sign * (addend.Line is { } line ? figureOf(line) : addend.Constant);
        return sum;
    }

    public override string ToString() => Write(addend => addend.Line is null && addend.Constant != 0 ? $"#{addend.Text}" : addend.Text);

    /// <summary>The same sum with words in the place of lines.</summary>
    public string InWords(Func<int, string> line) => Write(addend => addend.Line is { } number ? line(number) : addend.Text);

    /// <summary>The same sum with figures in the place of lines: <c>100 + 20 - 5</c>.</summary>
    public string InFigures(Func<int, decimal?> figureOf) => Write(addend =>
        addend.Line is { } line && figureOf(line) is { } figure ? figure < 0 ? $"({Shown.Number(figure)})" : Shown.Number(figure) : addend.Text);

    string Write(Func<Addend, string> term) => string.Concat(Addends.Select((addend, index) =>
        (index, addend.Sign) switch { (0, > 0) => "", (0, _) => "-", (_, > 0) => " + ", _ => " - " } + term(addend)));
}

/// <param name="Sign">1 or −1.</param>
/// <param name="Line">Number of the line; null for a constant.</param>
public sealed record Addend(int Sign, int? Line, decimal Constant)
{
    internal string Text => Shown.Number(Line ?? Constant);
}
