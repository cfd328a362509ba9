using System.Numerics;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A signed whole number of 128 bits: <c>upper * 2^64 + lower</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBHugeInt
{
    public DuckDBHugeInt(ulong lower, long upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <exception cref="OverflowException">The value does not fit 128 signed bits.</exception>
    public DuckDBHugeInt(BigInteger value)
    {
        var number = (Int128)value;
        Lower = (ulong)(number & ulong.MaxValue);
        Upper = (long)(number >> 64);
    }

    public static BigInteger HugeIntMinValue { get; } = Int128.MinValue;

    public static BigInteger HugeIntMaxValue { get; } = Int128.MaxValue;

    public ulong Lower { get; }

    public long Upper { get; }

    public BigInteger ToBigInteger() => ToInt128();

    public Int128 ToInt128() => new((ulong)Upper, Lower);
}

/// <summary>An unsigned whole number of 128 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBUHugeInt
{
    /// <exception cref="OverflowException">The value is negative or does not fit 128 bits.</exception>
    public DuckDBUHugeInt(BigInteger value)
    {
        var number = (UInt128)value;
        Lower = (ulong)(number & ulong.MaxValue);
        Upper = (ulong)(number >> 64);
    }

    public static BigInteger HugeIntMinValue { get; } = BigInteger.Zero;

    public static BigInteger HugeIntMaxValue { get; } = UInt128.MaxValue;

    public ulong Lower { get; }

    public ulong Upper { get; }

    public BigInteger ToBigInteger() => ToUInt128();

    public UInt128 ToUInt128() => new(Upper, Lower);
}

/// <summary>A decimal as the engine passes single values: all digits as one whole number, and where the point stands.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBDecimal(byte Width, byte Scale, DuckDBHugeInt Value);

/// <summary>A whole number of any size: its magnitude, big-endian, and its sign. The bytes stay the caller's.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBBignum(IntPtr Data, ulong Size, byte IsNegative);
