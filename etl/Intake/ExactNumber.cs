using System.Globalization;

namespace Reporting.Etl.Intake;

/// <summary>Reads a written number as the exact decimal that Excel would show: at most 15 significant digits.</summary>
static class ExactNumber
{
    const int MostDigits = 15;

    /// <summary>
    /// False for what is no number, or one too large for a decimal. <paramref name="plain"/> tells that the text is already
    /// spelled as the decimal would be (no sign to drop, no needless zeros, no exponent).
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal value, out bool plain)
    {
        var index = text is ['-', ..] ? 1 : 0;
        var (mantissa, digits, scale, seenPoint) = (0UL, 0, 0, false);
        for (; index < text.Length; index++)
        {
            var letter = text[index];
            if (letter == '.' && !seenPoint) { seenPoint = true; continue; }
            if (letter is < '0' or > '9' || digits == MostDigits) return TryReadRounded(text, out value, out plain);
            mantissa = mantissa * 10 + (ulong)(letter - '0');
            if (mantissa > 0) digits++;
            if (seenPoint) scale++;
        }
        var written = (scale, text.Length);
        while (scale > 0 && mantissa % 10 == 0) (mantissa, scale) = (mantissa / 10, scale - 1);
        var negative = text is ['-', ..] && mantissa > 0;
        plain = written.scale == scale && seenPoint == scale > 0 && text is not ['-', '0'] && !HasNeedlessZero(text);
        if (scale > 28 || text.IndexOfAnyInRange('0', '9') < 0) return TryReadRounded(text, out value, out plain);
        value = new((int)mantissa, (int)(mantissa >> 32), 0, negative, (byte)scale);
        return true;
    }

    /// <summary>The decimal in plain notation.</summary>
    public static string Write(decimal value, TextPool pool)
    {
        Span<char> buffer = stackalloc char[64];
        value.TryFormat(buffer, out var length, default, CultureInfo.InvariantCulture);
        return pool.Get(buffer[..length]);
    }

    /// <summary>True for 007, -01 and .5: not what the decimal would be written as.</summary>
    public static bool HasNeedlessZero(ReadOnlySpan<char> text)
    {
        var digits = text.TrimStart('-');
        return digits is ['.', ..] or ['0', >= '0' and <= '9', ..];
    }

    // The long way: through the double that Excel computes with (0.30000000000000004, 1.5E-7).
    static bool TryReadRounded(ReadOnlySpan<char> text, out decimal value, out bool plain)
    {
        (value, plain) = (0, false);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return false;
        Span<char> buffer = stackalloc char[32];
        number.TryFormat(buffer, out var length, "E14", CultureInfo.InvariantCulture);
        var exponent = buffer[..length].IndexOf('E');
        var mantissa = buffer[..exponent].TrimEnd('0').TrimEnd('.');
        Span<char> shortest = stackalloc char[32];
        mantissa.CopyTo(shortest);
        buffer[exponent..length].CopyTo(shortest[mantissa.Length..]);
        if (!decimal.TryParse(shortest[..(mantissa.Length + length - exponent)], NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return false;
        if (value == 0) value = 0m; // no negative zero
        return true;
    }
}
