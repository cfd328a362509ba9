using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Sizes and memory of the engine itself.</summary>
    public static partial class Helpers
    {
        /// <summary>Rows that one vector holds.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_vector_size")]
        public static partial ulong DuckDBVectorSize();

        /// <summary>Gives back memory that the engine allocated for its caller.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_free")]
        internal static partial void DuckDBFree(nint memory);
    }
}
