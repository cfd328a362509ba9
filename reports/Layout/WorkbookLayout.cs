using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Layout;

// The small words a report is declared in: a workbook of sheets, a sheet of blocks from the top down, a table of columns and rows.
// Nothing here knows a workbook library.

/// <param name="Title">Document title, also the left half of each page header.</param>
/// <param name="Mark">What every page must carry (演示数据, 未签发); empty where there is nothing to warn of.</param>
/// <param name="Time">UTC; the only time in the file: the same content gives the same bytes.</param>
sealed record WorkbookLayout(string Title, string Creator, string Mark, DateTime Time, IReadOnlyList<SheetLayout> Sheets)
{
    public PrintProfile Print { get; init; } = PrintProfile.House;

    /// <summary>Sheets that no menu of the spreadsheet program shows.</summary>
    public IReadOnlyList<HiddenSheet> Hidden { get; init; } = [];

    /// <summary>Beside the first page stands where each sheet is, and on each sheet the way back; neither is printed.</summary>
    public bool HasContents { get; init; }

    /// <summary>Title of a sheet 数据 that is added and holds every printed figure once more, one a row; null: there is none.</summary>
    public string? DataTitle { get; init; }

    /// <summary>来源: the cells of the senders' files that the figures come from; stands behind 数据.</summary>
    public SheetLayout? Sources { get; init; }

    /// <summary>What of it is printed: of an annex all that there is, with its label above the first title.</summary>
    public WorkbookLayout OnPaper()
    {
        if (Print.Label is not { } label) return this;
        List<SheetLayout> printed = [.. Sheets.Where(sheet => !sheet.IsHidden)];
        printed[0] = printed[0] with { Blocks = [new Line(LineKind.label, label), .. printed[0].Blocks] };
        return this with { Sheets = printed, Hidden = [], HasContents = false, DataTitle = null, Sources = null };
    }
}

/// <summary>Words for programs, row by row.</summary>
sealed record HiddenSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <param name="Widths">The grid: one width per column, in characters (a Chinese one counts two).</param>
/// <param name="RunningTable">The table whose head is repeated on each printed page and stays in view; one of <paramref name="Blocks"/>.</param>
/// <param name="MostPages">Printed pages it may take; what would take more is printed smaller. 0: as many as it takes.</param>
/// <param name="FrozenColumns">Columns that stay in view.</param>
sealed record SheetLayout(
    string Name, bool Landscape, IReadOnlyList<int> Widths, IReadOnlyList<Block> Blocks, int MostPages, Table? RunningTable = null, int FrozenColumns = 0)
{
    /// <summary>A form to be filled in: only its <see cref="Entry"/> cells are open. It has its own heading, so pages carry none.</summary>
    public bool IsForm { get; init; }

    /// <summary>Columns at the right that are seen beside the page and not printed.</summary>
    public int AsideColumns { get; init; }

    /// <summary>Stands below all blocks; the sheet then prints its blocks alone.</summary>
    public FlatTable? Flat { get; init; }

    /// <summary>Shown by the spreadsheet program's 取消隐藏 and printed never: what is looked up and not read.</summary>
    public bool IsHidden { get; init; }

    public int PageColumns => Widths.Count - AsideColumns;
}

/// <summary>A full-width part of a sheet.</summary>
abstract record Block;

/// <summary>A label stands above a title: 附件1.</summary>
enum LineKind { title, subtitle, heading, paragraph, note, label }

sealed record Line(LineKind Kind, string Text) : Block
{
    /// <summary>What its numbers show, in the order in which they stand.</summary>
    public IReadOnlyList<Told> Numbers { get; init; } = [];
}

/// <summary>One line with a part on either side.</summary>
sealed record Pair(string Left, string Right) : Block;

/// <summary>One line cut into pieces, without borders: what stands above and below the table of a form.</summary>
sealed record Strip(IReadOnlyList<Piece> Pieces) : Block;

/// <param name="Span">How many columns of the grid it covers.</param>
/// <param name="IsRuled">With a line below it, to be written on.</param>
sealed record Piece(Cell Content, int Span, Alignment Alignment = Alignment.left, bool IsRuled = false);

/// <param name="WhenEmpty">What is said in place of rows where there are none.</param>
/// <param name="Dense">Small print, for long lists.</param>
sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows, string WhenEmpty = "暂无数据", bool Dense = false) : Block
{
    /// <summary>甲 乙 1 2 3 below the heads, repeated with them.</summary>
    public Row? ColumnNumbers { get; init; }
}

enum Alignment { left, center, right }

/// <param name="Span">How many columns of the grid it covers.</param>
/// <param name="Alignment">Of its cells; heads are centered.</param>
sealed record Column(string Head, Alignment Alignment = Alignment.left, int Span = 1)
{
    /// <summary>The column's numbers are shown as bars from 0 and not as digits; the digits stand in the column beside.</summary>
    public bool IsBars { get; init; }
}

enum RowKind { plain, head, total, divider }

/// <summary>As many cells as the table has columns; a divider has one that covers them all.</summary>
sealed record Row(IReadOnlyList<Cell> Cells, RowKind Kind = RowKind.plain)
{
    public static Row Divider(string words) => new([new Words(words)], RowKind.divider);
}

abstract record Cell
{
    public static implicit operator Cell(string words) => new Words(words);

    /// <summary>What the cell shows or follows from; null for what is no figure.</summary>
    public FigureRef? Of { get; init; }
}

/// <summary>Text, and never anything else: what looks like a formula stays the text it is.</summary>
sealed record Words(string Text) : Cell;

/// <summary>A figure, rounded already to what <paramref name="Format"/> shows.</summary>
sealed record Number(decimal Value, string Format = Number.Whole) : Cell
{
    public const string Whole = "#,##0";
}

/// <summary>A light: a shape and a word, so that it needs no colour to be read.</summary>
/// <param name="Words">Empty where no light can be given.</param>
sealed record Light(LightColour Colour, string Words) : Cell;

/// <summary>The months of a row as a line in one cell, drawn from columns of the same row.</summary>
sealed record Sparkline(int FirstColumn, int LastColumn) : Cell;

/// <summary>Words that lead to another sheet of the same workbook.</summary>
sealed record Linked(string Text, string Sheet) : Cell;

/// <summary>No value at a point of a chart, so that its line breaks there. Only beside the page: on it no figure is a bare blank.</summary>
sealed record NoPoint : Cell;

/// <summary>A cell that is not for the sender to fill in: greyed.</summary>
sealed record Given(Cell Content) : Cell;

/// <summary>A cell for whoever fills in the sheet; on a form the only kind that is open.</summary>
/// <param name="Format">Of what is written there; <c>@</c> takes it as text.</param>
sealed record Entry(string Format, EntryCheck? Check = null) : Cell
{
    public const string Text = "@";

    /// <summary>What was filled in already, as it was written; null: nothing.</summary>
    public string? Written { get; init; }
}

/// <summary>What may be written into a cell, and what the spreadsheet program says of it.</summary>
/// <param name="Least">Null where anything down to the least that is kept may stand.</param>
/// <param name="Insists">False: a value that does not fit is asked about and may stay, as 9000余 on a history form.</param>
sealed record EntryCheck(decimal? Least, int Decimals, bool Insists, Saying Hint, Saying Error)
{
    /// <summary>The warehouse keeps 14 integer digits.</summary>
    public const decimal Most = 99_999_999_999_999m;
}

/// <summary>A little window of the spreadsheet program: its title and its words, cut to what the program shows.</summary>
sealed record Saying
{
    const int LongestTitle = 32, LongestWords = 255;

    public Saying(string title, string words) => (Title, Words) = (PlainText.Cut(title, LongestTitle), PlainText.Cut(words, LongestWords));

    public string Title { get; }
    public string Words { get; }
}

/// <summary>A figure that the spreadsheet works out from cells of its own row. Empty while they are: its kept value is never a guess.</summary>
/// <param name="Formula">With <c>{-1}</c> for the cell one column to the left, <c>{2}</c> for two to the right.</param>
sealed record Computed(string Formula, string Format, Saying Hint) : Cell;
