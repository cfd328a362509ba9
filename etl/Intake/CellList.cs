using System.Buffers;

namespace Reporting.Etl.Intake;

/// <summary>Collects the filled cells of one sheet. Grows in borrowed arrays, so that a big sheet is allocated once, at its true size.</summary>
sealed class CellList : IDisposable
{
    Cell[] cells = ArrayPool<Cell>.Shared.Rent(1024);

    public int Count { get; private set; }

    public void Add(in Cell cell)
    {
        if (Count == cells.Length) Grow();
        cells[Count++] = cell;
    }

    /// <summary>Forgets all but the first cells.</summary>
    public void Cut(int count) => Count = count;

    public Cell[] ToArray() => cells.AsSpan(0, Count).ToArray();

    public void Dispose() => Return(cells);

    void Grow()
    {
        var larger = ArrayPool<Cell>.Shared.Rent(cells.Length * 2);
        cells.CopyTo(larger, 0);
        Return(cells);
        cells = larger;
    }

    // Cleared, lest the pool keep the texts of a file alive.
    static void Return(Cell[] array) => ArrayPool<Cell>.Shared.Return(array, clearArray: true);
}
