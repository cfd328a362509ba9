using System.IO.Compression;
using System.Text;
using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Portal.Demo;
using Reporting.Tests.Intake;
using Reporting.Warehouse;

namespace Reporting.Tests.Answers;

/// <summary>Workbooks in the ways of several programs and hands, and an answer to mark them with.</summary>
static class MarkedBooks
{
    const string Package = "http://schemas.openxmlformats.org/package/2006";
    const string SheetKind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    static readonly string[] Lines = ["城镇新增就业人数", "其中：失业人员再就业", "帮扶引领成功创业人数", "职业技能培训人次", "新增高技能人才", "青年大学生"];

    /// <summary>A month's sheet: title over five columns, unit line, two header rows, six lines, a foot. 报送 D7 is blank.</summary>
    public static DemoGrid Grid(string name = "就业")
    {
        var grid = new DemoGrid(name, [6, 34, 10, 14, 14]);
        grid.NextRow();
        grid.PutOver(1, 5, "就业工作月报表", Look.title);
        grid.NextRow();
        grid.PutOver(1, 5, "填报单位：城桥镇　　2022年3月　　单位：人", Look.line);
        grid.NextRow();
        foreach (var (index, head) in new[] { "序号", "指标", "单位", "本月数", "本年累计" }.Index()) grid.Put(index + 1, head, Look.header);
        foreach (var (index, line) in Lines.Index())
        {
            grid.NextRow();
            grid.Put(1, index + 1, Look.count);
            grid.Put(2, line, Look.label);
            grid.Put(3, "人", Look.line_center);
            if (index == 3) grid.Put(4, null, Look.count);
            else grid.Put(4, 95 + index, Look.count);
            grid.Put(5, 1280 + 10 * index, Look.count_grouped);
        }
        grid.NextRow(skip: 1);
        grid.Put(1, "填表人：张三", Look.note);
        return grid;
    }

    public static byte[] Of(FileKind kind, params DemoGrid[] grids) => SheetWriter.Write(grids.Length == 0 ? [Grid()] : grids, kind, "张三", new DateTime(2022, 4, 7, 0, 0, 0, DateTimeKind.Utc));

    public static Finding Finding(string code, Severity severity, string? cell, string? sheet = "就业", string? found = null, string? expected = null, decimal? difference = null, string? message = null) => new(
        code, severity, new(cell is null ? null : "3 帮扶引领成功创业人数", cell is null ? null : "本年累计", sheet, cell), found, expected, difference,
        message ?? "本年累计应为 1375（上月累计 1280 加本月数 95），现为 1300，相差 -75。两位数字像是写反了。请改正填错的那个数。", "It does not add up.");

    /// <summary>An error, a blank cell that must be filled, a warning, a cell that is not in the file, a list of cells, and words only.</summary>
    public static IReadOnlyList<Finding> Findings(string sheet = "就业") =>
    [
        Finding("ytd_not_previous_plus_month", Severity.error, "E6", sheet, "1300", "1375", -75m),
        Finding("value_required", Severity.error, "D7", sheet, message: "这一格必须填数，现在是空的。没有发生的请填 0；有发生的请填实际数。"),
        Finding("month_jump", Severity.warning, "D8", sheet, "99", "上年同期 12 左右", message: "本月数是 99，而以往 12 期一般在 12 左右。请核对是否多填或少填了“万”、填错了行或漏填；属实的可以不改。"),
        Finding("line_missing", Severity.error, "H20", sheet, message: "表中没有“离校未就业毕业生”这一行。请按报表格式补上这一行并填数，没有发生的填 0。"),
        Finding("value_guessed", Severity.warning, "D4 D5:E5", sheet, "9５", null, null, "=1+1 看作 95。"),
        Finding("sheet_hidden", Severity.info, null, null, message: "工作表“草稿”是隐藏的，没有读取。"),
    ];

    public static AnswerContent Answer(IReadOnlyList<Finding> findings, string fileName = "城桥镇3月就业月报.xlsx", string sheet = "就业") => new(
        new(7, "310151-20220408-000007", fileName, new('a', 64), 8123, "inbox", "310151103", "", "310151103", new(2022, 4, 7, 23, 5, 9, DateTimeKind.Utc)),
        [new(new(11, 7, 1, sheet, "A1:E11", "就业工作月报表", "employment-monthly", 1, "310151", "310151103", PeriodKind.month, new(2022, 3, 1), 0.98m,
            findings.Any(finding => finding.Severity == Severity.error) ? TableState.returned : TableState.loaded, null), "就业工作月报表", "城桥镇", Period.Month(2022, 3), findings)], []);

    public static ReadFile Read(byte[] bytes, string name = "报表.xlsx") => FileReader.Read(bytes, name, new());

    public static MarkedFile Mark(byte[] bytes, IReadOnlyList<Finding> findings, Audience audience = Audience.sender, string name = "报表.xlsx") =>
        MarkedWorkbook.Of(bytes, Read(bytes, name), Answer(findings, name), audience, new()) ?? throw new InvalidOperationException("nothing was marked");

    /// <summary>The parts of a package by name, inflated.</summary>
    public static Dictionary<string, byte[]> Parts(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            var held = new MemoryStream();
            stream.CopyTo(held);
            return held.ToArray();
        });
    }

    public static string Part(byte[] bytes, string name) => Encoding.UTF8.GetString(Parts(bytes)[name]);

    /// <summary>A hand-made workbook of one sheet 就业 with everything a program asks for; further parts replace or join its own.</summary>
    public static byte[] Made(string sheetContent, string extraTypes = "", string extraLinks = "", string bookContent = "", params (string Name, string Xml)[] parts) => Book.OfSheet(sheetContent,
    [
        ("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{SheetKind}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{SheetKind}.worksheet+xml\"/>{extraTypes}</Types>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Book.Main}\" xmlns:r=\"{Book.Relations}\"><sheets><sheet name=\"就业\" sheetId=\"1\" r:id=\"rId1\"/></sheets>{bookContent}</workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Book.Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/>{extraLinks}</Relationships>"),
        .. parts,
    ]);

    public static string Override(string part, string kind) => $"<Override PartName=\"/{part}\" ContentType=\"{SheetKind}.{kind}+xml\"/>";

    public static string Link(string id, string kind, string target) => $"<Relationship Id=\"{id}\" Type=\"{Book.Relations}/{kind}\" Target=\"{target}\"/>";
}
