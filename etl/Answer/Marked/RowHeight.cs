namespace Reporting.Etl.Answer.Marked;

/// <summary>
/// How high a row of wrapped texts must be. LibreOffice takes rows without a height as one line high, so one is written; Excel fits it
/// again as soon as the row is edited.
/// </summary>
static class RowHeight
{
    const double Line = 13.5, Room = 5, Highest = 400;
    const double TenPoints = 0.95; // a letter of our sheets, measured in the letters that widths are counted in

    public static int Of(params IEnumerable<(string Text, double Width)> cells) =>
        (int)Math.Ceiling(Math.Min(Highest, Room + Line * cells.Select(cell => Lines(cell.Text, cell.Width)).DefaultIfEmpty(1).Max()));

    static int Lines(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(letter => letter > 255 ? 2 : 1) * TenPoints / Math.Max(1, width - 1))));
}
