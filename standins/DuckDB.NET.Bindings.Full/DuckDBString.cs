using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>
/// A text or blob cell as it lies in a vector (16 bytes): up to 12 bytes inside the cell, longer ones behind a pointer.
/// The provider reaches into the nested types by name, so their names are fixed.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBString
{
    const int InlineLimit = 12;

    public _value_e__Union value;

    /// <summary>Length in bytes, not in characters.</summary>
    public readonly int Length => (int)value.inlined.length;

    /// <summary>The bytes; valid only while the vector lives and the cell is read in place, not from a copy.</summary>
    public unsafe sbyte* Data => Length <= InlineLimit
        ? (sbyte*)Unsafe.AsPointer(ref value.inlined.inlined[0])
        : value.pointer.ptr;

    [StructLayout(LayoutKind.Explicit)]
    public struct _value_e__Union
    {
        [FieldOffset(0)]
        public DuckDBStringPointer pointer;

        [FieldOffset(0)]
        public DuckDBStringInlined inlined;

        [StructLayout(LayoutKind.Sequential)]
        public unsafe struct DuckDBStringPointer
        {
            public uint length;
            public fixed sbyte prefix[4];
            public sbyte* ptr;
        }

        [StructLayout(LayoutKind.Sequential)]
        public unsafe struct DuckDBStringInlined
        {
            public uint length;
            public fixed sbyte inlined[InlineLimit];
        }
    }
}
