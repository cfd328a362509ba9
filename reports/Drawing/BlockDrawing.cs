using ClosedXML.Excel;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>Lines of words, across the page.</summary>
static class BlockDrawing
{
    public static int Draw(IXLWorksheet target, int row, Line line, Placements placed)
    {
        var (sheet, print) = (placed.Sheet, placed.Print);
        var (font, size, bold, alignment) = line.Kind switch
        {
            LineKind.label => (print.HeadFont, print.TextSize, false, XLAlignmentHorizontalValues.Left),
            LineKind.title => (print.TitleFont, print.TitleSize, false, XLAlignmentHorizontalValues.Center),
            LineKind.subtitle => (print.TextFont, print.TextSize, false, XLAlignmentHorizontalValues.Center),
            LineKind.heading => (print.HeadFont, print.TextSize, false, XLAlignmentHorizontalValues.Left),
            LineKind.paragraph => (print.TextFont, print.TextSize, false, XLAlignmentHorizontalValues.Left),
            _ => (print.TableFont, 9.0, false, XLAlignmentHorizontalValues.Left),
        };
        var range = target.Range(row, 1, row, sheet.PageColumns).Merge();
        CellDrawing.Put(target.Cell(row, 1), line.Text);
        range.Style.Font.SetFontName(font).Font.SetFontSize(size).Font.SetBold(bold);
        // Where the font of official titles is absent, another with feet takes its place.
        if (print.IsAnnex && line.Kind == LineKind.title) range.Style.Font.SetFontFamilyNumbering(XLFontFamilyNumberingValues.Roman).Font.SetFontCharSet(XLFontCharSet.GB2312);
        range.Style.Alignment.SetHorizontal(alignment).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText(true);
        var lines = TextMeasure.Lines(line.Text, sheet.Widths.Take(sheet.PageColumns).Sum() * House.TableSize / size * 0.97);
        target.Row(row).Height = Math.Min(House.TallestRow, lines * size * 1.45 + (line.Kind is LineKind.title or LineKind.heading ? 10 : 3));
        return row + 1;
    }

    public static int Draw(IXLWorksheet target, int row, Pair pair, Placements placed)
    {
        var sheet = placed.Sheet;
        var middle = LeftHalf([.. sheet.Widths.Take(sheet.PageColumns)]);
        var left = target.Range(row, 1, row, middle).Merge();
        var right = target.Range(row, middle + 1, row, sheet.PageColumns).Merge();
        CellDrawing.Put(target.Cell(row, 1), pair.Left);
        CellDrawing.Put(target.Cell(row, middle + 1), pair.Right);
        left.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        right.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        target.Range(row, 1, row, sheet.PageColumns).Style.Font.SetFontName(placed.Print.TableFont).Font.SetFontSize(House.TableSize);
        target.Row(row).Height = House.TableSize * House.LineHeight + House.RowPadding;
        return row + 1;
    }

    public static int Draw(IXLWorksheet target, int row, Strip strip, SheetLayout sheet)
    {
        var (column, lines) = (1, 1);
        foreach (var piece in strip.Pieces)
        {
            var range = target.Range(row, column, row, column + piece.Span - 1);
            if (piece.Span > 1) range.Merge();
            CellDrawing.Put(range.FirstCell(), piece.Content);
            range.Style.Font.SetFontName(House.TableFont).Font.SetFontSize(House.TableSize);
            range.Style.Alignment.SetHorizontal(CellDrawing.Side(piece.Alignment)).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText(true);
            if (piece.IsRuled) range.Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(House.BorderColor);
            if (piece.Content is Words words) lines = Math.Max(lines, TextMeasure.Lines(words.Text, sheet.Widths.Skip(column - 1).Take(piece.Span).Sum()));
            column += piece.Span;
        }
        // What is written on by hand needs more room than what is read.
        target.Row(row).Height = Math.Max(strip.Pieces.Any(piece => piece.IsRuled) ? House.FormRow : 0, lines * House.TableSize * House.LineHeight + House.RowPadding);
        return row + 1;
    }

    /// <summary>Room for the charts; they are drawn into the saved file.</summary>
    public static int Draw(IXLWorksheet target, int row, ChartBand band, Placements placed)
    {
        for (var each = row; each < row + band.Rows; each++) target.Row(each).Height = House.ChartRow;
        var width = placed.Sheet.Widths.Take(placed.Sheet.PageColumns).Sum() / (double)band.Charts.Count;
        foreach (var (index, chart) in band.Charts.Index()) placed.Charts.Add(new(chart, row - 1, row - 1 + band.Rows, index * width, (index + 1) * width));
        return row + band.Rows;
    }

    static int LeftHalf(IReadOnlyList<int> widths)
    {
        var (column, width) = (0, 0);
        while (column < widths.Count - 1 && width < widths.Sum() / 2) width += widths[column++];
        return column;
    }
}
