using System.Globalization;

namespace Reporting.Portal.Demo;

/// <summary>How a cell looks; the writers know it as fonts, borders and number formats.</summary>
enum Look { plain, title, line, line_center, line_right, header, label, count, count_grouped, count_ten_thousand, count_text, note }

/// <summary>A cell of a sheet about to be written: text or a number or neither (only its look). Rows and columns count from 1.</summary>
readonly record struct GridCell(int Row, int Column, string? Text, decimal? Number, Look Look);

readonly record struct GridMerge(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public override string ToString() => $"{DemoGrid.Address(FirstRow, FirstColumn)}:{DemoGrid.Address(LastRow, LastColumn)}";
}

/// <summary>A sheet as it will be written, and where in it the form's entries came to stand.</summary>
sealed class DemoGrid(string name, IReadOnlyList<double> widths)
{
    readonly SortedDictionary<(int Row, int Column), GridCell> cells = [];

    public string Name { get; private set; } = name;
    public IReadOnlyList<double> Widths { get; } = widths;
    public int ColumnCount => Widths.Count;
    public IEnumerable<GridCell> Cells => cells.Values;
    public List<GridMerge> Merges { get; } = [];
    public Dictionary<Spot, string> Spots { get; } = [];

    /// <summary>Where the sheet names its unit; null where it does not.</summary>
    public string? UnitAddress { get; set; }

    /// <summary>The same sheet under another name.</summary>
    public DemoGrid Named(string other)
    {
        Name = other;
        return this;
    }

    /// <summary>The last row that was begun.</summary>
    public int Row { get; private set; }

    public int NextRow(int skip = 0) => Row += 1 + skip;

    public void Put(int column, string? text, Look look) => cells[(Row, column)] = new(Row, column, text, null, look);

    public void Put(int column, decimal number, Look look) => cells[(Row, column)] = new(Row, column, null, number, look);

    /// <summary>Text over several columns and rows from the current one on; where it is one cell only, nothing is merged.</summary>
    public void PutOver(int column, int lastColumn, string text, Look look, int rows = 1)
    {
        for (var row = Row; row < Row + rows; row++)
            for (var each = column; each <= lastColumn; each++) cells[(row, each)] = new(row, each, null, null, look);
        cells[(Row, column)] = new(Row, column, text, null, look);
        if (rows > 1 || lastColumn > column) Merges.Add(new(Row, column, Row + rows - 1, lastColumn));
    }

    public string Here(int column) => Address(Row, column);

    public static string Address(int row, int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + (column - 1) % 26) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}
