namespace Reporting.Reports.Layout;

/// <summary>Charts side by side in one band of the page, which no page break parts.</summary>
/// <param name="Rows">Height, in rows of 18 points.</param>
sealed record ChartBand(IReadOnlyList<Chart> Charts, int Rows = 14) : Block;

/// <summary>A native chart, drawn from cells that the reader can see and change.</summary>
/// <param name="Description">Alternative text: what the chart shows, in one sentence.</param>
/// <param name="Format">Of the value axis and of labels.</param>
sealed record Chart(string Title, string Description, CellBlock Categories, IReadOnlyList<Series> Series, string Format = Number.Whole)
{
    /// <summary>Values stand at their bars, and the value axis goes.</summary>
    public bool ShowsValues { get; init; }

    /// <summary>No value can be more, as of a share: the axis ends there. Null: it ends where the program likes.</summary>
    public decimal? Most { get; init; }
}

/// <summary>Drawn so that grey paper and colour-blind eyes tell them apart: by shape and dash before colour.</summary>
enum SeriesKind { column, bar, line, dashed }

/// <param name="Name">One cell, mostly a head.</param>
sealed record Series(CellBlock Name, CellBlock Values, SeriesKind Kind);

/// <summary>Cells of a table of the same sheet; row −1 is its head. Rows and columns count from 0, as the table declares them.</summary>
sealed record CellBlock(Table Table, int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public const int Head = -1;

    public static CellBlock Of(Table table, int row, int column) => new(table, row, column, row, column);

    /// <summary>All rows of a column.</summary>
    public static CellBlock Down(Table table, int column) => new(table, 0, column, table.Rows.Count - 1, column);

    /// <summary>Some columns of one row.</summary>
    public static CellBlock Across(Table table, int row, int first, int last) => new(table, row, first, row, last);
}

/// <summary>What follows begins a new printed page.</summary>
sealed record PageBreak : Block;

/// <summary>A table beside the page, seen and not printed: the cells a chart is drawn from.</summary>
sealed record Beside(Table Table) : Block;
