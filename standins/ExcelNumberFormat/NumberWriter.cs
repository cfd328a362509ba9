using System.Globalization;
using System.Text;

namespace ExcelNumberFormat;

static class General
{
    /// <summary>Numbers as the General format shows them: up to eleven digits, no trailing zeros.</summary>
    public static string Write(IConvertible value, CultureInfo culture) => value is double or float
        ? value.ToDouble(culture).ToString("G11", culture)
        : value is decimal number ? number.ToString("0.##########", culture)
        : value.ToString(culture);
}

static class TextSection
{
    public static string Write(Section section, string text) =>
        string.Concat(section.Tokens.Select(token => token.Kind == TokenKind.Text ? text : token.Text));
}

/// <summary>Lays the digits of a number into the places of a section.</summary>
static class NumberWriter
{
    public static string Write(Section section, IConvertible value, bool sign, CultureInfo culture)
    {
        var body = section.Kind == SectionKind.General
            ? string.Concat(section.Tokens.Select(token => token.Kind == TokenKind.General ? General.Write(Magnitude(value), culture) : token.Text))
            : Layout(section, value, culture);
        return sign && body.Any(char.IsDigit) && !IsZero(body) ? culture.NumberFormat.NegativeSign + body : body;
    }

    // The framework's custom formats share Excel's rules for 0 # , . % and E; only literals need their own quotes.
    static string Layout(Section section, IConvertible value, CultureInfo culture)
    {
        var pattern = new StringBuilder();
        foreach (var token in section.Tokens)
        {
            pattern.Append(token.Kind switch
            {
                TokenKind.Literal => Escape(token.Text),
                TokenKind.Digit when token.Text == "?" => "#",
                _ => token.Text,
            });
        }

        // A section of literals alone shows them and no number, which an empty pattern would.
        return section.Tokens.Any(token => token.Kind == TokenKind.Digit)
            ? ((IFormattable)Magnitude(value)).ToString(pattern.ToString(), culture)
            : string.Concat(section.Tokens.Select(token => token.Text));
    }

    // Decimal where it fits: binary fractions would round 1.005 the wrong way.
    static IConvertible Magnitude(IConvertible value)
    {
        var number = value.ToDouble(CultureInfo.InvariantCulture);
        return Math.Abs(number) < (double)decimal.MaxValue / 10
            ? Math.Abs(value.ToDecimal(CultureInfo.InvariantCulture))
            : Math.Abs(number);
    }

    static string Escape(string literal) =>
        string.Concat(literal.Select(letter => "\\" + letter));

    static bool IsZero(string body) => body.Where(char.IsDigit).All(digit => digit == '0');
}
