using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Rules;

/// <summary>
/// The reasons that come with a sheet: in its column of remarks, below it (上报说明：第3行：……), and on a sheet named 上报说明, where each row
/// names a line by number or words, perhaps a column, and says why. What a form prints about its own lines is none.
/// </summary>
public static partial class GivenReasons
{
    public static IReadOnlyList<Reason> Of(MatchedTable table, IReadOnlyList<Sheet> sheets) => table.Form is not { } form ? [] :
    [
        .. Beside(table),
        .. Below(table.Table.Footnotes, form),
        .. sheets.Where(IsOfReasons).SelectMany(sheet => OnSheet(sheet, form)),
    ];

    /// <summary>A sheet of reasons is no table, whatever it looks like.</summary>
    public static bool IsOfReasons(Sheet sheet) => SheetName().IsMatch(sheet.Name.Trim());

    /// <summary>Reasons for a line that no form of the file has, below a table or on a sheet of reasons: they explain nothing, and that is told.</summary>
    public static IEnumerable<Finding> Astray(IReadOnlyList<MatchedTable> tables, IReadOnlyList<Sheet> sheets)
    {
        List<Form> forms = [.. tables.Select(table => table.Form).OfType<Form>()];
        return forms.Count == 0 ? [] : [.. tables.SelectMany(table => AstrayBelow(table, forms)), .. sheets.Where(IsOfReasons).SelectMany(sheet => AstrayOn(sheet, forms))];
    }

    static IEnumerable<Finding> AstrayBelow(MatchedTable table, List<Form> forms) =>
        from note in table.Table.Footnotes
        where IsHeadOfReasons(NoteHead().Match(note))
        from said in LineNamed().Matches(note)
        where forms.TrueForAll(form => form.Line(int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture)) is null)
        select ReasonFindings.LineUnknown(new(Sheet: table.Table.Sheet is "" ? null : table.Table.Sheet), said.Groups[1].Value, said.Groups[3].Value.Trim(), forms);

    static IEnumerable<Finding> AstrayOn(Sheet sheet, List<Form> forms) =>
        from row in sheet.Cells.GroupBy(cell => cell.Row)
        let words = row.Select(cell => Words.OneLine(cell.Text)).Where(each => each.Length > 0).ToList()
        let number = words.Find(IsNumbered)
        where number is not null && words.Exists(each => each != number && !Heading().IsMatch(each)) && forms.TrueForAll(form => LineOf(words, form) is null)
        select ReasonFindings.LineUnknown(new(Sheet: sheet.Name, Cell: Address.Of(row.Key, row.First().Column)), number, words.MaxBy(each => each.Length)!, forms);

    static bool IsHeadOfReasons(Match head) => head.Success && ReasonHead().IsMatch(head.Groups[1].Value);

    static bool IsNumbered(string words) => LineAlone().IsMatch(words);

    static IEnumerable<Reason> Beside(MatchedTable table) =>
        from remark in table.Table.Remarks
        from line in table.Cells.Where(cell => cell.Row == remark.Key).Select(cell => cell.Line.Number).Distinct()
        select new Reason(remark.Value, ExplanationSource.remark, line);

    // 说明 and 备注 below a table are printed on most forms: only a head that asks for reasons makes the notes below it such.
    static IEnumerable<Reason> Below(IReadOnlyList<string> notes, Form form)
    {
        var isOfReasons = false;
        foreach (var note in notes)
        {
            if (NoteHead().Match(note) is { Success: true } head) isOfReasons = IsHeadOfReasons(head);
            if (!isOfReasons) continue;
            foreach (var reason in Named(note, form, needsColon: true)) yield return new(reason.Words, ExplanationSource.remark, reason.Line);
        }
    }

    static IEnumerable<(int Line, string Words)> Named(string note, Form form, bool needsColon) =>
        from said in LineNamed().Matches(note)
        let number = int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture)
        let words = said.Groups[3].Value.Trim()
        where form.Line(number) is not null && (!needsColon || said.Groups[2].Value is ":" or "：") && !IsPrinted(words)
        select (number, words);

    /// <summary>第1行指……, 第1行≥第2行: what a form says of a line, and no reason for a figure in it.</summary>
    static bool IsPrinted(string words) => Defining().IsMatch(words) || PrintedRules.In([words]).Count > 0 || PrintedRules.IsOnly(words);

    static IEnumerable<Reason> OnSheet(Sheet sheet, Form form) => sheet.Cells.GroupBy(cell => cell.Row)
        .Select(row => row.Select(cell => Words.OneLine(cell.Text)).Where(words => words.Length > 0).ToList())
        .SelectMany(row => OfRow(row, form));

    static IEnumerable<Reason> OfRow(List<string> row, Form form)
    {
        var column = form.Columns.FirstOrDefault(column => row.Exists(words => IsColumn(words, column)));
        var line = LineOf(row, form);
        var rest = row.Where(words => (column is null || !IsColumn(words, column)) && (line is null || !IsLine(words, line)) && !Heading().IsMatch(words)).ToList();
        if (rest.Count == 0) yield break;
        var words = rest.MaxBy(words => words.Length)!;
        if (IsPrinted(words)) yield break;
        if (line is not null) yield return new(words, ExplanationSource.sheet, line.Number, column?.Title);
        else if (LineNamed().IsMatch(words)) foreach (var reason in Named(words, form, needsColon: false)) yield return new(reason.Words, ExplanationSource.sheet, reason.Line);
        else if (form.Lines.FirstOrDefault(line => words.Contains(Bare(line.Label), StringComparison.Ordinal)) is { } named) yield return new(words, ExplanationSource.sheet, named.Number);
        else if (!row.Exists(IsNumbered)) yield return new(words, ExplanationSource.sheet); // of a line that there is not, it is not of them all
    }

    // A number beside a line's words may be the row's own (序号); it counts where no words name a line, or to choose among several so named.
    static FormLine? LineOf(List<string> row, Form form)
    {
        var named = form.Lines.Where(line => row.Exists(words => IsNamed(words, line))).ToList();
        var numbered = form.Lines.FirstOrDefault(line => row.Exists(words => IsNumber(words, line)));
        return numbered is not null && (named.Count == 0 || named.Contains(numbered)) ? numbered : named.FirstOrDefault();
    }

    static bool IsLine(string words, FormLine line) => IsNumber(words, line) || IsNamed(words, line);

    static bool IsNumber(string words, FormLine line) => words == line.Number.ToString(CultureInfo.InvariantCulture);

    static bool IsNamed(string words, FormLine line) => words == $"第{line.Number}行" || words == CheckedTable.NameOf(line)
        || Bare(words) == Bare(line.Label) || line.Aliases.Any(alias => Bare(alias) == Bare(words));

    static bool IsColumn(string words, FormColumn column) => words == column.Title || column.Aliases.Contains(words);

    static string Bare(string words) => Words.Bare(words).Replace("其中:", "", StringComparison.Ordinal).Replace("其中：", "", StringComparison.Ordinal);

    [GeneratedRegex("^(?:上报|填报|报送|数据|情况|异常|审核)?说明(?:表|书)?$")]
    private static partial Regex SheetName();
    [GeneratedRegex("^(?:序号|行次|行号|指标(?:名称)?|项目|栏次?|栏目|说明|原因|上报说明|情况说明|备注|单元格|报表(?:名称)?|(?:填报)?单位[:：]?.{0,20}|.{0,20}上报说明(?:表)?)$")]
    private static partial Regex Heading();
    [GeneratedRegex(@"^第?\s*\d{1,3}\s*行?$")]
    private static partial Regex LineAlone();
    [GeneratedRegex(@"第?\s*(\d{1,3})\s*行\s*([:：,，]?)\s*([^；;。\n]{2,})")]
    private static partial Regex LineNamed();
    [GeneratedRegex(@"^\s*[(（]?(\p{Lo}{1,8})[:：]")]
    private static partial Regex NoteHead();
    [GeneratedRegex("^(?:(?:上报|情况|异常|变动|波动)(?:说明|原因)|原因(?:说明)?)$")]
    private static partial Regex ReasonHead();
    [GeneratedRegex("[≥≤≧≦=＝<>＜＞]|^(?:是指|系指|指(?!标)|填报?|包括|包含|反映)|^(?:填表|填报|指标|编制)(?:说明|解释)|^(?:逻辑|审核|表[内间]|[行栏列]间?)关系")]
    private static partial Regex Defining();
}
