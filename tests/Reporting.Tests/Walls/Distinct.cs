using System.Globalization;

namespace Reporting.Tests.Walls;

/// <summary>
/// Makes records whose every part has a value found nowhere else in them, and remembers which part has which value, so that a row tells
/// where each of its columns came from.
/// </summary>
sealed class Distinct
{
    readonly Dictionary<string, string> places = [];
    int count;

    /// <summary>The part that has this value, as read back from a store; the value itself where no part has it (a flag, a code).</summary>
    public string PlaceOf(object? value) => value is null or DBNull ? "null" : places.GetValueOrDefault(Print(value), Print(value));

    public object Make(Type type, string place)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Make(inner, place);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(Math.Min(1, Enum.GetValues(type).Length - 1))!;
        if (type == typeof(bool)) return true;
        if (Plain(type, place) is { } plain)
        {
            places[Print(plain)] = place.Length == 0 ? "the row" : place;
            return plain;
        }
        if (type.IsGenericType && type.Namespace == "System.Collections.Generic") return Empty(type);
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(part => Make(part.ParameterType, place.Length == 0 ? Title(part.Name!) : $"{place}.{Title(part.Name!)}"))]);
    }

    // Wider than 16 and 32 bits where the type is, with all the decimals that a column keeps: a wrong width cannot come back equal.
    object? Plain(Type type, string place)
    {
        count++;
        return type == typeof(string) ? $"text {count}"
            : type == typeof(int) ? 1_000_000 + count
            : type == typeof(long) ? 5_000_000_000 + count
            : type == typeof(decimal) ? place.EndsWith("Score", StringComparison.Ordinal) ? 1 + count / 10_000m : count + 0.1234m // a score is 0 to 1
            : type == typeof(DateOnly) ? new DateOnly(2022, 1, 3).AddDays(7 * count)
            : type == typeof(DateTime) ? new DateTime(2022, 1, 3, 1, 2, 3, DateTimeKind.Unspecified).AddDays(count)
            : null;
    }

    static object Empty(Type type)
    {
        var arguments = type.GetGenericArguments();
        return arguments.Length == 1 ? Array.CreateInstance(arguments[0], 0) : Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
    }

    static string Title(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    static string Print(object value) => value switch
    {
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
