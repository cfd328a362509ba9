using System.Text.Json;
using Reporting.Etl.Intake;
using Reporting.Etl.Sheets;
using Reporting.Tests.LeftOut;

namespace Reporting.Tests.Corpus;

/// <summary>Published sheets whose parts people have written down: what is understood is compared with what is true.</summary>
public class TruthTests
{
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
        var sheet = read.Sheets.First(sheet => truth.GetProperty("sheet").GetString() is not { } wanted || sheet.Name == wanted);
        return TableFinder.Find(sheet) is [var table, ..] ? Differences(truth, table) : ["no table"];
    }

    static IEnumerable<string> Differences(JsonElement truth, UnderstoodTable table)
    {
        var header = truth.GetProperty("header_rows").EnumerateArray().Select(row => row.GetInt32()).ToList();
        (string Part, string? Wanted, string? Got)[] parts =
        [
            ("title", Bare(truth.GetProperty("title").GetString()), Bare(table.Title)),
            ("header", $"{header[0]}-{header[^1]}", $"{table.HeaderFirstRow}-{table.HeaderLastRow}"),
            ("first row", Number(truth, "first_data_row"), table.Rows.Count == 0 ? null : $"{table.FirstDataRow}"),
            ("last row", Number(truth, "last_data_row"), table.Rows.Count == 0 ? null : $"{table.LastDataRow}"),
            ("labels", truth.GetProperty("row_label_column").GetString(), table.RowLabelColumn is { } column ? Address.Letters(column) : null),
        ];
        return parts.Where(part => part.Wanted != part.Got).Select(part => $"{part.Part} {part.Got ?? "none"} for {part.Wanted ?? "none"}");
    }

    static string? Number(JsonElement truth, string key) => truth.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : null;

    static string? Bare(string? words) => words is null ? null : string.Concat(words.Where(letter => !char.IsWhiteSpace(letter)));
}
