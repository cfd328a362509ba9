using System.Globalization;
using System.Security;

namespace Reporting.Portal.Demo;

/// <summary>Sheet part and shared texts of one workbook, as one program writes them.</summary>
sealed class XlsxSheetXml(XlsxProgram program)
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    readonly List<string> texts = [];
    int textUses;

    public string Sheet(DemoGrid grid)
    {
        var rows = string.Concat(grid.Cells.GroupBy(cell => cell.Row).Select(row => Row(row.Key, [.. row])));
        var columns = string.Concat(grid.Widths.Select((width, index) => Text($"""<col min="{index + 1}" max="{index + 1}" width="{width}" customWidth="1"/>""")));
        var merges = grid.Merges.Count == 0 ? ""
            : $"""<mergeCells count="{grid.Merges.Count}">{string.Concat(grid.Merges.Select(merge => $"""<mergeCell ref="{merge}"/>"""))}</mergeCells>""";
        var last = DemoGrid.Address(grid.Cells.Max(cell => cell.Row), grid.Cells.Max(cell => cell.Column));
        return Part($"""
            <dimension ref="A1:{last}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>
            <sheetFormatPr defaultRowHeight="18" customHeight="1"/><cols>{columns}</cols>
            <sheetData>{rows}</sheetData>{merges}
            <pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/>
            """);
    }

    public string EmptySheet() => Part("""<dimension ref="A1"/><sheetData/>""");

    public string SharedTexts() => $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <sst xmlns="{Main}" count="{textUses}" uniqueCount="{texts.Count}">{string.Concat(texts)}</sst>
        """;

    string Part(string content) => $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <worksheet xmlns="{Main}" xmlns:r="{Relationships}"{program.SheetAttributes}>{content}</worksheet>
        """;

    string Row(int number, IReadOnlyList<GridCell> cells)
    {
        var spans = program.RowSpans ? $" spans=\"{cells[0].Column}:{cells[^1].Column}\"" : "";
        var height = cells.Any(cell => cell.Look == Look.title) ? " ht=\"28\" customHeight=\"1\"" : "";
        return $"""<row r="{number}"{spans}{height}>{string.Concat(cells.Select(Cell))}</row>""";
    }

    string Cell(GridCell cell)
    {
        var head = $"<c r=\"{DemoGrid.Address(cell.Row, cell.Column)}\" s=\"{program.Styles.IndexOf(cell.Look)}\"";
        if (cell.Number is { } number) return Text($"{head}><v>{number:0.##########}</v></c>");
        if (cell.Text is null) return head + "/>";
        return program.SharesTexts
            ? Text($"{head} t=\"s\"><v>{Share(Runs(cell, "si"))}</v></c>")
            : $"{head} t=\"inlineStr\">{Runs(cell, "is")}</c>";
    }

    int Share(string item)
    {
        textUses++;
        var known = texts.IndexOf(item);
        if (known >= 0) return known;
        texts.Add(item);
        return texts.Count - 1;
    }

    string Runs(GridCell cell, string tag)
    {
        var text = cell.Text!;
        if (!program.SplitsTitle || cell.Look != Look.title || text.Length < 4) return $"<{tag}>{Run(text)}</{tag}>";
        return $"<{tag}>{InFont("黑体", text[..(text.Length / 2)])}{InFont("宋体", text[(text.Length / 2)..])}</{tag}>";
    }

    static string InFont(string font, string text) =>
        $"""<r><rPr><b/><sz val="18"/><rFont val="{font}"/><charset val="134"/></rPr>{Run(text)}</r>""";

    static string Run(string text) =>
        $"<t{(text.Trim(' ') == text ? "" : " xml:space=\"preserve\"")}>{SecurityElement.Escape(text)}</t>";

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
