using System.Globalization;

namespace Reporting.Etl.Intake;

/// <summary>Days as Excel counts them, and back: yyyy-MM-dd, with the time after T where there is one, to the second.</summary>
static class ExcelDate
{
    public const int DaysTo1904 = 1462;
    const int PhantomDay = 60; // Excel believes in 1900-02-29
    const int EndOfTime = 2_958_466; // the day after 9999-12-31

    /// <summary>Null where the number is no day: a time of day only, the phantom day, out of range. Such a cell stays a number.</summary>
    public static string? Write(decimal serial, bool from1904)
    {
        var seconds = decimal.Round((serial - decimal.Floor(serial)) * 86400m);
        if (serial is <= -1 or >= EndOfTime) return null;
        var day = (int)decimal.Floor(serial) + (from1904 ? DaysTo1904 : 0);
        if (seconds == 86400m) (day, seconds) = (day + 1, 0);
        if (day is < 1 or PhantomDay or >= EndOfTime) return null;
        var moment = DateTime.FromOADate(day < PhantomDay ? day + 1 : day).AddSeconds((double)seconds);
        return Spell(moment);
    }

    /// <summary>An ISO date as strict files hold it; the serial is the one of the 1900 calendar.</summary>
    public static bool TryReadIso(ReadOnlySpan<char> text, out string written, out decimal serial)
    {
        (written, serial) = ("", 0);
        if (text is not [_, _, _, _, '-', _, _, '-', ..]) return false; // a time of day alone is no date
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)) return false;
        var days = moment.Ticks / (decimal)TimeSpan.TicksPerDay - new DateTime(1899, 12, 30).Ticks / TimeSpan.TicksPerDay;
        serial = decimal.Round(days <= PhantomDay ? days - 1 : days, 9);
        written = Spell(moment);
        return true;
    }

    static string Spell(DateTime moment) =>
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
