using System.Xml;

namespace Reporting.Etl.Intake;

/// <summary>How numbers look by the name of their style; a style without a number format of its own looks as its parent does.</summary>
sealed class SpreadsheetMlStyles
{
    public const string Namespace = "urn:schemas-microsoft-com:office:spreadsheet";
    readonly Dictionary<string, NumberLook> looks = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);
    string last = "";

    public int Count => looks.Count;

    /// <summary>Takes a Style element, or the NumberFormat within the last one.</summary>
    public void Read(XmlReader xml)
    {
        if (xml.LocalName == "NumberFormat")
        {
            var format = xml.GetAttribute("Format", Namespace) ?? "";
            (looks[last], codes[last]) = (NumberFormat.OfNamed(format), NumberFormat.CodeOfNamed(format));
            return;
        }
        looks[last = xml.GetAttribute("ID", Namespace) ?? ""] = Of(xml.GetAttribute("Parent", Namespace));
        if (CodeOf(xml.GetAttribute("Parent", Namespace)) is { } code) codes[last] = code;
    }

    /// <summary>Excel's code of the number format; null where it is General.</summary>
    public string? CodeOf(string? style) => style is not null && codes.TryGetValue(style, out var code) && code is { Length: > 0 and <= 255 } and not "General" ? code : null;

    public NumberLook Of(string? style) => style is not null && looks.TryGetValue(style, out var look) ? look : NumberLook.Plain;
}
