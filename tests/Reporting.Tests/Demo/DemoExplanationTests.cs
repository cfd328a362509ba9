using System.Globalization;
using System.Text.Json;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Demo;

/// <summary>What explanations say of a figure, worked out again from the cells that lineage cites, as another library reads them.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoExplanationTests(DemoRun run)
{
    const int Pairs = 20, Year = 2022;

    [Fact]
    public void Twenty_explanations_come_out_of_the_cells_they_cite()
    {
        var pairs = Drawn();
        Assert.Equal(Pairs, pairs.Distinct().Count());
        Assert.True(pairs.Select(pair => pair.Kind).Distinct().Count() >= 9, string.Join(' ', pairs.Select(pair => pair.Kind).Distinct()));
        Assert.Contains(pairs, pair => pair.Org == pair.District);
        Assert.Contains(pairs, pair => pair.Org != pair.District);
        var wrong = pairs.Select(pair => (Pair: pair, Explained: Explained(pair))).Select(one => (one.Pair, Said: Said(one.Explained), Recomputed: Recomputed(one.Pair, one.Explained)))
            .Where(one => one.Said != one.Recomputed).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>All kinds in turn, units and the districts themselves among them; the same pairs at every run.</summary>
    List<Pair> Drawn()
    {
        var all = new[] { DemoRun.Chongming, DemoRun.Songjiang }.SelectMany(district => Units(district).SelectMany(org =>
            run.AskJson("assess", "--district", district, "--year", $"{Year}", "--org", org).GetProperty("commitments").EnumerateArray().Where(one => Figure(one) is not null)
                .Select(one => new Pair(district, Text(one, "id")!, Text(one, "kind")!, org)))).ToArray();
        new Random(20).Shuffle(all);
        var byKind = all.GroupBy(pair => pair.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => kind.ToList()).ToList();
        return [.. Enumerable.Range(0, Pairs).SelectMany(round => byKind.Where(kind => round < kind.Count).Select(kind => kind[round])).Take(Pairs)];
    }

    IEnumerable<string> Units(string district) =>
        [district, .. run.Office.Warehouse.Definitions.Current.OrgUnits.Where(unit => unit.District == district && unit.Kind == OrgUnitKind.township && unit.ValidTo is null).Select(unit => unit.Code).Take(4)];

    // The first figure that an evaluation stands on; null where the unit has none.
    static JsonElement? Figure(JsonElement one) => one.GetProperty("inputs").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } input
        && input.GetProperty("value").ValueKind == JsonValueKind.Number ? input : null;

    JsonElement Explained(Pair pair) => run.AskJson("explain", pair.Commitment, "--year", $"{Year}", "--org", pair.Org).GetProperty("commitments")[0];

    /// <summary>The number in the words of the first 依据, which is what a person reads.</summary>
    static decimal Said(JsonElement explained)
    {
        var input = Figure(explained)!.Value;
        var lead = $"依据：{Text(input, "what")} {Text(input, "period")} ";
        var line = Text(explained, "explanation")!.Split('\n').First(line => line.StartsWith(lead, StringComparison.Ordinal));
        return decimal.Parse(new string([.. line[lead.Length..].TakeWhile(sign => char.IsAsciiDigit(sign) || sign is ',' or '.' or '-')]), NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    decimal Recomputed(Pair pair, JsonElement explained)
    {
        var catalog = run.Office.Warehouse.Definitions.Current;
        var commitment = catalog.Plans.SelectMany(plan => plan.Commitments).Single(one => one.Id == pair.Commitment);
        var indicator = catalog.Indicator(commitment.Indicator!, new(Year, 1, 1))!;
        var (years, month) = Span(Text(Figure(explained)!.Value, "period")!);
        var addends = years.SelectMany(year => run.AskJson("lineage", "--district", pair.District, "--indicator", indicator.Id, "--year", $"{year}", "--org", pair.Org, "--through", $"{month}")
            .GetProperty("addends").EnumerateArray()).ToList();
        Assert.NotEmpty(addends);
        var (above, below) = (Sum(indicator.Numerator, addends), indicator.Denominator.Count == 0 ? 1 : Sum(indicator.Denominator, addends));
        return Math.Round(above / below * (indicator.Denominator.Count > 0 && indicator.Unit == "%" ? 100 : 1), 4, MidpointRounding.AwayFromZero);
    }

    // 2022年; 2021—2022年 of a plan's total; 2022年3月末, the worst check point of a level that is kept.
    static (IEnumerable<int> Years, int Month) Span(string period)
    {
        var (first, last) = (int.Parse(period[..4], CultureInfo.InvariantCulture), period.Contains('—', StringComparison.Ordinal) ? int.Parse(period[5..9], CultureInfo.InvariantCulture) : (int?)null);
        return (Enumerable.Range(first, (last ?? first) - first + 1), period.EndsWith("月末", StringComparison.Ordinal) ? int.Parse(period[5..^2], CultureInfo.InvariantCulture) : 12);
    }

    decimal Sum(IReadOnlyList<Term> terms, List<JsonElement> addends) => terms.Sum(term =>
        term.Factor * addends.Where(addend => Text(addend, "element") == term.Element && Text(addend, "breakdown") == term.Breakdown).Sum(Cell));

    decimal Cell(JsonElement addend)
    {
        // A nil return has no cell: it says that nothing occurred.
        if (Text(addend, "sha256") is not { } sha || Text(addend, "file")!.EndsWith(".json", StringComparison.Ordinal)) return addend.GetProperty("value").GetDecimal();
        var bytes = File.ReadAllBytes(Path.Combine(run.Program.Data.Archive, sha[..2], sha));
        Assert.Equal(sha, PlainSheet.Sha256(bytes));
        var sheet = PlainSheet.Of(bytes, Text(addend, "file")!, Text(addend, "sheet"));
        return sheet.Number(Text(addend, "cell")!)!.Value * sheet.Multiplier;
    }

    static string? Text(JsonElement addend, string key) => addend.GetProperty(key) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    sealed record Pair(string District, string Commitment, string Kind, string Org);
}
