namespace Reporting.Portal.Demo;

/// <summary>How large an element is in one district of the demo, and how it develops.</summary>
/// <param name="Level">A flow's year, a stock's year-end, at factor 1.</param>
/// <param name="Factors">Of the years 2020, 2021, 2022, 2023: a flow's whole year, a stock's level at the end of it.</param>
sealed record DemoProfile(double Level, params double[] Factors)
{
    const int FirstYear = 2020;

    /// <summary>The element it is a part of; then <see cref="Factors"/> are its shares of that.</summary>
    public string? Of { get; init; }

    /// <summary>Set once a year and unchanged until the next (standards, averages).</summary>
    public bool SetYearly { get; init; }

    public static DemoProfile Part(string of, params double[] shares) => new(0, shares) { Of = of };

    public static DemoProfile Yearly(double level, params double[] factors) => new(level, factors) { SetYearly = true };

    public double Factor(int year) => Factors.Length == 0 ? 1 : Factors[Math.Clamp(year - FirstYear, 0, Factors.Length - 1)];

    /// <summary>A stock's level at the end of a month: on its way from one year-end to the next.</summary>
    public double LevelAt(DateOnly month) => Level * (Factor(month.Year - 1) + (Factor(month.Year) - Factor(month.Year - 1)) * month.Month / 12);
}
