using System.Globalization;
using System.Text;
using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Tests.Answers;
using Reporting.Tests.LeftOut;
using Reporting.Warehouse;

namespace Reporting.Tests.Corpus;

/// <summary>Real workbooks from everywhere, each with a cell marked: nothing else changes, and they read as before.</summary>
public class MarkedCorpusTests
{
    [FactWhere(Need.Corpus)]
    public void Every_readable_workbook_can_be_marked()
    {
        var files = Directory.GetFiles(Needs.CorpusFolder!, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length < 2_000_000).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        var problems = files.Select(Problem).OfType<string>().ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    static string? Problem(string file)
    {
        var original = File.ReadAllBytes(file);
        var read = FileReader.Read(original, Path.GetFileName(file), new());
        if (read.Sheets.FirstOrDefault(sheet => sheet.Cells.Count > 0) is not { } sheet || read.Rows is not null) return null;
        var first = sheet.Cells[^1];
        var findings = new[] { MarkedBooks.Finding("value_required", Severity.error, Address.Of(first.Row, first.Column), sheet.Name) };
        foreach (var audience in Enum.GetValues<Audience>())
        {
            if (MarkedWorkbook.Of(original, read, MarkedBooks.Answer(findings, Path.GetFileName(file)), audience, new()) is not { } marked) return $"{file}: not marked";
            var again = FileReader.Read(marked.Bytes, "marked.xlsx", new());
            if (Values(again) != Values(read)) return $"{file}: reads otherwise for {audience}: {Difference(Values(read), Values(again))}";
            if (again.Marks.Count != 2) return $"{file}: {again.Marks.Count} sheets of ours";
            if (audience == Audience.sender && read.Format == "xlsx" && Changed(original, marked.Bytes) is { Count: > 0 } changed) return $"{file}: {string.Join(' ', changed)}";
            if (MarkedWorkbook.Of(marked.Bytes, again, MarkedBooks.Answer([], "marked.xlsx"), audience, new()) is not { } clean) return $"{file}: not marked again";
            if (Encoding.UTF8.GetString(MarkedBooks.Parts(clean.Bytes)["[Content_Types].xml"]).Length == 0 || Values(FileReader.Read(clean.Bytes, "clean.xlsx", new())) != Values(read)) return $"{file}: reads otherwise when marked again";
        }
        return null;
    }

    static string Difference(string was, string becomes)
    {
        var same = was.Zip(becomes).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"“{was[Math.Max(0, same - 20)..Math.Min(was.Length, same + 30)]}” becomes “{becomes[Math.Max(0, same - 20)..Math.Min(becomes.Length, same + 30)]}”";
    }

    // A number in the shortest spelling, whatever zeros a CSV wrote behind it; line ends as cells have them.
    static string Values(ReadFile read) => string.Join('\n', read.Sheets.Select(sheet => string.Join(' ', sheet.Cells.Select(cell =>
        $"{cell.Row}:{cell.Column}{(cell.Kind == CellKind.Number ? (cell.Number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : cell.Text.Replace("\r\n", "\n", StringComparison.Ordinal))}")) + string.Join(' ', sheet.Merges)));

    static List<string> Changed(byte[] original, byte[] marked)
    {
        var (was, becomes) = (MarkedBooks.Parts(original), MarkedBooks.Parts(marked));
        return [.. was.Where(part => !becomes.TryGetValue(part.Key, out var now) || !part.Value.AsSpan().SequenceEqual(now)).Select(part => part.Key.Replace('\\', '/')).Where(part =>
            !(part is "[Content_Types].xml" || part.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith("workbook.xml.rels", StringComparison.OrdinalIgnoreCase) || part.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase)
                || part.Contains("sheets/", StringComparison.OrdinalIgnoreCase) || part.Contains("comments", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".vml", StringComparison.OrdinalIgnoreCase)))];
    }
}
