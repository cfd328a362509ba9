using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Plans;

/// <summary>
/// The by-hand lists of every number in the two plan texts against the shipped definitions: a number that is promised or stated is held by the
/// commitment that the list names, and no commitment is there that nobody found in the text.
/// </summary>
public class PlanNumbersTests
{
    static readonly Catalog Catalog = DefinitionBody.CatalogFrom(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null));
    static readonly Dictionary<string, Commitment> Commitments = Catalog.Plans.SelectMany(plan => plan.Commitments).ToDictionary(commitment => commitment.Id);

    static readonly string[] Both = ["chongming-145", "songjiang-145"];

    public static TheoryData<string> Texts => [.. Both];

    [Fact]
    public void Both_plans_and_both_reviews_are_there() => Assert.Equal(
        [("chongming-135", 2016, 2020), ("chongming-145", 2021, 2025), ("songjiang-135", 2016, 2020), ("songjiang-145", 2021, 2025)],
        Catalog.Plans.Select(plan => (plan.Id, plan.FirstYear, plan.LastYear)).Order());

    [Theory, MemberData(nameof(Texts))]
    public void A_number_is_held_by_a_commitment_or_has_a_reason(string text) => Assert.All(PlanNumber.Of(text), row =>
    {
        Assert.True(row.HeldBy.Count > 0 != row.Why.Length > 0, $"{text}:{row.Line} {row.Around}: a holder or a reason, not both");
        Assert.All(row.HeldBy, held => Assert.Contains(held.As, PlanNumber.Ways));
    });

    [Theory, MemberData(nameof(Texts))]
    public void The_commitment_holds_the_number_that_was_read(string text) => Assert.All(PlanNumber.Of(text), row =>
    {
        foreach (var (id, way) in row.HeldBy)
        {
            Assert.True(Commitments.TryGetValue(id, out var commitment), $"{text}:{row.Line} names {id}, which is not defined");
            Assert.True(Holds(commitment, way, row), $"{text}:{row.Line} {row.Number}: {id} does not hold it as {way}");
        }
    });

    [Fact]
    public void Every_commitment_was_found_in_the_text_by_hand()
    {
        var named = Both.SelectMany(PlanNumber.Of).SelectMany(row => row.HeldBy).Select(held => held.Commitment).ToHashSet();
        Assert.DoesNotContain(Commitments.Keys, id => !named.Contains(id));
    }

    /// <summary>Rows of one number in one line may be told apart only by their words: each stands once.</summary>
    [Theory, MemberData(nameof(Texts))]
    public void No_row_stands_twice(string text)
    {
        var rows = PlanNumber.Of(text).Where(row => row.Number == PlanNumber.Words).Select(row => (row.Line, row.Around)).ToList();
        Assert.Equal(rows.Distinct(), rows);
    }

    static bool Holds(Commitment commitment, string way, PlanNumber row) => way switch
    {
        "value" => Same(commitment.Value, commitment.Unit, row),
        "upper" => Same(commitment.Upper, commitment.Unit, row),
        "revision" => commitment.Revisions!.Any(revision => Same(revision.Value, commitment.Unit, row)),
        "stated" => Same(commitment.Stated?.Value, commitment.Stated?.Unit ?? commitment.Unit, row),
        "base" => commitment.BaseYear == row.Value,
        "words" => row.Number == PlanNumber.Words,
        _ => commitment.Clause.Replace(" ", "", StringComparison.Ordinal).Contains(row.Number, StringComparison.Ordinal),
    };

    // 每年减少约1504人 is a change of −1504.
    static bool Same(decimal? held, string unit, PlanNumber row) =>
        held is { } value && row.Value == Math.Abs(value) * (unit.StartsWith('万') ? 10_000 : 1);
}
