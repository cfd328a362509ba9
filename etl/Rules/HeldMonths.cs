using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Rules;

/// <summary>Held periods in a row: of the year up to one of them, or the year before one of them.</summary>
static class HeldMonths
{
    /// <summary>The sum from the year's first period through this one; null unless each of them is held.</summary>
    public static decimal? Sum(CheckedTable table, FormLine line, Period through)
    {
        decimal? sum = 0m;
        for (var period = through; sum is not null && period.Start.Year == through.Start.Year; period = period.Next(-1))
            sum += table.HeldValue(line, Basis.in_period, period);
        return sum;
    }

    /// <summary>What is held of the twelve months before the table's period, the latest first; gaps are left out.</summary>
    public static IReadOnlyList<decimal> Before(CheckedTable table, FormLine line)
    {
        var values = new List<decimal>();
        var first = table.Period.Start.AddYears(-1);
        for (var period = table.Period.Next(-1); period.Start >= first; period = period.Next(-1))
            if (table.HeldValue(line, Basis.in_period, period) is { } value) values.Add(value);
        return values;
    }
}
