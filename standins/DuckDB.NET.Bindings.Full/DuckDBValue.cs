using System.Globalization;
using System.Numerics;
using Microsoft.Win32.SafeHandles;
using static DuckDB.NET.Native.NativeMethods.Value;

namespace DuckDB.NET.Native;

/// <summary>Reads the arguments of a table function.</summary>
public interface IDuckDBValueReader
{
    bool IsNull();

    T GetValue<T>();
}

/// <summary>One value of any type. Parameters are bound from it, arguments of table functions are read from it.</summary>
public sealed class DuckDBValue() : SafeHandleZeroOrMinusOneIsInvalid(true), IDuckDBValueReader
{
    /// <exception cref="ObjectDisposedException">Arguments live only while the function binds: read them there, not lazily.</exception>
    public bool IsNull()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);

        // A named argument that was not given arrives as an empty handle.
        return IsInvalid || NativeMethods.Value.IsNull(this);
    }

    /// <exception cref="InvalidCastException">The value is null and the type has no null, or the type is not known.</exception>
    public T GetValue<T>()
    {
        if (!IsNull())
        {
            return (T)Read(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
        }

        return default(T) is null ? default! : throw new InvalidCastException($"The value is null and cannot be read as {typeof(T)}.");
    }

    protected override bool ReleaseHandle()
    {
        DuckDBDestroyValue(ref handle);
        return true;
    }

    object Read(Type type) => type switch
    {
        _ when type == typeof(bool) => GetBool(this),
        _ when type == typeof(sbyte) => GetInt8(this),
        _ when type == typeof(short) => GetInt16(this),
        _ when type == typeof(int) => GetInt32(this),
        _ when type == typeof(long) => GetInt64(this),
        _ when type == typeof(byte) => GetUInt8(this),
        _ when type == typeof(ushort) => GetUInt16(this),
        _ when type == typeof(uint) => GetUInt32(this),
        _ when type == typeof(ulong) => GetUInt64(this),
        _ when type == typeof(float) => GetFloat(this),
        _ when type == typeof(double) => GetDouble(this),
        _ when type == typeof(decimal) => decimal.Parse(Text, CultureInfo.InvariantCulture),
        _ when type == typeof(BigInteger) => BigInteger.Parse(Text, CultureInfo.InvariantCulture),
        _ when type == typeof(Int128) => GetHugeInt(this).ToInt128(),
        _ when type == typeof(UInt128) => GetUHugeInt(this).ToUInt128(),
        _ when type == typeof(string) || type == typeof(object) => Text,
        _ when type == typeof(Guid) => Guid.Parse(Text),
        _ when type == typeof(DateOnly) => (DateOnly)DuckDBDateOnly.FromDuckDBDate(GetDate(this)),
        _ when type == typeof(TimeOnly) => (TimeOnly)NativeMethods.DateTimeHelpers.DuckDBFromTime(GetTime(this)),
        _ when type == typeof(DateTime) => DateTime.UnixEpoch.AddMicroseconds(GetTimestamp(this).Micros),
        _ when type == typeof(TimeSpan) => (TimeSpan)GetInterval(this),
        _ => throw new InvalidCastException($"A value of the engine cannot be read as {type}."),
    };

    string Text => GetVarchar(this) ?? string.Empty;
}
