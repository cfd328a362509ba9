namespace Reporting.Portal.Demo;

/// <summary>A whole number shared out so that the shares are whole numbers and add up to it (largest remainder).</summary>
static class Apportioned
{
    public static int[] Among(int total, IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        if (sum <= 0) return new int[weights.Count];
        var exact = weights.Select(weight => total * weight / sum).ToArray();
        var shares = exact.Select(share => (int)Math.Floor(share)).ToArray();
        var byRemainder = Enumerable.Range(0, shares.Length).OrderByDescending(index => exact[index] - shares[index]).ThenBy(index => index);
        foreach (var index in byRemainder.Take(total - shares.Sum())) shares[index]++;
        return shares;
    }
}
