using System.Globalization;
using Reporting.Tests.Docs;

namespace Reporting.Tests.Plans;

/// <summary>One number of a plan's text as somebody read it: where it stands, and which commitments hold it, or why it promises nothing.</summary>
/// <param name="Number">As written with 万 and 亿, or <see cref="Words"/> for a promise in words.</param>
/// <param name="HeldBy">Commitment and the way it holds the number.</param>
sealed record PlanNumber(int Line, string Number, string Around, IReadOnlyList<(string Commitment, string As)> HeldBy, string Why)
{
    public const string Words = "（文字）";

    /// <summary>
    /// <c>value</c>, <c>upper</c>, <c>revision</c>, <c>stated</c>: the number is the definition's own; <c>base</c>: the base year; <c>input</c>: a figure that is
    /// loaded, of which the commitment's is computed; <c>clause</c>: a limit or a count that only the words hold; <c>words</c>: no number.
    /// </summary>
    public static readonly string[] Ways = ["value", "upper", "revision", "stated", "base", "input", "clause", "words"];

    public decimal? Value => Number switch
    {
        Words => null,
        [.. var digits, '万'] => decimal.Parse(digits, CultureInfo.InvariantCulture) * 10_000,
        [.. var digits, '亿'] => decimal.Parse(digits, CultureInfo.InvariantCulture) * 100_000_000,
        _ => decimal.TryParse(Number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null,
    };

    public static IReadOnlyList<PlanNumber> Of(string plan) => [.. Repository.Text($"tests/Reporting.Tests/Plans/{plan}-numbers.tsv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split('\t')).Select(Row)];

    static PlanNumber Row(string[] cells) => new(int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], cells[2],
        [.. cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(held => held.Split('=')).Select(held => (held[0], held[1]))], cells[4]);
}
