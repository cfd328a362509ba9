using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reporting.Portal;

/// <summary>How JSON looks wherever people and programs read it: snake_case, Chinese as Chinese, enums by name, absent things null.</summary>
public static class PrintedJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        WriteIndented = true,
    };

    public static string Of<T>(T document) => JsonSerializer.Serialize(document, Options);
}
