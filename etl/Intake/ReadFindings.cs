using System.Globalization;
using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>
/// All that intake has to say, in one place. Codes: file_empty, file_limit, file_unreadable, file_encrypted, format_unsupported,
/// quote_open, cell_text_missing (errors); sheet_missing, formula_without_value, cell_twice (warnings).
/// </summary>
static class ReadFindings
{
    const string SaveAs = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后重新报送";
    const string SaveAsEn = "open it in Excel or WPS, save it as an Excel workbook (.xlsx) and send it again";

    public static ReadFile Refusal(string format, Finding finding) => new(format, null, [], [finding]);

    public static Finding Empty(string file) => Error("file_empty",
        $"文件“{file}”是空的，没有任何内容。请检查是否保存成功，填写后重新报送。",
        $"The file '{file}' is empty. Check that it was saved, fill it in and send it again.");

    public static Finding Unreadable(string file, string format, string detail) => Error("file_unreadable",
        $"文件“{file}”已损坏或传输不完整，无法读取。{SaveAs}。",
        $"The file '{file}' ({format}) is damaged or incomplete: {SaveAsEn}. ({detail})");

    public static Finding NoSheets(string file) => Error("file_unreadable",
        $"工作簿“{file}”里没有可以读取的工作表。{SaveAs}。",
        $"The workbook '{file}' has no sheet that can be read: {SaveAsEn}.");

    public static Finding TextEncoding(string file) => Error("file_unreadable",
        $"文本文件“{file}”既不是 UTF-8 也不是 GB18030 编码，无法读取。{SaveAs}。",
        $"The text file '{file}' is neither UTF-8 nor GB18030: {SaveAsEn}.");

    /// <summary>A file of another kind, or one locked by a password.</summary>
    public static Finding NilUnreadable(string file) => Error("nil_unreadable",
        $"“{file}”像是零报告，但没有写全报表、单位、报告期和报告人。请用 submit --nil 重新报告。",
        $"'{file}' looks like a nil return, but does not say form, unit, period and person whole. State it again with submit --nil.");

    public static Finding Refused(string file, string format)
    {
        if (format == "encrypted")
            return Error("file_encrypted",
                $"文件“{file}”设有打开密码，无法读取。请取消密码（文件—信息—保护工作簿）后另存为 .xlsx 重新报送。",
                $"The file '{file}' is locked by a password. Remove the password, save it as .xlsx and send it again.");
        var (what, whatEn) = format switch
        {
            "xlsb" => ("二进制 Excel 工作簿（.xlsb）", "a binary Excel workbook (.xlsb)"),
            "ods" => ("OpenDocument 文件（.ods 等）", "an OpenDocument file (.ods)"),
            "html" => ("网页（HTML），里面没有表格，扩展名可能被写成了 .xls", "a web page (HTML) without a table, perhaps named .xls"),
            "mht" => ("单个文件网页（.mht），扩展名可能被写成了 .xls", "a single-file web page (.mht), perhaps named .xls"),
            "xml" => ("XML 文件", "an XML file"),
            "pdf" => ("PDF 文件", "a PDF"),
            "image" => ("图片", "a picture"),
            "word" => ("Word 文档", "a Word document"),
            "powerpoint" => ("PowerPoint 演示文稿", "a PowerPoint presentation"),
            "rtf" => ("RTF 文档", "an RTF document"),
            "lock" => ("打开表格时留下的临时文件（文件名以 ~$ 开头），不是表格本身", "a lock file (~$…) that an open workbook leaves beside it"),
            "system" => ("电脑自动生成的文件（Thumbs.db、desktop.ini、.DS_Store），不是表格", "a file of the operating system (Thumbs.db, desktop.ini, .DS_Store)"),
            "zip" or "archive" => ("压缩包，不是表格", "an archive, not a workbook"),
            _ => ("无法识别的文件，不是表格", "of an unknown kind, not a workbook"),
        };
        var remedy = format is "xlsb" or "ods" or "html" or "mht"
            ? (SaveAs, SaveAsEn)
            : ("请把表格填在 Excel 工作簿（.xlsx）或 CSV 文件里，逐个文件报送", "send the sheet as an Excel workbook (.xlsx) or CSV, one file at a time");
        return Error("format_unsupported", $"文件“{file}”是{what}，不能读取。{remedy.Item1}。", $"The file '{file}' is {whatEn}: {remedy.Item2}.");
    }

    public static Finding FileTooLarge(long bytes, long most) => Limit("文件大小", "file size", Megabytes(bytes), Megabytes(most),
        "请删除图片和多余的工作表，或分成几个文件报送", "remove pictures and spare sheets, or split the file");

    public static Finding InflatesTooMuch(long bytes, long most) => Limit("解压后大小", "inflated size", Megabytes(bytes), Megabytes(most),
        "请把有用的内容复制到新工作簿后报送", "copy what matters into a new workbook");

    public static Finding InflatesTooOften(long ratio, int most) => Limit("解压倍数", "inflation ratio", Number(ratio), Number(most),
        "请把有用的内容复制到新工作簿后报送", "copy what matters into a new workbook");

    public static Finding TooManyRows(string? sheet, int row, int column, int most) => Limit("有内容的行号", "row number", Number(row), Number(most),
        "请删除远处多余的内容，或分成几个文件报送", "delete stray content far down, or split the file", At(sheet, row, column));

    public static Finding TooManyColumns(string? sheet, int row, int column, int most) => Limit("有内容的列号", "column number", Number(column), Number(most),
        "请删除远处多余的内容，或分成几个文件报送", "delete stray content far to the right, or split the file", At(sheet, row, column));

    public static Finding TooManyCells(int most) => Limit("单元格数", "number of cells", "> " + Number(most), Number(most),
        "请分成几个文件报送", "split the file");

    public static Finding TooManySheets(int sheets, int most) => Limit("工作表数", "number of sheets", Number(sheets), Number(most),
        "请删除多余的工作表，或分成几个文件报送", "delete spare sheets, or split the file");

    public static Finding TooManyElements(int most) => Limit("网页里的标记数", "number of elements in the page", "> " + Number(most), Number(most),
        "请另存为 .xlsx，或分成几个文件报送", "save it as .xlsx, or split the file");

    public static Finding TooDeep(int most) => Limit("网页里标记的层数", "depth of elements in the page", "> " + Number(most), Number(most),
        "请另存为 .xlsx 后报送", "save it as .xlsx");

    public static Finding TextTooLong(int most) => Limit("单元格文字长度", "length of a cell's text", "> " + Number(most), Number(most),
        "请缩短过长的文字；CSV 文件请检查双引号是否成对", "shorten the text; in a CSV check that quotes are closed");

    public static Finding TookTooLong(TimeSpan most) => Limit("读取时间", "time to read", "> " + Seconds(most), Seconds(most),
        "请删除多余的工作表和内容，或分成几个文件报送", "remove spare sheets and content, or split the file");

    public static Finding QuoteOpen(int row) => new("quote_open", Severity.error, new(Cell: Address.Of(row, 1)), null, null, null,
        $"CSV 文件第 {row} 行有双引号没有成对，后面的内容无法分列。请补上双引号，或另存为 .xlsx 后重新报送。",
        $"A quote opened in row {row} of the CSV is never closed: close it, or save as .xlsx and send it again.");

    public static Finding SheetMissing(string sheet) => new("sheet_missing", Severity.warning, new(Sheet: sheet), null, null, null,
        $"工作簿列出了工作表“{sheet}”，但文件里没有它的内容。若需要该表，{SaveAs}。",
        $"The workbook lists the sheet '{sheet}' but does not hold it. If it matters, {SaveAsEn}.");

    public static Finding FormulaWithoutValue(string sheet, int row, int column) => AtCell("formula_without_value", Severity.warning, sheet, row, column,
        "是公式但没有保存计算结果，按空白处理。请用 Excel 或 WPS 打开、重新计算并保存后报送。",
        "is a formula without a saved result and counts as blank: open the file in Excel or WPS, recalculate, save and send it again.");

    public static Finding CellTwice(string sheet, int row, int column) => AtCell("cell_twice", Severity.warning, sheet, row, column,
        "在文件里出现了两次，取后一个值。请核对该单元格，另存后重新报送。",
        "occurs twice in the file; the later value is taken: check the cell, save the file anew and send it again.");

    public static Finding TextMissing(string sheet, int row, int column) => AtCell("cell_text_missing", Severity.error, sheet, row, column,
        "的文字在文件里找不到，文件已损坏。" + SaveAs + "。", "refers to a text that the file does not hold; the file is damaged: " + SaveAsEn + ".");

    /// <summary>Ends a row of findings of one kind that would go on for pages.</summary>
    public static Finding AndMore(Finding example, string sheet, int more) => example with
    {
        Place = new(Sheet: sheet),
        Message = $"工作表“{sheet}”另有 {more} 个单元格也是如此：{example.Message}",
        MessageEn = $"{more} more cells of sheet '{sheet}' are alike: {example.MessageEn}",
    };

    static Finding AtCell(string code, Severity severity, string sheet, int row, int column, string message, string messageEn) =>
        new(code, severity, At(sheet, row, column), null, null, null,
            $"工作表“{sheet}”的 {Address.Of(row, column)} {message}", $"{Address.Of(row, column)} of sheet '{sheet}' {messageEn}");

    static Finding Limit(string what, string whatEn, string found, string most, string remedy, string remedyEn, Place? place = null) =>
        new("file_limit", Severity.error, place ?? Place.File, found, "≤ " + most, null,
            $"文件超出读取限制：{what} {found}，最多 {most}。{remedy}。", $"The file passes a limit: {whatEn} {found}, at most {most}; {remedyEn}.");

    static Finding Error(string code, string message, string messageEn) => new(code, Severity.error, Place.File, null, null, null, message, messageEn);

    static Place At(string? sheet, int row, int column) => new(Sheet: sheet, Cell: Address.Of(row, column));

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
    static string Megabytes(long bytes) => (bytes / 1048576m).ToString("0.##", CultureInfo.InvariantCulture) + " MB";
    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";
}
