using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Reading single values back; a value of another type is converted by the engine.</summary>
    public static partial class Value
    {
        [LibraryImport(Engine, EntryPoint = "duckdb_is_null_value")]
        [return: MarshalAs(UnmanagedType.U1)]
        internal static partial bool IsNull(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_bool")]
        [return: MarshalAs(UnmanagedType.U1)]
        internal static partial bool GetBool(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_int8")]
        internal static partial sbyte GetInt8(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_int16")]
        internal static partial short GetInt16(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_int32")]
        internal static partial int GetInt32(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_int64")]
        internal static partial long GetInt64(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_uint8")]
        internal static partial byte GetUInt8(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_uint16")]
        internal static partial ushort GetUInt16(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_uint32")]
        internal static partial uint GetUInt32(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_uint64")]
        internal static partial ulong GetUInt64(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_hugeint")]
        internal static partial DuckDBHugeInt GetHugeInt(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_uhugeint")]
        internal static partial DuckDBUHugeInt GetUHugeInt(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_float")]
        internal static partial float GetFloat(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_double")]
        internal static partial double GetDouble(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_date")]
        internal static partial DuckDBDate GetDate(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_time")]
        internal static partial DuckDBTime GetTime(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_timestamp")]
        internal static partial DuckDBTimestampStruct GetTimestamp(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_interval")]
        internal static partial DuckDBInterval GetInterval(DuckDBValue value);

        [LibraryImport(Engine, EntryPoint = "duckdb_get_varchar")]
        [return: MarshalUsing(typeof(OwnedText))]
        internal static partial string? GetVarchar(DuckDBValue value);
    }
}
