using System.Globalization;

namespace Reporting.Warehouse.Assessment.Scoring;

enum Lack { none, not_here, unknown }

/// <summary>What a rule goes by: a completion as a fraction, or a number of cases; in words, from where.</summary>
sealed record Quantity(decimal Value, string Words, Lack Lack)
{
    /// <summary>
    /// 达标 as the commitment was judged, with its tolerance and its strictness; null where nothing has judged it but the fraction. A fraction
    /// alone says otherwise of 49 % that are "50 % 左右", and of 100 where more than 100 was promised.
    /// </summary>
    public bool? IsReached { get; init; }

    /// <summary>The completion as rules see it that ask whether the number was reached: never short of all where it was, never all where it was not.</summary>
    public decimal Standard => IsReached switch { true => Math.Max(1, Value), false => Math.Min(1 - JustBelow, Value), _ => Value };

    /// <summary>Decimals of a completion: the words show all of them, so that the points can be worked out again from what is printed.</summary>
    const int Decimals = 6;
    const decimal JustBelow = 0.000001m;

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
