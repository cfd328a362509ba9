using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Rules;

/// <summary>What is held of the same period and its neighbours in earlier years: a festival or a school year moves by a month.</summary>
/// <param name="Years">Years of which the same period itself is held, the latest first.</param>
/// <param name="Values">Of those years: the period, the one before and the one after, where held.</param>
sealed record Season(Period Period, IReadOnlyList<int> Years, IReadOnlyList<decimal> Values)
{
    const int MostYears = 3;

    /// <summary>Makes a spread around the median comparable to a standard deviation.</summary>
    const decimal SpreadOfNormal = 1.4826m;

    public static Season Of(CheckedTable table, FormLine line)
    {
        List<int> years = [.. Enumerable.Range(1, MostYears).Where(back => table.HeldValue(line, Basis.in_period, table.Period.YearsBack(back)) is not null)];
        var values = from back in years
                     from step in new[] { 0, -1, 1 }
                     let value = table.HeldValue(line, Basis.in_period, table.Period.YearsBack(back).Next(step))
                     where value is not null
                     select value.Value;
        return new(table.Period, [.. years.Select(back => table.Period.Start.Year - back)], [.. values]);
    }

    public string InWords => string.Join("、", Years.Select(year => $"{year}年"));

    public string InEnglish => string.Join(", ", Years);

    /// <summary>
    /// The condition that would pass; null where the value does. A season or a last year with a nought in it is one of bursts and says
    /// nothing; of one year its highest is the measure, of two or more the median and the spread around it.
    /// </summary>
    /// <param name="history">The last twelve months, the latest first: what has come to a new level stays there.</param>
    public string? OutOfIt(decimal value, IReadOnlyList<decimal> history, Func<string, decimal> parameter, int decimals = 4)
    {
        if (Values.Count < 3 || history.Count == 0 || Values.Contains(0) || history.Contains(0)) return null;
        var (least, most, middle, steady) = (Values.Min(), Values.Max(), JumpRules.Median(Values), parameter("steady"));
        var spread = SpreadOfNormal * JumpRules.Median([.. Values.Select(each => Math.Abs(each - middle))]);
        var highest = Years.Count < 2 ? parameter("times") * most
            : Math.Max(parameter("times") / 2 * most, middle + parameter("spread") * spread);
        highest = Math.Max(Math.Max(highest, most + steady), parameter("times") / 2 * history[0]);
        return value > highest ? $"≤ {Shown.Number(Shown.Below(highest, decimals))}" : value == 0 && Math.Min(least, history[0]) > steady ? "> 0" : null;
    }
}
