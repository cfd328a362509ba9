using System.Globalization;
using Reporting.Etl.Intake;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Answer.Marked;

/// <summary>One cell to be marked: as the gravest finding on it asks, with the words of all of them.</summary>
/// <param name="Text">For the comment; null for the further cells of a range, whose first one says it.</param>
sealed record CellMark(int Row, int Column, Severity Severity, string? Text);

/// <summary>One line of the list of results.</summary>
/// <param name="Target">The cell to jump to, as written in the list; null where the finding has none.</param>
/// <param name="Level">What the sender has to do about it, in a word.</param>
sealed record ResultLine(Finding Finding, string Sheet, string? Target, string Words, string Level);

/// <summary>Which cells are marked and what the list says, in the order and grouping of the answer in words.</summary>
sealed class Marks
{
    /// <summary>A wider range is a whole table: only its first cell is marked, to keep the sheet readable.</summary>
    const int MostInRange = 24;
    const int MostMerges = 20_000; // gone over for each mark; no form that people fill in has nearly as many

    readonly Dictionary<string, Dictionary<(int Row, int Column), CellMark>> cells = new(StringComparer.Ordinal);
    readonly List<ResultLine> lines = [];
    readonly ReadFile read;
    readonly ReadLimits limits;

    public Marks(ReadFile read, AnswerContent answer, ReadLimits limits)
    {
        (this.read, this.limits) = (read, limits);
        foreach (var finding in Grouped(answer.FileFindings)) Add(finding, LevelOf(finding, answer.State, false), null);
        foreach (var table in answer.Tables)
            foreach (var finding in Grouped(table.Findings)) Add(finding, LevelOf(finding, table.Table.State, table.AsksReason(finding)), table.Form);
        Lines = [.. lines.OrderBy(line => line.Finding.Severity)];
    }

    /// <summary>What has to be mended first, whichever table it is in.</summary>
    public IReadOnlyList<ResultLine> Lines { get; }

    public IReadOnlyCollection<CellMark> Of(string sheet) => cells.TryGetValue(sheet, out var marks) ? marks.Values : [];

    static IEnumerable<Finding> Grouped(IReadOnlyList<Finding> findings) => findings.GroupBy(finding => finding.Severity).OrderBy(section => section.Key)
        .SelectMany(section => section.GroupBy(finding => finding.Code)).SelectMany(cause => cause.GroupBy(finding => finding.Place.Line).SelectMany(line => line));

    static string LevelOf(Finding finding, TableState state, bool asksReason) => finding.Severity switch
    {
        Severity.error => state == TableState.unclear ? "请确认" : "必须改正",
        Severity.info => "说明",
        _ => finding.Explanation is not null ? "已说明" : asksReason ? "请说明原因" : "请核对",
    };

    void Add(Finding finding, string level, Form? form)
    {
        var sheet = read.Sheets.FirstOrDefault(sheet => sheet.Name == (finding.Place.Sheet ?? "")) ?? (finding.Place.Sheet is null && finding.Place.Cell is not null && read.Sheets.Count == 1 ? read.Sheets[0] : null);
        var title = RuleTexts.TitleOf(finding.Code, form);
        var words = title is null ? finding.Message : $"{title}\n{finding.Message}";
        List<CellRange> ranges = sheet is null ? [] : Ranges(finding.Place.Cell);
        lines.Add(new(finding, sheet?.Name ?? finding.Place.Sheet ?? "", ranges.Count > 0 ? Address.Of(ranges[0].FirstRow, ranges[0].FirstColumn) : null, words, level));
        if (sheet is null || finding.Severity == Severity.info) return;
        foreach (var range in ranges) Mark(sheet, range, finding, title);
    }

    void Mark(Sheet sheet, CellRange range, Finding finding, string? title)
    {
        var wide = (range.LastRow - range.FirstRow + 1) * (range.LastColumn - range.FirstColumn + 1) > MostInRange;
        for (var row = range.FirstRow; row <= (wide ? range.FirstRow : range.LastRow); row++)
            for (var column = range.FirstColumn; column <= (wide ? range.FirstColumn : range.LastColumn); column++)
                Mark(sheet, row, column, finding.Severity, (row, column) == (range.FirstRow, range.FirstColumn) ? InComment(finding, title) : null);
    }

    // Of merged cells only the first one is seen. The gravest words lead: they give the comment its head.
    void Mark(Sheet sheet, int row, int column, Severity severity, string? text)
    {
        foreach (var merge in sheet.Merges.Count <= MostMerges ? sheet.Merges : [])
            if (merge.Contains(row, column)) { (row, column) = (merge.FirstRow, merge.FirstColumn); break; }
        if (!cells.TryGetValue(sheet.Name, out var marks)) cells[sheet.Name] = marks = [];
        var known = marks.GetValueOrDefault((row, column));
        marks[(row, column)] = new(row, column, known is null || severity < known.Severity ? severity : known.Severity,
            known?.Text is { } before && text is not null ? (severity < known.Severity ? $"{text}\n\n{before}" : $"{before}\n\n{text}") : known?.Text ?? text);
    }

    static string InComment(Finding finding, string? title)
    {
        string[] figures = [finding.Found is { } found ? $"填报：{found}" : "", finding.Expected is { } expected ? $"应为：{expected}" : "",
            finding.Difference is { } difference ? $"相差：{difference.ToString("0.####", CultureInfo.InvariantCulture)}" : ""];
        var known = string.Join('\n', figures.Where(figure => figure.Length > 0));
        return $"{OwnMarks.CommentHeads[finding.Severity == Severity.error ? 0 : 1]}{title}\n{finding.Message}{(known.Length == 0 ? "" : $"\n{known}")}";
    }

    // D7, A1:E12, or several of them.
    List<CellRange> Ranges(string? places)
    {
        var found = new List<CellRange>();
        foreach (var place in (places ?? "").Split([' ', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (CellAddress.TryReadRange(place, limits, out var range)) found.Add(range);
            else if (CellAddress.TryRead(place.Split(':')[0], out var row, out var column) && row <= limits.Rows && column <= limits.Columns) found.Add(new(row, column, row, column));
        }
        return found;
    }
}
