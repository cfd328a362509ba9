namespace ExcelNumberFormat;

/// <summary>Cuts a format into sections and a section into tokens.</summary>
static class SectionReader
{
    static readonly string[] DayHalves = ["AM/PM", "A/P", "上午/下午"];

    public static IReadOnlyList<Section> Read(string? format)
    {
        if (string.IsNullOrEmpty(format))
        {
            return [new Section([new Token(TokenKind.General, string.Empty)])];
        }

        var sections = new List<Section>();
        var tokens = new List<Token>();
        for (var index = 0; index < format.Length;)
        {
            if (format[index] == ';')
            {
                sections.Add(new Section(tokens));
                tokens = [];
                index++;
                continue;
            }

            var (token, length) = Next(format, index, tokens);
            index += length;
            if (token is { } found)
            {
                tokens.Add(found);
            }
        }

        sections.Add(new Section(tokens));
        return sections;
    }

    static (Token? Token, int Length) Next(string format, int index, List<Token> before)
    {
        var rest = format.AsSpan(index);
        return rest[0] switch
        {
            '"' => Quoted(rest),
            '\\' or '!' => rest.Length > 1 ? Literal(rest[1].ToString(), 2) : Unknown(rest),
            '_' => rest.Length > 1 ? Literal(" ", 2) : Unknown(rest),
            '*' => rest.Length > 1 ? (null, 2) : Unknown(rest),
            '[' => Bracketed(rest),
            '0' or '#' or '?' => One(TokenKind.Digit, rest),
            ',' => One(TokenKind.Group, rest),
            '%' => One(TokenKind.Percent, rest),
            '@' => One(TokenKind.Text, rest),
            '.' => Point(rest, before),
            'E' or 'e' when rest.Length > 1 && rest[1] is '+' or '-' => (new Token(TokenKind.Exponent, rest[..2].ToString()), 2),
            'G' or 'g' when rest.StartsWith("General", StringComparison.OrdinalIgnoreCase) => (new Token(TokenKind.General, string.Empty), 7),
            _ => DayHalf(rest) ?? DateRun(rest) ?? Literal(rest[0].ToString(), 1),
        };
    }

    static (Token?, int) Literal(string text, int length) => (new Token(TokenKind.Literal, text), length);

    static (Token?, int) One(TokenKind kind, ReadOnlySpan<char> rest) => (new Token(kind, rest[..1].ToString()), 1);

    static (Token?, int) Unknown(ReadOnlySpan<char> rest) => (new Token(TokenKind.Unknown, rest.ToString()), rest.Length);

    static (Token?, int) Quoted(ReadOnlySpan<char> rest)
    {
        var length = rest[1..].IndexOf('"');
        return length < 0 ? Unknown(rest) : Literal(rest.Slice(1, length).ToString(), length + 2);
    }

    // Colours and conditions only change the look; [$¥-804] carries a currency sign; [h] counts past a day.
    static (Token?, int) Bracketed(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOf(']');
        if (length < 0)
        {
            return Unknown(rest);
        }

        var inner = rest[1..length].ToString();
        if (inner.StartsWith('$'))
        {
            return Literal(inner[1..].Split('-')[0], length + 1);
        }

        var counts = inner.Length > 0 && (inner.All(letter => letter is 'h' or 'H') || inner.All(letter => letter is 'm' or 'M') || inner.All(letter => letter is 's' or 'S'));
        var compares = inner.Length > 0 && inner[0] is '<' or '>' or '=';
        return counts || compares ? Unknown(rest) : (null, length + 1);
    }

    // ss.000 is a fraction of the second, everything else the decimal point.
    static (Token?, int) Point(ReadOnlySpan<char> rest, List<Token> before)
    {
        var zeros = 0;
        while (zeros + 1 < rest.Length && rest[zeros + 1] == '0')
        {
            zeros++;
        }

        var afterSeconds = before is [.., { Kind: TokenKind.Date, Text: "s" or "ss" }];
        return afterSeconds && zeros > 0
            ? (new Token(TokenKind.Date, rest[..(zeros + 1)].ToString()), zeros + 1)
            : (new Token(TokenKind.Point, "."), 1);
    }

    static (Token?, int)? DayHalf(ReadOnlySpan<char> rest)
    {
        foreach (var half in DayHalves)
        {
            if (rest.StartsWith(half, StringComparison.OrdinalIgnoreCase))
            {
                return (new Token(TokenKind.Date, half), half.Length);
            }
        }

        return null;
    }

    static (Token?, int)? DateRun(ReadOnlySpan<char> rest)
    {
        var letter = char.ToLowerInvariant(rest[0]);
        if (letter is not ('y' or 'm' or 'd' or 'h' or 's'))
        {
            return null;
        }

        var length = 1;
        while (length < rest.Length && char.ToLowerInvariant(rest[length]) == letter)
        {
            length++;
        }

        return (new Token(TokenKind.Date, new string(letter, length)), length);
    }
}
