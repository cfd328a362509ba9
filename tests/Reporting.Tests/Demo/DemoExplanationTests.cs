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
        var wrong = pairs.Select(pair => (pair, Said: Said(pair), Recomputed: Recomputed(pair))).Where(one => one.Said != one.Recomputed).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>All kinds in turn, units and the districts themselves among them; the same pairs at every run.</summary>
    List<Pair> Drawn()
    {
        var random = new Random(20);
        var all = new[] { DemoRun.Chongming, DemoRun.Songjiang }.SelectMany(district => run.AskJson("assess", "--district", district, "--year", $"{Year}").GetProperty("commitments").EnumerateArray()
            .Where(one => one.GetProperty("inputs").GetArrayLength() > 0 && one.GetProperty("inputs")[0].GetProperty("value").ValueKind == JsonValueKind.Number)
            .SelectMany(one => Units(district).Select(org => new Pair(district, one.GetProperty("id").GetString()!, one.GetProperty("kind").GetString()!, org)))).ToArray();
        random.Shuffle(all);
        var byKind = all.Where(pair => Figure(pair) is not null).GroupBy(pair => pair.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => kind.ToList()).ToList();
        return [.. Enumerable.Range(0, Pairs).SelectMany(round => byKind.Where(kind => round < kind.Count).Select(kind => kind[round])).Take(Pairs)];
    }

    IEnumerable<string> Units(string district) =>
        [district, .. run.Office.Warehouse.Definitions.Current.OrgUnits.Where(unit => unit.District == district && unit.Kind == OrgUnitKind.township && unit.ValidTo is null).Select(unit => unit.Code).Take(4)];

    // The first figure that an explanation stands on; null where the unit has none.
    JsonElement? Figure(Pair pair) => Explained(pair).GetProperty("inputs").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } input
        && input.GetProperty("value").ValueKind == JsonValueKind.Number ? input : null;

    JsonElement Explained(Pair pair) => run.AskJson("explain", pair.Commitment, "--year", $"{Year}", "--org", pair.Org).GetProperty("commitments")[0];

    /// <summary>The number in the words of the first 依据, which is what a person reads.</summary>
    decimal Said(Pair pair)
    {
        var input = Figure(pair)!.Value;
        var lead = $"依据：{input.GetProperty("what").GetString()} {input.GetProperty("period").GetString()} ";
        var line = Explained(pair).GetProperty("explanation").GetString()!.Split('\n').First(line => line.StartsWith(lead, StringComparison.Ordinal));
        return decimal.Parse(new string([.. line[lead.Length..].TakeWhile(sign => char.IsAsciiDigit(sign) || sign is ',' or '.' or '-')]), NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    decimal Recomputed(Pair pair)
    {
        var catalog = run.Office.Warehouse.Definitions.Current;
        var commitment = catalog.Plans.SelectMany(plan => plan.Commitments).Single(one => one.Id == pair.Commitment);
        var indicator = catalog.Indicator(commitment.Indicator!, new(Year, 1, 1))!;
        var addends = run.AskJson("lineage", "--district", pair.District, "--indicator", indicator.Id, "--year", $"{Year}", "--org", pair.Org, "--through", $"{Month(pair)}")
            .GetProperty("addends").EnumerateArray().ToList();
        Assert.NotEmpty(addends);
        var (above, below) = (Sum(indicator.Numerator, addends), indicator.Denominator.Count == 0 ? 1 : Sum(indicator.Denominator, addends));
        var value = above / below * (indicator.Denominator.Count > 0 && indicator.Unit == "%" ? 100 : 1);
        return Math.Round(value, 4, MidpointRounding.AwayFromZero);
    }

    // A level that is kept is told at its worst check point: 2022年7月末.
    int Month(Pair pair) => Figure(pair)!.Value.GetProperty("period").GetString()! is var period && period.EndsWith("月末", StringComparison.Ordinal)
        ? int.Parse(period[(period.IndexOf('年', StringComparison.Ordinal) + 1)..^2], CultureInfo.InvariantCulture) : 12;

    decimal Sum(IReadOnlyList<Term> terms, List<JsonElement> addends) => terms.Sum(term =>
    {
        var own = addends.Where(addend => Text(addend, "element") == term.Element && Text(addend, "breakdown") == term.Breakdown).ToList();
        return term.Factor * own.Sum(Cell);
    });

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
