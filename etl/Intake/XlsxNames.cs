using System.Xml;

namespace Reporting.Etl.Intake;

/// <summary>The element and attribute names of a workbook's busy parts as the reader's own strings, so that they compare by reference.</summary>
sealed class XlsxNames(XmlNameTable table)
{
    public string Row { get; } = table.Add("row");
    public string Cell { get; } = table.Add("c");
    public string Value { get; } = table.Add("v");
    public string Formula { get; } = table.Add("f");
    public string Inline { get; } = table.Add("is");
    public string Text { get; } = table.Add("t");
    public string Item { get; } = table.Add("si");
    public string Phonetic { get; } = table.Add("rPh");
    public string Column { get; } = table.Add("col");
    public string Merge { get; } = table.Add("mergeCell");
    public string Extension { get; } = table.Add("extLst");
    public string Reference { get; } = table.Add("r");
    public string Style { get; } = table.Add("s");
}
