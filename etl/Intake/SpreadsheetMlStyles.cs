using System.Xml;

namespace Reporting.Etl.Intake;

/// <summary>How numbers look by the name of their style; a style without a number format of its own looks as its parent does.</summary>
sealed class SpreadsheetMlStyles
{
    public const string Namespace = "urn:schemas-microsoft-com:office:spreadsheet";
    readonly Dictionary<string, NumberLook> looks = new(StringComparer.Ordinal);
    string last = "";

    public int Count => looks.Count;

    /// <summary>Takes a Style element, or the NumberFormat within the last one.</summary>
    public void Read(XmlReader xml)
    {
        if (xml.LocalName == "NumberFormat") looks[last] = NumberFormat.OfNamed(xml.GetAttribute("Format", Namespace) ?? "");
        else looks[last = xml.GetAttribute("ID", Namespace) ?? ""] = Of(xml.GetAttribute("Parent", Namespace));
    }

    public NumberLook Of(string? style) => style is not null && looks.TryGetValue(style, out var look) ? look : NumberLook.Plain;
}
