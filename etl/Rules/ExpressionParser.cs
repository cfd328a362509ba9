using System.Globalization;

namespace Reporting.Etl.Rules;

/// <summary>Reads <see cref="Expression"/>s by plain descent; the grammar stands there.</summary>
ref struct ExpressionParser
{
    const int LongestNumber = 18;
    readonly string text;
    int position;
    string? error;

    ExpressionParser(string text) => this.text = text;

    public static bool TryParse(string text, out Expression? expression, out string? error)
    {
        expression = null;
        var parser = new ExpressionParser(Plain(text));
        var left = parser.ReadSum();
        var comparison = parser.ReadComparison();
        var right = parser.ReadSum();
        parser.Skip();
        if (parser.position < parser.text.Length) parser.Fail("'+', '-' or the end");
        error = parser.error;
        if (error is null) expression = new(new(left), comparison, new(right));
        return expression is not null;
    }

    List<Addend> ReadSum()
    {
        var sign = Take('-') ? -1 : Take('+') ? 1 : 1;
        List<Addend> addends = [ReadTerm(sign)];
        while (error is null)
            if (Take('+')) addends.Add(ReadTerm(1));
            else if (Take('-')) addends.Add(ReadTerm(-1));
            else break;
        return addends;
    }

    Addend ReadTerm(int sign)
    {
        if (Take('#')) return new(sign, null, ReadConstant());
        var digits = ReadDigits();
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var line)) Fail("a line number or a constant such as #100");
        return line == 0 ? new(sign, null, 0) : new(sign, line, 0);
    }

    decimal ReadConstant()
    {
        var whole = ReadDigits();
        if (whole.Length is 0 or > LongestNumber) return Fail($"at most {LongestNumber} digits after '#'");
        if (position >= text.Length || text[position] != '.') return decimal.Parse(whole, CultureInfo.InvariantCulture);
        position++;
        var decimals = text[position..].TakeWhile(char.IsAsciiDigit).Count();
        if (decimals is 0 or > 4) return Fail("one to four decimals");
        position += decimals;
        return decimal.Parse($"{whole}.{text.AsSpan(position - decimals, decimals)}", CultureInfo.InvariantCulture);
    }

    Comparison ReadComparison()
    {
        Skip();
        var rest = text.AsSpan(position);
        (int Length, Comparison Kind)? found = rest switch
        {
            ['>', '=', ..] => (2, Comparison.AtLeast),
            ['<', '=', ..] => (2, Comparison.AtMost),
            ['≥' or '≧', ..] => (1, Comparison.AtLeast),
            ['≤' or '≦', ..] => (1, Comparison.AtMost),
            ['>', ..] => (1, Comparison.More),
            ['<', ..] => (1, Comparison.Less),
            ['=', ..] => (1, Comparison.Equal),
            _ => null,
        };
        if (found is null) Fail("'=', '>=', '<=', '>' or '<'");
        position += found?.Length ?? 0;
        return found?.Kind ?? Comparison.Equal;
    }

    string ReadDigits()
    {
        Skip();
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        return text[start..position];
    }

    bool Take(char expected)
    {
        Skip();
        if (position >= text.Length || text[position] != expected) return false;
        position++;
        return true;
    }

    void Skip()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
    }

    // The first failure is the telling one; what follows it is noise.
    int Fail(string expected)
    {
        var found = position < text.Length ? $"'{text[position]}'" : "the end";
        error ??= $"'{text}' cannot be read at place {position + 1}: expected {expected}, found {found}";
        return 0;
    }

    static string Plain(string text) => string.Concat(text.Select(letter => letter switch
    {
        >= '！' and <= '～' => (char)(letter - '！' + '!'),
        '－' or '−' or '–' or '—' => '-',
        _ => letter,
    }));
}
