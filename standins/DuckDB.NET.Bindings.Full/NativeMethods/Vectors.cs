using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>One column of a chunk. Vectors, their data and their validity belong to the chunk.</summary>
    public static partial class Vectors
    {
        /// <summary>The caller owns the type.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_vector_get_column_type")]
        public static partial DuckDBLogicalType DuckDBVectorGetColumnType(nint vector);

        [LibraryImport(Engine, EntryPoint = "duckdb_vector_get_data")]
        public static unsafe partial void* DuckDBVectorGetData(nint vector);

        /// <summary>One bit per row, set when the row has a value; null when all rows have one.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_vector_get_validity")]
        public static unsafe partial ulong* DuckDBVectorGetValidity(nint vector);

        [LibraryImport(Engine, EntryPoint = "duckdb_vector_ensure_validity_writable")]
        public static partial void DuckDBVectorEnsureValidityWritable(nint vector);

        /// <summary>Copies the bytes and checks that they are UTF-8.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_vector_assign_string_element_len")]
        public static unsafe partial void DuckDBVectorAssignStringElementLength(nint vector, ulong row, byte* text, long length);

        /// <summary>Copies the bytes unchecked.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_unsafe_vector_assign_string_element_len")]
        public static unsafe partial void DuckDBUnsafeVectorAssignStringElementLength(nint vector, ulong row, byte* text, long length);

        [LibraryImport(Engine, EntryPoint = "duckdb_list_vector_get_child")]
        public static partial nint DuckDBListVectorGetChild(nint vector);

        [LibraryImport(Engine, EntryPoint = "duckdb_list_vector_set_size")]
        public static partial DuckDBState DuckDBListVectorSetSize(nint vector, ulong size);

        /// <summary>May move the child's data.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_list_vector_reserve")]
        public static partial DuckDBState DuckDBListVectorReserve(nint vector, ulong capacity);

        [LibraryImport(Engine, EntryPoint = "duckdb_array_vector_get_child")]
        public static partial nint DuckDBArrayVectorGetChild(nint vector);

        [LibraryImport(Engine, EntryPoint = "duckdb_struct_vector_get_child")]
        public static partial nint DuckDBStructVectorGetChild(nint vector, long index);
    }
}
