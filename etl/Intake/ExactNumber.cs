using System.Globalization;

namespace Reporting.Etl.Intake;

/// <summary>
/// Reads a written number as the exact decimal that Excel would show: at most 15 significant digits, the rest rounded half up.
/// Whole numbers only, no detour through a double: 0.30000000000000004 is 0.3, 1.5E-7 is 0.00000015.
/// </summary>
static class ExactNumber
{
    const int MostDigits = 15;
    const int DigitsHeld = 18; // what an unsigned long surely holds; the digits after it are far below half a unit
    const int MostScale = 28;

    /// <summary>
    /// False for what is no number, or one too large for a decimal. <paramref name="plain"/> tells that the text is already
    /// spelled as the decimal would be (no sign to drop, no needless zeros, no exponent).
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal value, out bool plain)
    {
        (value, plain) = (0, false);
        var exponentAt = text.IndexOfAny('E', 'e');
        var exponent = 0;
        if (exponentAt >= 0 && !int.TryParse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) return false;
        var written = exponentAt < 0 ? text : text[..exponentAt];
        if (!TryReadDigits(written, out var mantissa, out var digits, out var scale)) return false;
        var point = written.IndexOf('.');
        plain = exponentAt < 0 && digits <= MostDigits && written is not (['-', '0'] or ['+', ..]) && !HasNeedlessZero(written) && (point < 0 || written[^1] is not ('0' or '.'));
        return TryMake(mantissa, digits, scale - (long)exponent, written is ['-', ..], out value);
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

    static bool TryReadDigits(ReadOnlySpan<char> text, out ulong mantissa, out int digits, out int scale)
    {
        (mantissa, digits, scale) = (0, 0, 0);
        var (seenDigit, seenPoint) = (false, false);
        for (var index = text is ['-', ..] or ['+', ..] ? 1 : 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (letter == '.' && !seenPoint) { seenPoint = true; continue; }
            if (letter is < '0' or > '9') return false;
            seenDigit = true;
            if (digits < DigitsHeld)
            {
                mantissa = mantissa * 10 + (ulong)(letter - '0');
                if (mantissa > 0) digits++;
                if (seenPoint) scale++;
            }
            else if (!seenPoint) scale--;
        }
        return seenDigit;
    }

    static bool TryMake(ulong mantissa, int digits, long scale, bool negative, out decimal value)
    {
        value = 0;
        for (; digits > MostDigits + 1 || (scale > MostScale + 1 && mantissa > 0); digits--) (mantissa, scale) = (mantissa / 10, scale - 1);
        if (digits > MostDigits || scale > MostScale) (mantissa, scale) = ((mantissa + 5) / 10, scale - 1);
        if (mantissa == 0) return true; // no negative zero
        for (; scale > 0 && mantissa % 10 == 0; scale--) mantissa /= 10;
        if (scale < -MostScale) return false;
        value = new((int)mantissa, (int)(mantissa >> 32), 0, negative, (byte)Math.Max(0, scale));
        for (; scale < 0; scale++)
        {
            if (Math.Abs(value) > decimal.MaxValue / 10) return false;
            value *= 10;
        }
        return true;
    }
}
