using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Bulk rows into a table, chunk by chunk. The engine does not check a cell's width: a wrong type writes wrong bytes.</summary>
    public static partial class Appender
    {
        /// <summary>Must be destroyed even when it failed: it carries the error.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_appender_create_ext", StringMarshalling = StringMarshalling.Utf8)]
        public static partial DuckDBState DuckDBAppenderCreateExt(DuckDBNativeConnection connection, string? catalog, string? schema, string table, out DuckDBAppender appender);

        [LibraryImport(Engine, EntryPoint = "duckdb_appender_column_count")]
        public static partial ulong DuckDBAppenderColumnCount(DuckDBAppender appender);

        /// <summary>The caller owns the type.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_appender_column_type")]
        public static partial DuckDBLogicalType DuckDBAppenderColumnType(DuckDBAppender appender, ulong column);

        /// <summary>Copies the chunk, which stays the caller's and may be filled again.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_append_data_chunk")]
        public static partial DuckDBState DuckDBAppendDataChunk(DuckDBAppender appender, DuckDBDataChunk chunk);

        [LibraryImport(Engine, EntryPoint = "duckdb_append_default_to_chunk")]
        internal static partial DuckDBState AppendDefaultToChunk(DuckDBAppender appender, DuckDBDataChunk chunk, ulong column, ulong row);

        /// <summary>Drops the rows that are not yet written.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_appender_clear")]
        public static partial DuckDBState DuckDBAppenderClear(DuckDBAppender appender);

        /// <summary>Writes the rest; constraint errors surface here.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_appender_close")]
        public static partial DuckDBState DuckDBAppenderClose(DuckDBAppender appender);

        [LibraryImport(Engine, EntryPoint = "duckdb_appender_error_data")]
        public static partial DuckDBErrorData DuckDBAppenderErrorData(DuckDBAppender appender);

        [LibraryImport(Engine, EntryPoint = "duckdb_appender_destroy")]
        internal static partial DuckDBState DuckDBAppenderDestroy(ref nint appender);

        public static DuckDBState DuckDBAppendDefaultToChunk(DuckDBAppender appender, DuckDBDataChunk chunk, int column, ulong row) =>
            AppendDefaultToChunk(appender, chunk, (ulong)column, row);
    }
}
