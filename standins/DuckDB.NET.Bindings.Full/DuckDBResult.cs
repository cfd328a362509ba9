using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>
/// The engine's result record (48 bytes). All fields but the last are legacy and are never read here.
/// Copies share one engine object: close one of them, once.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBResult : IDisposable
{
    readonly ulong columnCount;
    readonly ulong rowCount;
    readonly ulong rowsChanged;
    readonly nint columns;
    readonly nint errorMessage;
    readonly nint internalData;

    /// <summary>Frees what the engine holds for this result, error text included.</summary>
    public void Close() => NativeMethods.Query.DuckDBDestroyResult(ref this);

    public void Dispose() => Close();
}

/// <summary>How far the running statement is; the percentage is -1 when the engine does not know.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBQueryProgress
{
    public double Percentage { get; }

    public ulong RowsProcessed { get; }

    public ulong TotalRowsToProcess { get; }
}

/// <summary>Where one list lies inside its child vector.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBListEntry(ulong offset, ulong length)
{
    public ulong Offset { get; } = offset;

    public ulong Length { get; } = length;
}
