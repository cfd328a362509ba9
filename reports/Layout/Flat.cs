namespace Reporting.Reports.Layout;

/// <summary>
/// A named table with one head row and nothing merged, below the words of its sheet: made for filters and pivots, not for paper. Values
/// are text, decimal, or null for an empty cell.
/// </summary>
/// <param name="Name">Of the table; a letter first, no blanks.</param>
sealed record FlatTable(string Name, IReadOnlyList<FlatColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows);

sealed record FlatColumn(string Head, int Width);

/// <summary>The figure of the warehouse that a cell shows or that its number follows from, so that it can be followed to its sources.</summary>
sealed record FigureRef(string OrgUnit, string Indicator, int Year, int Through);
