using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Functions written in .NET. The engine keeps the callbacks and frees extra data through the destructor it was given.</summary>
    public static partial class ScalarFunction
    {
        /// <summary>Destroyed by the caller, also after registration, which copies it.</summary>
        [LibraryImport(Engine, EntryPoint = "duckdb_create_scalar_function")]
        public static partial nint DuckDBCreateScalarFunction();

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
        public static partial void DuckDBScalarFunctionSetName(nint function, string name);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_set_varargs")]
        public static partial void DuckDBScalarFunctionSetVarargs(nint function, DuckDBLogicalType type);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_add_parameter")]
        public static partial void DuckDBScalarFunctionAddParameter(nint function, DuckDBLogicalType type);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_set_volatile")]
        public static partial void DuckDBScalarFunctionSetVolatile(nint function);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_set_special_handling")]
        public static partial void DuckDBScalarFunctionSetSpecialHandling(nint function);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_set_return_type")]
        public static partial void DuckDBScalarFunctionSetReturnType(nint function, DuckDBLogicalType type);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_set_bind")]
        public static unsafe partial void DuckDBScalarFunctionSetBind(nint function, delegate* unmanaged[Cdecl]<nint, void> bind);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_set_function")]
        public static unsafe partial void DuckDBScalarFunctionSetFunction(nint function, delegate* unmanaged[Cdecl]<nint, nint, nint, void> callback);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_set_extra_info")]
        public static unsafe partial void DuckDBScalarFunctionSetExtraInfo(nint function, nint extraInfo, delegate* unmanaged[Cdecl]<nint, void> destroy);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_get_extra_info")]
        public static partial nint DuckDBScalarFunctionGetExtraInfo(nint functionInfo);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_set_bind_data")]
        public static unsafe partial void DuckDBScalarFunctionSetBindData(nint bindInfo, nint bindData, delegate* unmanaged[Cdecl]<nint, void> destroy);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_set_bind_data_copy")]
        public static unsafe partial void DuckDBScalarFunctionSetBindDataCopy(nint bindInfo, delegate* unmanaged[Cdecl]<nint, nint> copy);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_get_bind_data")]
        public static partial nint DuckDBScalarFunctionGetBindData(nint functionInfo);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_get_client_context")]
        public static partial void DuckDBScalarFunctionGetClientContext(nint bindInfo, out DuckDBClientContext context);

        [LibraryImport(Engine, EntryPoint = "duckdb_scalar_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
        public static partial void DuckDBScalarFunctionSetError(nint functionInfo, string error);

        [LibraryImport(Engine, EntryPoint = "duckdb_register_scalar_function")]
        public static partial DuckDBState DuckDBRegisterScalarFunction(DuckDBNativeConnection connection, nint function);

        [LibraryImport(Engine, EntryPoint = "duckdb_destroy_scalar_function")]
        public static partial void DuckDBDestroyScalarFunction(ref nint function);
    }
}
