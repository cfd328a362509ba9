using System.Text.Json;
using System.Text.Json.Serialization;
using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>
/// 零报告: a named person's statement that nothing occurred for a form and period. It has a file of its own, so that it is archived, answered
/// and taken back as any other.
/// </summary>
/// <param name="NilReturnOf">Id of the form; the word tells the file from other JSON.</param>
/// <param name="Period">As periods are written: 2022-03.</param>
public sealed record NilReturn(string NilReturnOf, string OrgUnit, string Period, string StatedBy, string? Remark)
{
    public const string Format = "nil";

    static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // kept as a file, never put into a page
    };

    public byte[] AsBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Written);

    /// <summary>Whether these bytes claim to be one.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes)
    {
        bytes = Unmarked(bytes);
        var start = bytes[..Math.Min(bytes.Length, 200)];
        return start.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && start.IndexOf("\"nil_return_of\""u8) >= 0;
    }

    /// <summary>The statement; null where the bytes do not say it whole.</summary>
    public static NilReturn? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<NilReturn>(Unmarked(bytes), Written) is { NilReturnOf: not (null or ""), OrgUnit: not (null or ""), StatedBy: not (null or ""), Period: not null } said
                && Warehouse.Period.TryParse(said.Period, out _) ? said : null;
        }
        catch (JsonException) { return null; }
    }

    // Editors put a mark before UTF-8 that JSON does not know.
    static ReadOnlySpan<byte> Unmarked(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes["\uFEFF"u8.Length..] : bytes;
}
