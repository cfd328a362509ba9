using System.Globalization;
using System.Text;

namespace ExcelNumberFormat;

/// <summary>Dates as day numbers: 1 is 1900-01-01, and 60 the day that 1900 never had.</summary>
static class SerialDate
{
    const double AfterLastDay = 2958466;

    public static bool Holds(double serial) => serial is >= 0 and < AfterLastDay;

    // Day numbers up to 60 are one day off the .NET count, because of the day that never was.
    public static DateTime ToDate(double serial) => DateTime.FromOADate(serial is >= 1 and < 60 ? serial + 1 : serial);
}

static class DateWriter
{
    public static string Write(Section section, DateTime date, CultureInfo culture)
    {
        var tokens = section.Tokens;
        var halves = tokens.Any(token => token.Kind == TokenKind.Date && token.Text.Contains('/'));
        var text = new StringBuilder();
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            text.Append(token.Kind != TokenKind.Date ? token.Text
                : token.Text[0] == 'm' && IsMinute(tokens, index) ? Minute(token.Text, date)
                : Part(token.Text, date, halves, culture));
        }

        return text.ToString();
    }

    static string Part(string part, DateTime date, bool halves, CultureInfo culture) => part switch
    {
        "y" or "yy" => Two(date.Year % 100),
        ['y', ..] => date.Year.ToString("0000", CultureInfo.InvariantCulture),
        "m" => One(date.Month),
        "mm" => Two(date.Month),
        "mmm" => culture.DateTimeFormat.GetAbbreviatedMonthName(date.Month),
        "mmmmm" => culture.DateTimeFormat.GetMonthName(date.Month)[..1],
        ['m', ..] => culture.DateTimeFormat.GetMonthName(date.Month),
        "d" => One(date.Day),
        "dd" => Two(date.Day),
        "ddd" => culture.DateTimeFormat.GetAbbreviatedDayName(date.DayOfWeek),
        ['d', ..] => culture.DateTimeFormat.GetDayName(date.DayOfWeek),
        "h" => One(Hour(date, halves)),
        ['h', ..] => Two(Hour(date, halves)),
        "s" => One(date.Second),
        ['s', ..] => Two(date.Second),
        ['.', .. var zeros] => Fraction(date, zeros.Length, culture),
        _ => part.Split('/')[date.Hour < 12 ? 0 : 1],
    };

    // The letter m stands for minutes right after hours or right before seconds, else for months.
    static bool IsMinute(IReadOnlyList<Token> tokens, int index)
    {
        var before = tokens.Take(index).LastOrDefault(token => token.Kind == TokenKind.Date);
        var after = tokens.Skip(index + 1).FirstOrDefault(token => token.Kind == TokenKind.Date);
        return before.Text is ['h', ..] || after.Text is ['s', ..];
    }

    static string Minute(string part, DateTime date) => part.Length == 1 ? One(date.Minute) : Two(date.Minute);

    static int Hour(DateTime date, bool halves) => halves ? (date.Hour + 11) % 12 + 1 : date.Hour;

    static string Fraction(DateTime date, int digits, CultureInfo culture)
    {
        var ticks = (date.Ticks % TimeSpan.TicksPerSecond).ToString("0000000", CultureInfo.InvariantCulture);
        return culture.NumberFormat.NumberDecimalSeparator + ticks.PadRight(digits, '0')[..digits];
    }

    static string One(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
