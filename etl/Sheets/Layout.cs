namespace Reporting.Etl.Sheets;

/// <summary>Where the parts of one table lie, as indexes into the filled rows of a grid; ends are exclusive.</summary>
/// <param name="HeaderLastRow">Sheet row where the header ends: a merged header cell may reach below the last filled row.</param>
sealed record Layout(int Start, int HeaderStart, int HeaderEnd, int HeaderLastRow, int BodyEnd, int End)
{
    public bool HasHeader => HeaderEnd > HeaderStart;
}

/// <summary>Cuts a grid into tables: preamble, header, body, then notes and signatures up to the next table.</summary>
static class Layouts
{
    const int StrayGap = 3; // that many blank rows part a body from what is no longer of it

    public static IEnumerable<Layout> Find(Grid grid)
    {
        for (var index = 0; Next(grid, index) is { } layout; index = layout.End) yield return layout;
    }

    static Layout? Next(Grid grid, int start)
    {
        if (HeaderStart(grid, start) is not { } header) return null;
        var (end, lastRow) = HeaderRows.End(grid, header);
        var bodyEnd = BodyEnd(grid, header, end, lastRow);
        var next = bodyEnd;
        while (next < grid.Rows.Count && !StartsTable(grid, next, header, next)) next++;
        return new(start, header, end, lastRow, bodyEnd, next);
    }

    /// <summary>The first row of a header, or of data where a table has none.</summary>
    static int? HeaderStart(Grid grid, int start)
    {
        for (var index = start; index < grid.Rows.Count; index++)
        {
            var row = grid.Rows[index];
            if (Preamble.IsKeyRow(row) && !HeaderRows.IsGroups(grid, index)) continue;
            if (HeaderRows.IsGroups(grid, index)) return index;
            // Two titles side by side have the lines of their tables below them, as one title has.
            if (HeaderRows.IsHeader(row) && !(index + 1 < grid.Rows.Count && Preamble.IsAboutTable(grid.Rows[index + 1])) || HeaderRows.IsTop(grid, start, index)) return index;
            if (HeaderRows.IsData(row) && index + 1 < grid.Rows.Count && HeaderRows.IsData(grid.Rows[index + 1])) return index;
        }
        return null;
    }

    static int BodyEnd(Grid grid, int header, int bodyStart, int headerLastRow)
    {
        var previous = headerLastRow;
        for (var index = bodyStart; index < grid.Rows.Count; index++)
        {
            var row = grid.Rows[index];
            var gap = row.Number - previous - 1;
            var valued = !row.Values.All(SheetWords.IsYear);
            if (EndsBody(grid, row, gap, index == bodyStart) || index > bodyStart && !valued && StartsTable(grid, index, header, bodyStart)) return index;
            previous = row.Number;
        }
        return grid.Rows.Count;
    }

    static bool EndsBody(Grid grid, GridRow row, int gap, bool first)
    {
        var text = row.Cells[0].Text;
        if (SheetWords.IsNote(text) || row.IsSignature) return true;
        var valued = row.Values.Count > 0;
        if (!first && gap >= StrayGap && (row.Cells.Count == 1 || !valued)) return true;
        return !valued && row.Cells.Count == 1 && IsSentence(grid, row);
    }

    /// <summary>Prose below a table that no note word announces.</summary>
    static bool IsSentence(Grid grid, GridRow row)
    {
        var bare = Words.Bare(row.Cells[0].Text);
        return bare.Length > 40 || bare.EndsWith('。') || bare.Length > 15 && bare.EndsWith(';')
            || grid.LastColumnOf(row.Cells[0]) > row.Cells[0].Column + 1 && bare.Length > 20;
    }

    public static bool IsSignatureRow(GridRow row) =>
        row.Cells.Any(cell => SheetWords.IsSignature(cell.Text)) && !row.Cells.Any(cell => cell.Kind == Intake.CellKind.Number && cell.Number < 10_000_000);

    /// <summary>Whether another table begins here: title or key lines, then a header that is confirmed by data or column numbers.</summary>
    static bool StartsTable(Grid grid, int index, int firstHeader, int from)
    {
        var row = grid.Rows[index];
        var gap = index > 0 ? row.Number - grid.Rows[index - 1].Number - 1 : 0;
        var header = index;
        while (header < grid.Rows.Count && header < index + 8 && !HeaderRows.IsHeader(grid.Rows[header]))
        {
            var line = grid.Rows[header];
            if (HeaderRows.IsData(line) || SheetWords.IsNote(line.Cells[0].Text) || line.IsSignature) return false;
            if (line.Cells.Count > 1 && !Preamble.IsKeyRow(line) && Preamble.PlainCells(line).Count != 1) return false;
            header++;
        }
        if (header >= grid.Rows.Count || header >= index + 8) return false;
        var headerRow = grid.Rows[header];
        if (SheetWords.IsNote(headerRow.Cells[0].Text) || headerRow.IsSignature) return false;
        var repeats = Repeats(headerRow, grid.Rows[firstHeader]) || SheetWords.IsLabelHeader(headerRow.Cells[0].Text);
        var titled = header > index && (gap > 0 || index == from) && grid.Rows.Skip(index).Take(header - index).Any(line => SheetWords.SoundsLikeTitle(line.Cells[0].Text));
        if (!repeats && !titled) return false;
        var (end, _) = HeaderRows.End(grid, header);
        return SheetWords.IsColumnNumbers(grid.Rows[end - 1]) || HasData(grid, end);
    }

    /// <summary>Data below a header, at once or after a heading, a row not filled in yet, or one whose figures look like years.</summary>
    static bool HasData(Grid grid, int end)
    {
        for (var index = end; index < grid.Rows.Count && index < end + 3; index++)
        {
            var row = grid.Rows[index];
            if (HeaderRows.IsData(row)) return true;
            if (row.Cells.Count > 1 && !row.Cells.Skip(1).All(SheetWords.IsYear)) return false;
        }
        return false;
    }

    static bool Repeats(GridRow row, GridRow header)
    {
        var words = header.Cells.Select(cell => Words.Bare(cell.Text)).ToHashSet();
        return row.Cells.Count(cell => words.Contains(Words.Bare(cell.Text))) * 2 > Math.Max(row.Cells.Count, header.Cells.Count);
    }
}
