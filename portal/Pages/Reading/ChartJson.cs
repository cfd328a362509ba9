using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reporting.Portal.Pages.Reading;

/// <summary>Options of a chart as the drawing library names them; what is null is left out.</summary>
static class ChartJson
{
    static readonly JsonSerializerOptions AsNamed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Of(object chart) => JsonSerializer.Serialize(chart, AsNamed);
}
