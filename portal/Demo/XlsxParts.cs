using System.Globalization;
using System.Security;

namespace Reporting.Portal.Demo;

/// <summary>The parts of a workbook package around its sheets: what is in it and how it hangs together.</summary>
static class XlsxParts
{
    const string Package = "http://schemas.openxmlformats.org/package/2006";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006";
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    const string Properties = "application/vnd.openxmlformats-officedocument";
    const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    public static string ContentTypes(XlsxProgram program, int sheets) => $"""
        {Declaration}
        <Types xmlns="{Package}/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        {Part("/xl/workbook.xml", $"{Sheet}.sheet.main+xml")}
        {Each(sheets, number => Part($"/xl/worksheets/sheet{number}.xml", $"{Sheet}.worksheet+xml"))}
        {Part("/xl/styles.xml", $"{Sheet}.styles+xml")}
        {(program.SharesTexts ? Part("/xl/sharedStrings.xml", $"{Sheet}.sharedStrings+xml") : "")}
        {Part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")}
        {Part("/docProps/app.xml", $"{Properties}.extended-properties+xml")}
        {(program.BuildVersion is null ? "" : Part("/docProps/custom.xml", $"{Properties}.custom-properties+xml"))}
        </Types>
        """;

    public static string PackageRelationships(XlsxProgram program) => Relationships(
        Relation(1, $"{Office}/relationships/officeDocument", "xl/workbook.xml"),
        Relation(2, $"{Package}/relationships/metadata/core-properties", "docProps/core.xml"),
        Relation(3, $"{Office}/relationships/extended-properties", "docProps/app.xml"),
        program.BuildVersion is null ? "" : Relation(4, $"{Office}/relationships/custom-properties", "docProps/custom.xml"));

    public static string WorkbookRelationships(XlsxProgram program, int sheets) => Relationships(
        Each(sheets, number => Relation(number, $"{Office}/relationships/worksheet", $"worksheets/sheet{number}.xml")),
        Relation(sheets + 1, $"{Office}/relationships/styles", "styles.xml"),
        program.SharesTexts ? Relation(sheets + 2, $"{Office}/relationships/sharedStrings", "sharedStrings.xml") : "");

    public static string Workbook(string[] sheets) => $"""
        {Declaration}
        <workbook xmlns="{Main}" xmlns:r="{Office}/relationships">
        <workbookPr/>
        <bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>
        <sheets>{Each(sheets.Length, number => $"""<sheet name="{SecurityElement.Escape(sheets[number - 1])}" sheetId="{number}" r:id="rId{number}"/>""")}</sheets>
        </workbook>
        """;

    public static string Application(XlsxProgram program) => $"""
        {Declaration}
        <Properties xmlns="{Office}/extended-properties"><Application>{program.Application}</Application></Properties>
        """;

    public static string CoreProperties(string author, DateTime savedAt) => string.Create(CultureInfo.InvariantCulture, $"""
        {Declaration}
        <cp:coreProperties xmlns:cp="{Package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <dc:creator>{SecurityElement.Escape(author)}</dc:creator>
        <dcterms:modified xsi:type="dcterms:W3CDTF">{savedAt:yyyy-MM-ddTHH:mm:ss}Z</dcterms:modified>
        </cp:coreProperties>
        """);

    public static string CustomProperties(string build) => $$"""
        {{Declaration}}
        <Properties xmlns="{{Office}}/custom-properties" xmlns:vt="{{Office}}/docPropsVTypes">
        <property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>{{build}}</vt:lpwstr></property>
        </Properties>
        """;

    static string Relationships(params string[] relations) => $"""
        {Declaration}
        <Relationships xmlns="{Package}/relationships">{string.Concat(relations)}</Relationships>
        """;

    static string Relation(int number, string type, string target) => $"""<Relationship Id="rId{number}" Type="{type}" Target="{target}"/>""";

    static string Part(string name, string type) => $"""<Override PartName="{name}" ContentType="{type}"/>""";

    static string Each(int count, Func<int, string> each) => string.Concat(Enumerable.Range(1, count).Select(each));
}
