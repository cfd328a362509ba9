using System.Buffers;

namespace Reporting.Etl.Intake;

/// <summary>Collects the filled cells of one sheet in borrowed pieces, so that a big sheet is allocated and copied once, at its true size.</summary>
sealed class CellList : IDisposable
{
    const int FirstPiece = 1024, LargestPiece = 64 * 1024;
    readonly List<Cell[]> full = [];
    Cell[] current = ArrayPool<Cell>.Shared.Rent(FirstPiece);
    int before, used;

    public int Count => before + used;

    public void Add(in Cell cell)
    {
        if (used == current.Length) Grow();
        current[used++] = cell;
    }

    /// <summary>Forgets all but the first cells.</summary>
    public void Cut(int count)
    {
        while (count < before)
        {
            Return(current);
            current = full[^1];
            full.RemoveAt(full.Count - 1);
            before -= current.Length;
        }
        used = count - before;
    }

    public Cell[] ToArray()
    {
        var all = GC.AllocateUninitializedArray<Cell>(Count);
        var start = 0;
        foreach (var piece in full)
        {
            piece.CopyTo(all, start);
            start += piece.Length;
        }
        current.AsSpan(0, used).CopyTo(all.AsSpan(start));
        return all;
    }

    public void Dispose()
    {
        foreach (var piece in full) Return(piece);
        full.Clear();
        Return(current);
        current = [];
    }

    void Grow()
    {
        full.Add(current);
        before += used;
        (current, used) = (ArrayPool<Cell>.Shared.Rent(Math.Min(LargestPiece, current.Length * 2)), 0);
    }

    // Cleared, lest the pool keep the texts of a file alive.
    static void Return(Cell[] piece) => ArrayPool<Cell>.Shared.Return(piece, clearArray: true);
}
