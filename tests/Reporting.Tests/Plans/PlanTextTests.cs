using Reporting.Tests.LeftOut;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Plans;

/// <summary>The plan texts themselves, where they lie beside the checkout, against the by-hand lists and the clauses.</summary>
public class PlanTextTests
{
    static readonly Catalog Catalog = DefinitionBody.CatalogFrom(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null));

    [TheoryWhere(Need.PlanTexts), InlineData("chongming"), InlineData("songjiang")]
    public void Every_number_of_the_text_is_in_the_list_and_every_row_is_in_the_text(string district)
    {
        var found = NumberScanner.Of(Needs.PlanText(district)).Select(number => (number.Line, number.Number, number.Around)).ToList();
        var listed = PlanNumber.Of($"{district}-145").Where(row => row.Number != PlanNumber.Words).Select(row => (row.Line, row.Number, row.Around)).ToList();
        Assert.True(found.Count > 100);
        Assert.Empty(found.Except(listed));
        Assert.Empty(listed.Except(found));
        Assert.Equal(found.Count, listed.Count);
    }

    [TheoryWhere(Need.PlanTexts), InlineData("chongming"), InlineData("songjiang")]
    public void Every_clause_stated_result_and_promise_in_words_stands_in_the_text(string district)
    {
        var text = NumberScanner.Bare(Needs.PlanText(district));
        foreach (var commitment in Catalog.Plans.Where(plan => plan.Id.StartsWith(district, StringComparison.Ordinal)).SelectMany(plan => plan.Commitments))
        {
            foreach (var part in commitment.Clause.Split(" / ")) Assert.True(text.Contains(NumberScanner.Bare(part), StringComparison.Ordinal), $"{commitment.Id}: {part}");
            if (commitment.Stated is { } stated) Assert.True(text.Contains(NumberScanner.Bare(stated.Words), StringComparison.Ordinal), $"{commitment.Id}: {stated.Words}");
            if (commitment.Tolerance is { } soft) Assert.Contains(soft, commitment.Clause, StringComparison.Ordinal);
        }
        foreach (var row in PlanNumber.Of($"{district}-145").Where(row => row.Number == PlanNumber.Words))
            Assert.True(text.Contains(NumberScanner.Bare(row.Around), StringComparison.Ordinal), $"line {row.Line}: {row.Around}");
    }
}
