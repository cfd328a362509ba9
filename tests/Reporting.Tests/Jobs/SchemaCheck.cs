using System.Text.Json;
using System.Text.RegularExpressions;

namespace Reporting.Tests.Jobs;

/// <summary>As much of JSON Schema as jobs.schema.json uses; a keyword that it does not know fails the test.</summary>
static class SchemaCheck
{
    static readonly string[] Notes = ["$schema", "title", "description", "if", "then", "additionalProperties", "minLength"];

    public static bool Holds(JsonElement schema, JsonElement value) => schema.EnumerateObject().All(keyword => keyword.Name switch
    {
        "type" => keyword.Value.GetString() switch
        {
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            var type => value.ValueKind.ToString().Equals(type, StringComparison.OrdinalIgnoreCase),
        },
        "const" => JsonElement.DeepEquals(keyword.Value, value),
        "enum" => keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!, RegexOptions.ECMAScript),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(),
        "uniqueItems" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select(one => one.GetRawText()).Distinct().Count() == value.GetArrayLength(),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(one => Holds(keyword.Value, one)),
        "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(given => Property(schema, keyword.Value, given)),
        "oneOf" => keyword.Value.EnumerateArray().Count(one => Holds(one, value)) == 1,
        "allOf" => keyword.Value.EnumerateArray().All(one => !Holds(one.GetProperty("if"), value) || Holds(one.GetProperty("then"), value)),
        var note => Notes.Contains(note) ? true : throw new NotSupportedException(note),
    }) && (!schema.TryGetProperty("minLength", out var least) || value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= least.GetInt32());

    static bool Property(JsonElement schema, JsonElement known, JsonProperty given) =>
        known.TryGetProperty(given.Name, out var property) ? Holds(property, given.Value) : !schema.TryGetProperty("additionalProperties", out _);
}
