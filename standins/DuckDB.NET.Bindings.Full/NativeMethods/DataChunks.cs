using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>A chunk is one vector per column, up to the vector size in rows. Its vectors die with it.</summary>
    public static partial class DataChunks
    {
        /// <summary>Copies the types.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_create_data_chunk")]
        public static partial DuckDBDataChunk DuckDBCreateDataChunk(nint[] types, ulong columnCount);

        /// <summary>Empties the chunk; vector pointers and validity must be asked for again.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_data_chunk_reset")]
        public static partial void DuckDBDataChunkReset(DuckDBDataChunk chunk);

        [LibraryImport(Engine, EntryPoint = "duckdb_data_chunk_get_column_count")]
        public static partial long DuckDBDataChunkGetColumnCount(DuckDBDataChunk chunk);

        [LibraryImport(Engine, EntryPoint = "duckdb_data_chunk_get_vector")]
        public static partial nint DuckDBDataChunkGetVector(DuckDBDataChunk chunk, long column);

        [LibraryImport(Engine, EntryPoint = "duckdb_data_chunk_get_size")]
        public static partial ulong DuckDBDataChunkGetSize(DuckDBDataChunk chunk);

        [LibraryImport(Engine, EntryPoint = "duckdb_data_chunk_set_size")]
        internal static partial void SetSize(DuckDBDataChunk chunk, ulong size);

        [LibraryImport(Engine, EntryPoint = "duckdb_destroy_data_chunk")]
        internal static partial void DuckDBDestroyDataChunk(ref nint chunk);

        /// <summary>C answers nothing here, the provider expects a number: it gets the size.</summary>
        public static long DuckDBDataChunkSetSize(DuckDBDataChunk chunk, ulong size)
        {
            SetSize(chunk, size);
            return (long)size;
        }
    }
}
