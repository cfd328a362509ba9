namespace Reporting.Portal.Demo;

/// <summary>What one spreadsheet program does its own way when it saves a workbook.</summary>
/// <param name="Application">As it calls itself in the document's properties.</param>
/// <param name="SharesTexts">Texts in a part of their own, else in the cells.</param>
/// <param name="SplitsTitle">The title's text in two runs of different fonts, as after retyping a part of it.</param>
/// <param name="SheetAttributes">Further namespaces on a sheet's root.</param>
/// <param name="RowSpans">Rows say which columns they span.</param>
/// <param name="EmptySheets">Sheets that come with every new workbook and stay empty.</param>
/// <param name="BuildVersion">Written as a custom property; null where the program has none.</param>
sealed record XlsxProgram(
    string Application, XlsxStyles Styles, bool SharesTexts, bool SplitsTitle, string SheetAttributes, bool RowSpans,
    IReadOnlyList<string> EmptySheets, string? BuildVersion)
{
    public static XlsxProgram Of(FileKind kind) => kind switch
    {
        FileKind.excel => new("Microsoft Excel", XlsxStyles.InPrintedOrder("宋体", bordered: true), SharesTexts: true, SplitsTitle: false, "",
            RowSpans: true, [], null),
        FileKind.wps => new("WPS 表格", XlsxStyles.InPrintedOrder("仿宋_GB2312", bordered: true), SharesTexts: true, SplitsTitle: true,
            """ xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" """,
            RowSpans: true, ["Sheet2", "Sheet3"], "2052-11.1.0.11636"),
        _ => new("LibreOffice/7.3", XlsxStyles.Reversed("Noto Sans CJK SC", bordered: false), SharesTexts: false, SplitsTitle: false, "",
            RowSpans: false, [], null),
    };
}
