using Reporting.Etl.Sheets;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>What the way itself has to say, beside reading, matching and rules.</summary>
static class JobFindings
{
    public static Finding TableNotFound(string fileName) => new("table_not_found", Severity.error, Place.File, fileName, null, null,
        "文件里没有找到报表：没有表头和数据行。请确认上传的是填好的报表，而不是空表或其他文件。",
        "No table was found in the file: no header and no data rows. Check that the filled-in form was sent, not an empty or another file.");

    public static Finding TableBeside(UnderstoodTable table) => new("table_beside", Severity.info, new(Sheet: table.Sheet is "" ? null : table.Sheet, Cell: table.Range.ToString()),
        table.Title, null, null, "这一块不是已知的报表，未读取；如果它是报表，请检查标题和表头。",
        "This block is no known form and was not read; if it is one, check its title and header.");

    public static Finding LoadRefused(string check) => new("load_refused", Severity.error, Place.File, check, null, null,
        $"数据没有通过入库核对（{check}），已搁置，原件和已入库的数据都未受影响。请联系区级运维。",
        $"The data did not pass a check of the warehouse ({check}) and was set aside; the original and what was loaded are untouched. Ask the district's operators.");
}
