using System.Runtime.CompilerServices;
using System.Runtime.InteropServices.Marshalling;

// Every structure here has the engine's own layout, so nothing needs the runtime's marshalling.
[assembly: DisableRuntimeMarshalling]

namespace DuckDB.NET.Native;

/// <summary>Text that stays the engine's: copied, never freed.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(BorrowedText))]
static unsafe class BorrowedText
{
    public static string? ConvertToManaged(byte* text) => Utf8StringMarshaller.ConvertToManaged(text);
}

/// <summary>Text that the engine hands over: copied, then given back through <c>duckdb_free</c>.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(OwnedText))]
static unsafe class OwnedText
{
    public static string? ConvertToManaged(byte* text) => Utf8StringMarshaller.ConvertToManaged(text);

    public static void Free(byte* text)
    {
        if (text is not null)
        {
            NativeMethods.Helpers.DuckDBFree((nint)text);
        }
    }
}
