using System.Globalization;

namespace Reporting.Warehouse.Assessment.Scoring;

enum Lack { none, not_here, unknown }

/// <summary>What a rule goes by: a completion as a fraction, or a number of cases; in words, from where.</summary>
sealed record Quantity(decimal Value, string Words, Lack Lack)
{
    /// <summary>Decimals of a completion: the words show all of them, so that the points can be worked out again from what is printed.</summary>
    const int Decimals = 6;

    /// <summary>The rule does not speak of this unit, or not yet.</summary>
    public static Quantity NotHere(string words) => new(0, words, Lack.not_here);

    public static Quantity Unknown(string words) => new(0, words, Lack.unknown);

    public static Quantity Completion(decimal fraction, Func<string, string> words)
    {
        var kept = Math.Max(0, Figures.Round(fraction, Decimals));
        return new(kept, words(Percent(kept)), Lack.none);
    }

    public static Quantity Cases(decimal count, string words) => new(count, words, Lack.none);

    public static string Percent(decimal fraction) => $"{(fraction * 100).ToString("0.####", CultureInfo.InvariantCulture)}%";

    public static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
