using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Chunks of a result that lies ready in memory.</summary>
    public static partial class Types
    {
        /// <summary>One when rows are still being made while they are read.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_result_is_streaming")]
        public static partial byte DuckDBResultIsStreaming(DuckDBResult result);

        /// <summary>The caller owns the chunk; past the end the handle is empty.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_result_get_chunk")]
        public static partial DuckDBDataChunk DuckDBResultGetChunk(DuckDBResult result, long index);
    }

    /// <summary>Chunks of a result that is still being made.</summary>
    public static partial class StreamingResult
    {
        /// <summary>The caller owns the chunk; at the end, and on an error, the handle is empty.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_stream_fetch_chunk")]
        public static partial DuckDBDataChunk DuckDBStreamFetchChunk(DuckDBResult result);
    }
}
