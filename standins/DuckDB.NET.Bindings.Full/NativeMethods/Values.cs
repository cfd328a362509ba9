using System.Runtime.InteropServices;
using System.Text;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Single values, as parameters take them. Every value that is handed out is the caller's to dispose.</summary>
    public static partial class Value
    {
        [LibraryImport(Engine, EntryPoint = "duckdb_create_null_value")]
        public static partial DuckDBValue DuckDBCreateNullValue();

        [LibraryImport(Engine, EntryPoint = "duckdb_create_bool")]
        public static partial DuckDBValue DuckDBCreateBool([MarshalAs(UnmanagedType.U1)] bool value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_int8")]
        public static partial DuckDBValue DuckDBCreateInt8(sbyte value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_int16")]
        public static partial DuckDBValue DuckDBCreateInt16(short value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_int32")]
        public static partial DuckDBValue DuckDBCreateInt32(int value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_int64")]
        public static partial DuckDBValue DuckDBCreateInt64(long value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_hugeint")]
        public static partial DuckDBValue DuckDBCreateHugeInt(DuckDBHugeInt value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_uint8")]
        public static partial DuckDBValue DuckDBCreateUInt8(byte value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_uint16")]
        public static partial DuckDBValue DuckDBCreateUInt16(ushort value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_uint32")]
        public static partial DuckDBValue DuckDBCreateUInt32(uint value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_uint64")]
        public static partial DuckDBValue DuckDBCreateUInt64(ulong value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_uhugeint")]
        public static partial DuckDBValue DuckDBCreateUHugeInt(DuckDBUHugeInt value);

        /// <summary>Copies the digits.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_create_bignum")]
        public static partial DuckDBValue DuckDBCreateBignum(DuckDBBignum value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_decimal")]
        public static partial DuckDBValue DuckDBCreateDecimal(DuckDBDecimal value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_float")]
        public static partial DuckDBValue DuckDBCreateFloat(float value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_double")]
        public static partial DuckDBValue DuckDBCreateDouble(double value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_uuid")]
        public static partial DuckDBValue DuckDBCreateUuid(DuckDBHugeInt value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_date")]
        public static partial DuckDBValue DuckDBCreateDate(DuckDBDate value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_time")]
        public static partial DuckDBValue DuckDBCreateTime(DuckDBTime value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_time_tz_value")]
        public static partial DuckDBValue DuckDBCreateTimeTz(DuckDBTimeTzStruct value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_timestamp")]
        public static partial DuckDBValue DuckDBCreateTimestamp(DuckDBTimestampStruct value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_timestamp_tz")]
        public static partial DuckDBValue DuckDBCreateTimestampTz(DuckDBTimestampStruct value);

        /// <summary>The count is in seconds, whatever the field's name says.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_create_timestamp_s")]
        public static partial DuckDBValue DuckDBCreateTimestampS(DuckDBTimestampStruct value);

        /// <summary>The count is in milliseconds.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_create_timestamp_ms")]
        public static partial DuckDBValue DuckDBCreateTimestampMs(DuckDBTimestampStruct value);

        /// <summary>The count is in nanoseconds.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_create_timestamp_ns")]
        public static partial DuckDBValue DuckDBCreateTimestampNs(DuckDBTimestampStruct value);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_interval")]
        public static partial DuckDBValue DuckDBCreateInterval(DuckDBInterval value);

        /// <summary>Copies the bytes.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_create_blob")]
        public static partial DuckDBValue DuckDBCreateBlob(byte[] value, long length);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_varchar_length")]
        internal static partial DuckDBValue CreateVarchar(byte[] text, ulong length);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_list_value")]
        internal static partial DuckDBValue CreateList(DuckDBLogicalType type, nint[] values, ulong count);

        [LibraryImport(Engine, EntryPoint = "duckdb_create_array_value")]
        internal static partial DuckDBValue CreateArray(DuckDBLogicalType type, nint[] values, ulong count);

        [LibraryImport(Engine, EntryPoint = "duckdb_destroy_value")]
        internal static partial void DuckDBDestroyValue(ref nint value);

        /// <summary>Passes the length, so that a zero character does not cut the text.</summary>
        public static DuckDBValue DuckDBCreateVarchar(string value)
        {
            var text = Encoding.UTF8.GetBytes(value);
            return CreateVarchar(text, (ulong)text.Length);
        }

        /// <param name="type">The type of the elements, not of the list.</param>
        /// <param name="values">Copied; they stay the caller's.</param>
        /// <param name="count">How many of them count.</param>
        public static DuckDBValue DuckDBCreateListValue(DuckDBLogicalType type, DuckDBValue[] values, int count)
        {
            var list = CreateList(type, Pointers(values, count), (ulong)count);
            GC.KeepAlive(values);
            return list;
        }

        /// <inheritdoc cref="DuckDBCreateListValue"/>
        public static DuckDBValue DuckDBCreateArrayValue(DuckDBLogicalType type, DuckDBValue[] values, int count)
        {
            var array = CreateArray(type, Pointers(values, count), (ulong)count);
            GC.KeepAlive(values);
            return array;
        }

        static nint[] Pointers(DuckDBValue[] values, int count)
        {
            var pointers = new nint[count];
            for (var index = 0; index < count; index++)
            {
                pointers[index] = values[index].DangerousGetHandle();
            }

            return pointers;
        }
    }
}
