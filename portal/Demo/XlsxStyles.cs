using System.Globalization;

namespace Reporting.Portal.Demo;

/// <summary>The styles part of a workbook: one cell format for each <see cref="Look"/>, in the order its writer has them.</summary>
/// <param name="Order">Place of a look in the list of cell formats; the plain one is always first.</param>
sealed record XlsxStyles(string BodyFont, bool Bordered, IReadOnlyList<Look> Order)
{
    // General, #,##0 and 0.0000: the last is no built-in format and gets the first free number.
    const int General = 0, Grouped = 3, FourDecimals = 176;

    public static XlsxStyles InPrintedOrder(string font, bool bordered) => new(font, bordered, Enum.GetValues<Look>());

    public static XlsxStyles Reversed(string font, bool bordered) => new(font, bordered, [Look.plain, .. Enum.GetValues<Look>().Skip(1).Reverse()]);

    public int IndexOf(Look look) => Order.Index().First(each => each.Item == look).Index;

    public string ToXml() => $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="{FourDecimals}" formatCode="0.0000"/></numFmts>
        <fonts count="3">{Font(BodyFont, 11, "")}{Font("黑体", 18, "<b/>")}{Font(BodyFont, 11, "<b/>")}</fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>{Grid()}</borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="{Order.Count}">{string.Concat(Order.Select(Format))}</cellXfs>
        <cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    static string Font(string name, int size, string bold) => string.Create(CultureInfo.InvariantCulture,
        $"""<font>{bold}<sz val="{size}"/><name val="{name}"/><charset val="134"/></font>""");

    string Grid() => $"<border>{Side("left")}{Side("right")}{Side("top")}{Side("bottom")}<diagonal/></border>";

    string Side(string side) => Bordered ? $"""<{side} style="thin"><color auto="1"/></{side}>""" : $"<{side}/>";

    static string Format(Look look) => look switch
    {
        Look.title => Xf(General, 1, false, """<alignment horizontal="center" vertical="center"/>"""),
        Look.line or Look.note => Xf(General, 0, false, """<alignment vertical="center"/>"""),
        Look.line_center => Xf(General, 0, false, """<alignment horizontal="center" vertical="center"/>"""),
        Look.line_right => Xf(General, 0, false, """<alignment horizontal="right" vertical="center"/>"""),
        Look.header => Xf(General, 2, true, """<alignment horizontal="center" vertical="center" wrapText="1"/>"""),
        Look.label => Xf(General, 0, true, """<alignment horizontal="left" vertical="center"/>"""),
        Look.count or Look.count_text => Xf(General, 0, true, """<alignment horizontal="right" vertical="center"/>"""),
        Look.count_grouped => Xf(Grouped, 0, true, """<alignment horizontal="right" vertical="center"/>"""),
        Look.count_ten_thousand => Xf(FourDecimals, 0, true, """<alignment horizontal="right" vertical="center"/>"""),
        _ => """<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>""",
    };

    static string Xf(int numberFormat, int font, bool border, string alignment) => string.Create(CultureInfo.InvariantCulture, $"""
        <xf numFmtId="{numberFormat}" fontId="{font}" fillId="0" borderId="{(border ? 1 : 0)}" xfId="0"
        applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">{alignment}</xf>
        """);
}
