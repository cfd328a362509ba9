using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Reporting.Warehouse.Assessment.Runs;

/// <summary>
/// The one way in which a run is written down, so that equal content is equal bytes: UTF-8, no spaces, keys as snake_case words in ordinal order,
/// absent things left out, numbers as plain decimals without exponent or trailing zeros, codes as words, days as 2022-06-30, moments in UTC. Lists
/// keep their order.
/// </summary>
public static class CanonicalJson
{
    static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(), new PlainNumber(), new UtcMoment() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // kept and compared, never put into a page as it is
        IgnoreReadOnlyProperties = true, // what a record derives from its parts says nothing of its own
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { InOrder } },
    };

    public static string Of<T>(T content) => JsonSerializer.Serialize(content, Form);

    /// <summary>What was written, also by an earlier engine whose records had fewer parts.</summary>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Form)!;

    /// <summary>Of the text's UTF-8 bytes, lower-case hex.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static void InOrder(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var (index, property) in type.Properties.OrderBy(property => property.Name, StringComparer.Ordinal).Index().ToList())
            (property.Order, property.IsRequired) = (index, false);
    }

    /// <summary>9117.0000 and 9117 are one number: a decimal remembers the zeros it was made with.</summary>
    sealed class PlainNumber : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteRawValue(value == 0 ? "0" : Figures.Printed(value));
    }

    /// <summary>The store counts microseconds and knows no zone: every moment in it is UTC.</summary>
    sealed class UtcMoment : JsonConverter<DateTime>
    {
        const string Shape = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTime.ParseExact(reader.GetString()!, Shape, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(Shape, CultureInfo.InvariantCulture));
    }
}
