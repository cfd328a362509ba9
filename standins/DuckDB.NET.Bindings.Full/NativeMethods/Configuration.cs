using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Options that must be known when a database is opened.</summary>
    public static partial class Configuration
    {
        [LibraryImport(Engine, EntryPoint = "duckdb_create_config")]
        public static partial DuckDBState DuckDBCreateConfig(out DuckDBConfig config);

        [LibraryImport(Engine, EntryPoint = "duckdb_set_config", StringMarshalling = StringMarshalling.Utf8)]
        public static partial DuckDBState DuckDBSetConfig(DuckDBConfig config, string name, string option);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_config_flag")]
        internal static partial DuckDBState GetConfigFlag(nint index, [MarshalUsing(typeof(BorrowedText))] out string? name, [MarshalUsing(typeof(BorrowedText))] out string? description);

        [LibraryImport(Engine, EntryPoint = "duckdb_config_count")]
        internal static partial nuint CountConfigFlags();

        [LibraryImport(Engine, EntryPoint = "duckdb_destroy_config")]
        internal static partial void DuckDBDestroyConfig(ref nint config);

        public static int DuckDBConfigCount() => (int)CountConfigFlags();

        public static DuckDBState DuckDBGetConfigFlag(int index, out string? name, out string? description) =>
            GetConfigFlag(index, out name, out description);
    }
}
