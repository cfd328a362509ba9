using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Tables written in .NET: bound once, initialised once, then asked for chunks.</summary>
    public static partial class TableFunction
    {
        [LibraryImport(Engine, EntryPoint = "duckdb_create_table_function")]
        public static partial nint DuckDBCreateTableFunction();

        [LibraryImport(Engine, EntryPoint = "duckdb_table_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
        public static partial void DuckDBTableFunctionSetName(nint function, string name);

        [LibraryImport(Engine, EntryPoint = "duckdb_table_function_add_parameter")]
        public static partial void DuckDBTableFunctionAddParameter(nint function, DuckDBLogicalType type);

        [LibraryImport(Engine, EntryPoint = "duckdb_table_function_add_named_parameter", StringMarshalling = StringMarshalling.Utf8)]
        public static partial void DuckDBTableFunctionAddNamedParameter(nint function, string name, DuckDBLogicalType type);

        [LibraryImport(Engine, EntryPoint = "duckdb_table_function_set_bind")]
        public static unsafe partial void DuckDBTableFunctionSetBind(nint function, delegate* unmanaged[Cdecl]<nint, void> bind);

        [LibraryImport(Engine, EntryPoint = "duckdb_table_function_set_init")]
        public static unsafe partial void DuckDBTableFunctionSetInit(nint function, delegate* unmanaged[Cdecl]<nint, void> init);

        [LibraryImport(Engine, EntryPoint = "duckdb_table_function_set_function")]
        public static unsafe partial void DuckDBTableFunctionSetFunction(nint function, delegate* unmanaged[Cdecl]<nint, nint, void> callback);

        [LibraryImport(Engine, EntryPoint = "duckdb_table_function_set_extra_info")]
        public static unsafe partial void DuckDBTableFunctionSetExtraInfo(nint function, nint extraInfo, delegate* unmanaged[Cdecl]<nint, void> destroy);

        [LibraryImport(Engine, EntryPoint = "duckdb_table_function_supports_projection_pushdown")]
        public static partial void DuckDBTableFunctionSupportsProjectionPushdown(nint function, [MarshalAs(UnmanagedType.U1)] bool pushdown);

        [LibraryImport(Engine, EntryPoint = "duckdb_table_function_get_client_context")]
        public static partial void DuckDBTableFunctionGetClientContext(nint bindInfo, out DuckDBClientContext context);

        [LibraryImport(Engine, EntryPoint = "duckdb_register_table_function")]
        public static partial DuckDBState DuckDBRegisterTableFunction(DuckDBNativeConnection connection, nint function);

        [LibraryImport(Engine, EntryPoint = "duckdb_destroy_table_function")]
        public static partial void DuckDBDestroyTableFunction(ref nint function);

        [LibraryImport(Engine, EntryPoint = "duckdb_bind_get_extra_info")]
        public static partial nint DuckDBBindGetExtraInfo(nint bindInfo);

        [LibraryImport(Engine, EntryPoint = "duckdb_bind_get_parameter_count")]
        public static partial ulong DuckDBBindGetParameterCount(nint bindInfo);

        /// <summary>The caller owns the value.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_bind_get_parameter")]
        public static partial DuckDBValue DuckDBBindGetParameter(nint bindInfo, ulong index);

        /// <summary>The caller owns the value; an empty handle when it was not given.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_bind_get_named_parameter", StringMarshalling = StringMarshalling.Utf8)]
        public static partial DuckDBValue DuckDBBindGetNamedParameter(nint bindInfo, string name);

        [LibraryImport(Engine, EntryPoint = "duckdb_bind_add_result_column", StringMarshalling = StringMarshalling.Utf8)]
        public static partial void DuckDBBindAddResultColumn(nint bindInfo, string name, DuckDBLogicalType type);

        [LibraryImport(Engine, EntryPoint = "duckdb_bind_set_cardinality")]
        public static partial void DuckDBBindSetCardinality(nint bindInfo, ulong rows, [MarshalAs(UnmanagedType.U1)] bool exact);

        [LibraryImport(Engine, EntryPoint = "duckdb_bind_set_bind_data")]
        public static unsafe partial void DuckDBBindSetBindData(nint bindInfo, nint bindData, delegate* unmanaged[Cdecl]<nint, void> destroy);

        [LibraryImport(Engine, EntryPoint = "duckdb_bind_set_error", StringMarshalling = StringMarshalling.Utf8)]
        public static partial void DuckDBBindSetError(nint bindInfo, string error);

        [LibraryImport(Engine, EntryPoint = "duckdb_init_get_bind_data")]
        public static partial nint DuckDBInitGetBindData(nint initInfo);

        [LibraryImport(Engine, EntryPoint = "duckdb_init_get_extra_info")]
        public static partial nint DuckDBInitGetExtraInfo(nint initInfo);

        [LibraryImport(Engine, EntryPoint = "duckdb_init_get_column_count")]
        public static partial ulong DuckDBInitGetColumnCount(nint initInfo);

        [LibraryImport(Engine, EntryPoint = "duckdb_init_get_column_index")]
        public static partial ulong DuckDBInitGetColumnIndex(nint initInfo, ulong position);

        [LibraryImport(Engine, EntryPoint = "duckdb_init_set_init_data")]
        public static unsafe partial void DuckDBInitSetInitData(nint initInfo, nint initData, delegate* unmanaged[Cdecl]<nint, void> destroy);

        [LibraryImport(Engine, EntryPoint = "duckdb_init_set_error", StringMarshalling = StringMarshalling.Utf8)]
        public static partial void DuckDBInitSetError(nint initInfo, string error);

        [LibraryImport(Engine, EntryPoint = "duckdb_function_get_init_data")]
        public static partial nint DuckDBFunctionGetInitData(nint functionInfo);

        [LibraryImport(Engine, EntryPoint = "duckdb_function_get_bind_data")]
        public static partial nint DuckDBFunctionGetBindData(nint functionInfo);

        [LibraryImport(Engine, EntryPoint = "duckdb_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
        public static partial void DuckDBFunctionSetError(nint functionInfo, string error);
    }
}
