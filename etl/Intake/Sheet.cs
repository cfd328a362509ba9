using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

public enum CellKind : byte { Text, Number, Boolean, Date, Error }

/// <summary>One filled cell. Rows and columns count from 1, as in Excel.</summary>
/// <param name="Text">What stands there: text as written, a number in plain notation, a date as yyyy-MM-dd (with time after T if any),
/// TRUE/FALSE, an error as #DIV/0!. Never null.</param>
/// <param name="Number">For numbers (and dates: the serial number) the exact decimal of what Excel shows, at most 15 significant digits.</param>
/// <param name="Percent">True where the number format shows the number times 100 with a % sign.</param>
public readonly record struct Cell(int Row, int Column, CellKind Kind, string Text, decimal Number = 0, bool Percent = false)
{
    /// <summary>White space of any width, no-break and zero-width included: a cell of it counts as empty.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (!char.IsWhiteSpace(letter) && letter is not ('\u200B' or '\uFEFF')) return false;
        return true;
    }
}

/// <summary>A rectangle of cells, both ends included.</summary>
public readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public bool Contains(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
    public override string ToString() => $"{Address.Of(FirstRow, FirstColumn)}:{Address.Of(LastRow, LastColumn)}";
}

/// <summary>What a person has written beside a cell; the text of a whole thread, one answer a line.</summary>
public sealed record CellComment(int Row, int Column, string Author, string Text);

/// <summary>Excel's spelling of a place: C7.</summary>
public static class Address
{
    public static string Of(int row, int column) => Letters(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }
}

/// <summary>A grid of typed cells without meaning. Empty cells are absent; a cell of blanks only is absent too.</summary>
/// <remarks>Cells are kept by row, then column, and found by binary search: a million of them cost no index. Given out of order
/// they are sorted; of two at one place the later one stays.</remarks>
public sealed class Sheet
{
    static readonly Dictionary<int, double> NoWidths = [];
    static readonly Dictionary<(int, int), string> NoFormats = [];
    static readonly HashSet<(int, int)> NoFormulas = [];
    readonly Cell[] cells;

    public Sheet(
        string name, bool hidden, IReadOnlyList<Cell> cells, IReadOnlyList<CellRange> merges,
        IReadOnlySet<int>? hiddenRows = null, IReadOnlySet<int>? hiddenColumns = null)
    {
        this.cells = CellOrder.Sorted(cells as Cell[] ?? [.. cells]);
        (Name, Hidden, Merges) = (name, hidden, merges);
        HiddenRows = hiddenRows ?? new HashSet<int>();
        HiddenColumns = hiddenColumns ?? new HashSet<int>();
        LastRow = this.cells.Length == 0 ? 0 : this.cells[^1].Row;
        foreach (ref readonly var cell in this.cells.AsSpan()) LastColumn = Math.Max(LastColumn, cell.Column);
    }

    public string Name { get; }
    public bool Hidden { get; }
    /// <summary>Filled cells by row, then column; no place twice.</summary>
    public IReadOnlyList<Cell> Cells => cells;
    public IReadOnlyList<CellRange> Merges { get; }
    public IReadOnlySet<int> HiddenRows { get; }
    public IReadOnlySet<int> HiddenColumns { get; }
    /// <summary>In the order of the file; only .xlsx gives them.</summary>
    public IReadOnlyList<CellComment> Comments { get; init; } = [];
    /// <summary>In letters, by column; only old formats give them, whose sheets are written anew to be marked.</summary>
    public IReadOnlyDictionary<int, double> ColumnWidths { get; init; } = NoWidths;
    /// <summary>Excel's codes of number formats other than General, by row and column; given as widths are.</summary>
    public IReadOnlyDictionary<(int Row, int Column), string> Formats { get; init; } = NoFormats;
    /// <summary>Formulas of which the file does not hold the result.</summary>
    public IReadOnlySet<(int Row, int Column)> Uncomputed { get; init; } = NoFormulas;
    public int LastRow { get; }
    public int LastColumn { get; }

    public Cell? At(int row, int column)
    {
        var (low, high) = (0, cells.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = CellOrder.Compare(cells[middle].Row, cells[middle].Column, row, column);
            if (order == 0) return cells[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }
}

/// <summary>What a file turned out to be.</summary>
/// <param name="Format">By content: <c>xlsx</c>, <c>xls</c> (.et too), <c>html</c>, <c>spreadsheetml</c>, <c>csv</c>, or what it is instead (<c>pdf</c>, <c>zip</c>, <c>unknown</c> …).</param>
/// <param name="Encoding">For text files: <c>utf-8</c>, <c>utf-16</c>, <c>gb18030</c>; for a web page perhaps another that it declares.</param>
/// <param name="Findings">What could not be read, or was read with a remark. An error here means no sheet is to be trusted.</param>
public sealed record ReadFile(string Format, string? Encoding, IReadOnlyList<Sheet> Sheets, IReadOnlyList<Finding> Findings)
{
    /// <summary>Of a long CSV its lines, in place of sheets; null for any other file.</summary>
    public IReadOnlyList<LongRow>? Rows { get; init; }

    /// <summary>Of a statement that nothing occurred what it says; null for any other file.</summary>
    public NilReturn? Nil { get; init; }

    /// <summary>Sheets that an earlier round has put into the workbook: results and help. They are not among <see cref="Sheets"/>.</summary>
    public IReadOnlyList<Sheet> Marks { get; init; } = [];
}
