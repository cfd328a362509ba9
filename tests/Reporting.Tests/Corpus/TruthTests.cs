using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Etl;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Tests.LeftOut;

namespace Reporting.Tests.Corpus;

/// <summary>Published sheets whose parts people have written down: what <c>inspect --json</c> prints is compared with what is true.</summary>
public class TruthTests
{
    /// <summary>The truths' words for periods, as periods are spelled. Months without an end, as in a time series, are no period.</summary>
    static readonly Dictionary<string, string?> Spelled = new()
    {
        ["2015-2024"] = "2015/2024", ["2000-2019 (时间：最近20年), newest first"] = "2000/2019", ["2016 and 2017 (two year groups in header)"] = "2016/2017",
        ["2023年11月, spread over cells J2,K2,L2,M2"] = "2023-11", ["2024年12月 (D2)"] = "2024-12",
        ["monthly 2020年4月 … newest first, January missing every year"] = null,
    };

    public static TheoryData<string> Truths => [.. Directory.GetFiles(Path.Combine(Needs.CorpusFolder!, "truth"), "*.json").Select(file => Path.GetFileName(file)).Order()];

    [TheoryWhere(Need.Corpus), MemberData(nameof(Truths))]
    public void A_sheet_is_understood_as_people_read_it(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Needs.CorpusFolder!, "truth", name)));
        Assert.Equal("", string.Join("; ", Differences(document.RootElement)));
    }

    static IEnumerable<string> Differences(JsonElement truth)
    {
        var path = Path.Combine(Needs.CorpusFolder!, truth.GetProperty("file").GetString()!);
        var read = FileReader.Read(File.ReadAllBytes(path), Path.GetFileName(path), new ReadLimits());
        if (read.Sheets.Count == 0) return [read.Findings[0].Code];
        var shown = Inspection.Describe(read, ShippedCatalog.Catalog, new MatchHints(null, Path.GetFileName(path), null, null, null), TimeSpan.Zero);
        var sheet = shown["sheets"]!.AsArray().First(sheet => truth.GetProperty("sheet").GetString() is not { } wanted || (string?)sheet!["name"] == wanted)!;
        return sheet["tables"]!.AsArray() is [{ } table, ..] ? [.. Differences(truth, table), .. Cells(truth, sheet["cells"]!)] : ["no table"];
    }

    static IEnumerable<string> Differences(JsonElement truth, JsonNode table)
    {
        var header = truth.GetProperty("header_rows").EnumerateArray().Select(row => row.GetInt32()).ToList();
        var totals = truth.GetProperty("total_rows").EnumerateArray().Select(row => row.GetInt32());
        (string Part, string? Wanted, string? Got)[] parts =
        [
            ("title", Bare(truth.GetProperty("title").GetString()), Bare((string?)table["title"])),
            ("unit", truth.GetProperty("unit").GetString(), (string?)table["unit"]),
            ("header", $"[{header[0]},{header[^1]}]", table["header_rows"]?.ToJsonString()),
            ("first row", Number(truth, "first_data_row"), table["first_data_row"]?.ToString()),
            ("last row", Number(truth, "last_data_row"), table["last_data_row"]?.ToString()),
            ("labels", truth.GetProperty("row_label_column").GetString(), (string?)table["row_label_column"]),
            ("totals", string.Join(',', totals), string.Join(',', table["total_rows"]!.AsArray().Select(row => row!.ToString()))),
            .. truth.GetProperty("period").GetString() is { } words && Spelled.GetValueOrDefault(words, words) is { } period
                ? new[] { ("period", (string?)period, (string?)table["period"]) } : [],
            .. truth.TryGetProperty("unit_by_column", out var units)
                ? units.EnumerateObject().Select(unit => ($"unit of {unit.Name}", unit.Value.GetString(), (string?)Column(table, unit.Name)?["unit"])) : [],
        ];
        return parts.Where(part => part.Wanted != part.Got).Select(part => $"{part.Part} {part.Got ?? "none"} for {part.Wanted ?? "none"}");
    }

    /// <summary>Sample cells are text or numbers; a number may be stored as text and the other way round.</summary>
    static IEnumerable<string> Cells(JsonElement truth, JsonNode cells) =>
        from sample in truth.GetProperty("sample_cells").EnumerateObject()
        let wanted = sample.Value.ValueKind == JsonValueKind.String ? sample.Value.GetString()! : sample.Value.GetRawText()
        let got = (string?)cells[sample.Name]?["text"]
        where got is null ? wanted.Length > 0 : Plain(got) != Plain(wanted)
        select $"{sample.Name} “{got ?? "none"}” for “{wanted}”";

    static string Plain(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("0.############", CultureInfo.InvariantCulture) : text.ReplaceLineEndings("\n");

    static JsonNode? Column(JsonNode table, string letter) => table["columns"]!.AsArray().FirstOrDefault(column => (string?)column!["letter"] == letter);

    static string? Number(JsonElement truth, string key) => truth.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : null;

    static string? Bare(string? words) => words is null ? null : string.Concat(words.Where(letter => !char.IsWhiteSpace(letter)));
}
