namespace Reporting.Etl.Intake;

/// <summary>
/// A sheet part on its way to the XML reader, with the rows taken out that are spelled as nearly every program spells them: those are read
/// here from the bytes, several times faster. At the first row that is spelled otherwise the rest goes through untouched, so that the XML
/// reader alone decides what is well formed; it sees an empty <c>sheetData</c> in place of the rows taken.
/// </summary>
sealed class XlsxRowCut(Stream part, XlsxCells cells) : ReadOnlyStream
{
    const int FirstWindow = 64 * 1024;
    const int LargestWindow = 1024 * 1024; // 16,384 columns of figures; what is longer goes through

    byte[] window = new byte[FirstWindow];
    int start, end;
    State state = State.head;
    bool ended;

    enum State { head, rows, through }

    public override int Read(Span<byte> buffer)
    {
        if (state == State.head) return Hand(buffer, Head());
        if (state == State.rows) TakeRows();
        if (start == end && !Fill()) return 0;
        return Hand(buffer, end - start);
    }

    /// <summary>How much of the window stands before the rows, or surely before them.</summary>
    int Head()
    {
        while (true)
        {
            if (start == end && !Fill()) { state = State.through; return 0; }
            var head = window.AsSpan(start, end - start);
            var at = head.IndexOf("<sheetData>"u8);
            // Another encoding, a comment or a declaration: not the spelling that is known here.
            if (head[..(at < 0 ? head.Length : at)].IndexOf("<!"u8) >= 0 || !IsUtf8(head)) { state = State.through; return head.Length; }
            if (at == 0) { state = State.rows; return "<sheetData>"u8.Length; }
            if (at > 0) return at;
            var open = head.LastIndexOf((byte)'<'); // the tag may go on beyond the window
            if (open > 0) return open;
            if (head.Length > FirstWindow / 2 || !Fill()) { state = State.through; return head.Length; }
        }
    }

    static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        if (head is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, ..] or [_, 0, ..]) return false;
        var declaration = head.StartsWith("<?xml"u8) || head.StartsWith("\uFEFF<?xml"u8) ? head[..Math.Max(0, head.IndexOf("?>"u8))] : [];
        var encoding = declaration.IndexOf("encoding"u8);
        if (encoding < 0) return true;
        var named = System.Text.Encoding.ASCII.GetString(declaration[encoding..]);
        return named.Contains("utf-8", StringComparison.OrdinalIgnoreCase) || named.Contains("us-ascii", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads rows while they are spelled as expected; after that all goes through.</summary>
    void TakeRows()
    {
        var scanner = new XlsxRowScanner(cells);
        while (NextRow() is { Length: > 0 } row)
        {
            var mark = cells.Mark;
            if (!scanner.Read(row)) { cells.BackTo(mark); break; }
            start += row.Length;
        }
        state = State.through;
    }

    /// <summary>The next row from its first byte to its last, white space before it skipped; empty where what comes is no row, or not whole.</summary>
    ReadOnlySpan<byte> NextRow()
    {
        var searched = 0;
        while (true)
        {
            var rest = window.AsSpan(start, end - start);
            var blanks = rest.IndexOfAnyExcept(" \t\r\n"u8);
            start += blanks < 0 ? rest.Length : blanks;
            rest = window.AsSpan(start, end - start);
            if (rest.Length >= 4)
            {
                if (!rest.StartsWith("<row"u8)) return [];
                var tag = rest.IndexOf((byte)'>');
                if (tag > 0 && rest[tag - 1] == '/') return rest[..(tag + 1)];
                var close = tag < 0 ? -1 : rest[Math.Max(tag, searched)..].IndexOf("</row>"u8);
                if (close >= 0) return rest[..(Math.Max(tag, searched) + close + "</row>"u8.Length)];
                searched = Math.Max(0, rest.Length - "</row>"u8.Length);
            }
            if (!Fill()) return [];
        }
    }

    int Hand(Span<byte> buffer, int most)
    {
        var handed = Math.Min(buffer.Length, most);
        if (state == State.rows && handed < most) state = State.head; // the tag itself did not fit
        window.AsSpan(start, handed).CopyTo(buffer);
        start += handed;
        return handed;
    }

    /// <summary>Reads more into the window, moving or growing it; false where there is no more, or no room is left to be given.</summary>
    bool Fill()
    {
        if (ended) return false;
        if (start > 0)
        {
            window.AsSpan(start, end - start).CopyTo(window);
            (start, end) = (0, end - start);
        }
        if (end == window.Length)
        {
            if (window.Length >= LargestWindow) return false;
            Array.Resize(ref window, window.Length * 2);
        }
        var read = part.Read(window.AsSpan(end));
        ended = read == 0;
        end += read;
        return !ended;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) part.Dispose();
        base.Dispose(disposing);
    }
}
