using Reporting.Reports.Lineage;

namespace Reporting.Portal.Commands;

/// <summary>From a cell of an issued workbook to the senders' cells, by the workbook alone.</summary>
static class PrintedFigure
{
    static readonly string[] Told = ["填报单位", "报告期", "口径", "填报指标", "分组", "数值", "文件", "工作表", "单元格", "回执号", "收到时间", "审核"];

    public static Answer Of(Request request, RequestFile book)
    {
        var asked = request["--cell"] ?? throw new MisuseException("用 --cell 指明哪个单元格，如 指标进度!F12。", "Name the cell with --cell, such as 指标进度!F12.");
        if (asked.LastIndexOf('!') is not (> 0 and var mark)) throw new MisuseException($"“{asked}”不是单元格，写成 工作表!单元格，如 指标进度!F12。", $"'{asked}' is no cell; write SHEET!CELL, such as 指标进度!F12.");
        var (sheet, cell) = (asked[..mark].Trim('\''), asked[(mark + 1)..].Replace("$", "", StringComparison.Ordinal).ToUpperInvariant());
        var found = WorkbookLineage.Of(new MemoryStream(book.Bytes), sheet, cell);
        if (found.Fault is { } fault) return Answer.Refused(request.Json ? PrintedJson.Of(new { fault, found.Printed, found.Sheets }) : "", Why(request, fault, found, sheet, cell));
        return request.Json ? Answer.Document(new { found.Printed, found.Sources }) : Answer.Done(string.Join('\n',
            Aligned.Rows([.. found.Sources.Select(source => (IReadOnlyList<string>)[.. Told.Select(head => source.GetValueOrDefault(head, ""))])])
                .Prepend($"{sheet}!{cell}  {found.Printed!.Row}  {found.Printed.Column}  {found.Printed.Value}  由 {found.Sources.Count} 个数得出：")));
    }

    static string Why(Request request, LineageFault fault, LineageOfCell found, string sheet, string cell) => fault switch
    {
        LineageFault.no_workbook => request.Say("这个文件不是工作簿，或已损坏。", "This file is no workbook, or is damaged."),
        LineageFault.no_sheet => request.Say($"没有工作表“{sheet}”；有：{string.Join("、", found.Sheets)}。", $"There is no sheet {sheet}; there are: {string.Join(", ", found.Sheets)}."),
        LineageFault.no_index => request.Say("这个工作簿里没有“数据”“来源”两表，查不了：不是本系统签发的，或这两表已被删去。", "The workbook has no sheets 数据 and 来源: it was not issued here, or they were removed."),
        LineageFault.no_figure => request.Say($"{sheet}!{cell} 没有印出的数；指明表中的一个数。", $"No figure is printed in {sheet}!{cell}."),
        _ => request.Say($"{sheet}!{cell} 是“{found.Printed!.Value}”，不是一个指标数，没有来源可列。", $"{sheet}!{cell} is no figure of an indicator; it has no sources."),
    };
}
