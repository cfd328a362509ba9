using Reporting.Etl.Sheets;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>What the way itself has to say, beside reading, matching and rules.</summary>
static class JobFindings
{
    public const string Failed = "read_failed", SetAside = "file_set_aside", Refused = "load_refused";

    public static Finding TableNotFound(string fileName) => new("table_not_found", Severity.error, Place.File, fileName, null, null,
        "文件里没有找到报表：没有表头和数据行。请确认上传的是填好的报表，而不是空表或其他文件。",
        "No table was found in the file: no header and no data rows. Check that the filled-in form was sent, not an empty or another file.");

    public static Finding SheetHidden(IReadOnlyList<string> sheets) => new("sheet_hidden", Severity.error, new(Sheet: sheets[0]), null, null, null,
        $"工作表“{string.Join("”“", sheets)}”被隐藏，没有读。里面若是要报的表，请取消隐藏后重新报送。",
        $"The sheet {string.Join(", ", sheets)} is hidden and was not read. If it is the one to be sent, unhide it and send the file again.");

    public const string Beside = "table_beside";

    public static Finding TableBeside(UnderstoodTable table) => new(Beside, Severity.info, new(Sheet: table.Sheet is "" ? null : table.Sheet, Cell: table.Range.ToString()),
        table.Title, null, null, "这一块不是已知的报表，未读取；如果它是报表，请检查标题和表头。",
        "This block is no known form and was not read; if it is one, check its title and header.");

    public static Finding ReadFailed(string fileName, Exception unforeseen) => new(Failed, Severity.error, Place.File, fileName, null, null,
        $"系统读取这份文件时出错（{unforeseen.GetType().Name}），原件已留存，未入库。请联系区级运维。",
        $"The program failed to read this file ({unforeseen.GetType().Name}: {unforeseen.Message}); the original is kept, nothing was loaded. Ask the district's operators.");

    public static Finding FileSetAside(string fileName) => new(SetAside, Severity.error, Place.File, fileName, null, null,
        "系统三次在办理这份文件时中断，已把它搁置：原件已留存，没有入库，区级运维已得到通知。请用空白模板重新填写（不要在原文件上改），保存后报送。",
        "The program was ended three times by this file and has set it aside; the original is kept, nothing was loaded, operations are told. Fill in an empty template anew and send that.");

    public static Finding TableRepeated(UnderstoodTable table, string others) => new("table_repeated", Severity.error,
        new(Sheet: table.Sheet is "" ? null : table.Sheet, Cell: table.Range.ToString()), table.Title, others, null,
        $"同一文件里还有一张同单位、同报告期的同一报表（{others}），不知以哪一张为准；请只留一张后重报。",
        $"The file holds the same form of the same unit and period again ({others}), and which one counts cannot be known; keep one and send it again.");

    public static Finding LoadRefused(string check) => new(Refused, Severity.error, Place.File, check, null, null,
        $"数据没有通过入库核对（{check}），已搁置，原件和已入库的数据都未受影响。请联系区级运维。",
        $"The data did not pass a check of the warehouse ({check}) and was set aside; the original and what was loaded are untouched. Ask the district's operators.");
}
