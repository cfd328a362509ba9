using System.Globalization;

namespace Reporting.Portal.Commands;

/// <summary>Numbers as every verb prints them; for <c>using static</c>.</summary>
static class Digits
{
    /// <summary>Thousands grouped, at most four decimals; — where there is none.</summary>
    public static string Number(decimal? value) => value?.ToString("#,##0.####", CultureInfo.InvariantCulture) ?? "—";
}
