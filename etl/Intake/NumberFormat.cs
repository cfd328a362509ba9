namespace Reporting.Etl.Intake;

/// <summary>What a number format makes of a number.</summary>
enum NumberLook : byte { Plain, Percent, Date }

/// <summary>Tells from Excel's number format whether a number is a date or a percentage. Elapsed times such as [h]:mm stay numbers.</summary>
static class NumberFormat
{
    /// <summary>The formats that every Excel knows by number; 27–36 and 50–58 are dates in East Asian ones, 67–81 are Thai.</summary>
    public static NumberLook OfBuiltIn(int id) => id switch
    {
        9 or 10 or 67 or 68 => NumberLook.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58) or (>= 71 and <= 81) => NumberLook.Date,
        _ => NumberLook.Plain,
    };

    /// <summary>A format as web pages and XML Spreadsheet 2003 write it: by one of Excel's English names, else by its code.</summary>
    public static NumberLook OfNamed(string nameOrCode) => nameOrCode switch
    {
        "Percent" => NumberLook.Percent,
        "General Date" or "Long Date" or "Medium Date" or "Short Date" or "Long Time" or "Medium Time" or "Short Time" => NumberLook.Date,
        "General Number" or "Currency" or "Euro Currency" or "Fixed" or "Standard" or "Scientific" or "Yes/No" or "True/False" or "On/Off" => NumberLook.Plain,
        _ => Of(nameOrCode),
    };

    /// <summary>The code that one of Excel's English names stands for; what is no such name is a code itself.</summary>
    public static string CodeOfNamed(string nameOrCode) => nameOrCode switch
    {
        "Percent" => "0.00%",
        "Short Date" or "Medium Date" => "yyyy\\-mm\\-dd",
        "Long Date" => "yyyy\"年\"m\"月\"d\"日\"",
        "General Date" => "yyyy\\-mm\\-dd\\ hh:mm",
        "Long Time" or "Medium Time" or "Short Time" => "hh:mm:ss",
        "Fixed" => "0.00",
        "Standard" or "Currency" or "Euro Currency" => "#,##0.00",
        "Scientific" => "0.00E+00",
        "" or "General Number" or "Yes/No" or "True/False" or "On/Off" => "General",
        _ => nameOrCode,
    };

    /// <summary>Only the first section counts, the one for positive numbers. Quoted, escaped and bracketed parts are only shown.</summary>
    public static NumberLook Of(ReadOnlySpan<char> code)
    {
        var look = NumberLook.Plain;
        var digitsSeen = false;
        for (var index = 0; index < code.Length && code[index] != ';'; index++)
        {
            var rest = code[index..];
            if (rest.StartsWith("General", StringComparison.OrdinalIgnoreCase)) { index += "General".Length - 1; continue; }
            switch (code[index])
            {
                case '"': index += Beyond(rest[1..], '"'); break;
                case '[' when IsElapsed(rest): return NumberLook.Plain;
                case '[': index += Beyond(rest[1..], ']'); break;
                case '\\' or '_' or '*': index++; break; // the next sign is shown, left as a gap, or repeated
                case '0' or '#' or '?': digitsSeen = true; break;
                case '%': look = NumberLook.Percent; break;
                case 'E' or 'e' when rest.Length > 1 && rest[1] is '+' or '-': digitsSeen = true; break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'e' or 'E' when !digitsSeen: return NumberLook.Date;
            }
        }
        return look;
    }

    static int Beyond(ReadOnlySpan<char> rest, char end) => rest.IndexOf(end) is >= 0 and var at ? at + 1 : rest.Length;

    static bool IsElapsed(ReadOnlySpan<char> rest) => rest.Length > 2 && rest[1..].IndexOf(']') is > 0 and var end
        && rest.Slice(1, end).TrimStart("hHmMsS").IsEmpty;
}
