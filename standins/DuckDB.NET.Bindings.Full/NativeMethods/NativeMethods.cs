namespace DuckDB.NET.Native;

/// <summary>
/// The engine's C functions, one nested class per subject, one file per class.
/// Names and signatures are those that the provider was compiled against, even where C would suggest others.
/// </summary>
public static partial class NativeMethods
{
    /// <summary>Resolved beside the assembly: libduckdb.so, libduckdb.dylib or duckdb.dll.</summary>
    internal const string Engine = "duckdb";
}
