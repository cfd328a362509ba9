namespace Reporting.Reports.Layout;

// The small words a report is declared in: a workbook of sheets, a sheet of blocks from the top down, a table of columns and rows.
// Nothing here knows a workbook library.

/// <param name="Title">Document title, also the left half of each page header.</param>
/// <param name="Mark">What every page must carry (演示数据, 未签发); empty where there is nothing to warn of.</param>
/// <param name="Time">UTC; the only time in the file: the same content gives the same bytes.</param>
sealed record WorkbookLayout(string Title, string Creator, string Mark, DateTime Time, IReadOnlyList<SheetLayout> Sheets);

/// <param name="Widths">The grid: one width per column, in characters (a Chinese one counts two).</param>
/// <param name="RunningTable">The table whose head is repeated on each printed page and stays in view; one of <paramref name="Blocks"/>.</param>
/// <param name="MostPages">Printed pages it may take; what would take more is printed smaller.</param>
/// <param name="FrozenColumns">Columns that stay in view.</param>
sealed record SheetLayout(
    string Name, bool Landscape, IReadOnlyList<int> Widths, IReadOnlyList<Block> Blocks, int MostPages, Table? RunningTable = null, int FrozenColumns = 0);

/// <summary>A full-width part of a sheet.</summary>
abstract record Block;

enum LineKind { title, subtitle, heading, paragraph, note }

sealed record Line(LineKind Kind, string Text) : Block;

/// <summary>One line with a part on either side.</summary>
sealed record Pair(string Left, string Right) : Block;

/// <param name="WhenEmpty">What is said in place of rows where there are none.</param>
/// <param name="Dense">Small print, for long lists.</param>
sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows, string WhenEmpty = "暂无数据", bool Dense = false) : Block;

enum Alignment { left, center, right }

/// <param name="Span">How many columns of the grid it covers.</param>
/// <param name="Alignment">Of its cells; heads are centered.</param>
sealed record Column(string Head, Alignment Alignment = Alignment.left, int Span = 1);

enum RowKind { plain, head, total, divider }

/// <summary>As many cells as the table has columns; a divider has one that covers them all.</summary>
sealed record Row(IReadOnlyList<Cell> Cells, RowKind Kind = RowKind.plain)
{
    public static Row Divider(string words) => new([new Words(words)], RowKind.divider);
}

abstract record Cell
{
    public static implicit operator Cell(string words) => new Words(words);
}

/// <summary>Text, and never anything else: what looks like a formula stays the text it is.</summary>
sealed record Words(string Text) : Cell;

/// <summary>A figure, rounded already to what <paramref name="Format"/> shows.</summary>
sealed record Number(decimal Value, string Format = Number.Whole) : Cell
{
    public const string Whole = "#,##0";
}
