namespace Reporting.Etl.Answer.Marked;

/// <summary>Names that workbook parts share.</summary>
static class XmlParts
{
    public const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    public static string MainOf(bool strict) => strict ? StrictMain : Main;
}
