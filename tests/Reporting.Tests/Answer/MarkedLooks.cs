using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Reporting.Tests.Answers;

/// <summary>How the cells of a workbook look, in words that do not depend on the numbers of formats: fill, border, number format, font, and comments.</summary>
static class MarkedLooks
{
    /// <summary>Of all sheets but ours, each cell that holds something or is marked: an empty one is as if it were not there.</summary>
    public static string Of(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        var book = document.WorkbookPart!;
        var lines = new List<string>();
        foreach (var sheet in book.Workbook.Sheets!.Elements<Sheet>().Where(sheet => !sheet.Name!.Value!.StartsWith("审核", StringComparison.Ordinal)))
        {
            if (book.GetPartById(sheet.Id!.Value!) is not WorksheetPart part) continue;
            foreach (var cell in part.Worksheet.Descendants<Cell>())
                if (Look(book.WorkbookStylesPart?.Stylesheet, (int)(cell.StyleIndex?.Value ?? 0)) is { Length: > 0 } look && (cell.HasChildren || look.Contains("medium", StringComparison.Ordinal))) lines.Add($"{sheet.Name}!{cell.CellReference} {look}");
            foreach (var comment in part.WorksheetCommentsPart?.Comments.CommentList?.Elements<Comment>() ?? []) lines.Add($"{sheet.Name}!{comment.Reference} “{comment.InnerText}”");
        }
        return string.Join('\n', lines);
    }

    static string Look(Stylesheet? styles, int format)
    {
        if (styles?.CellFormats?.Elements<CellFormat>().ElementAtOrDefault(format) is not { } xf) return "";
        var fill = styles.Fills?.Elements<Fill>().ElementAtOrDefault((int)(xf.FillId?.Value ?? 0))?.PatternFill;
        var border = styles.Borders?.Elements<Border>().ElementAtOrDefault((int)(xf.BorderId?.Value ?? 0));
        var shade = fill?.PatternType?.InnerText is null or "none" ? "" : $"{fill.PatternType?.InnerText} {fill.ForegroundColor?.Rgb?.Value}";
        var frame = string.Join(' ', new BorderPropertiesType?[] { border?.LeftBorder, border?.RightBorder, border?.TopBorder, border?.BottomBorder }.Select(side => side?.Style?.InnerText ?? "-"));
        return $"{shade}|{frame}|{xf.NumberFormatId?.Value ?? 0}|{xf.FontId?.Value ?? 0}|{xf.Alignment?.OuterXml}";
    }
}
