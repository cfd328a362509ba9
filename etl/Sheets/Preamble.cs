using System.Text.RegularExpressions;
using Reporting.Etl.Intake;

namespace Reporting.Etl.Sheets;

/// <summary>What the lines around a table say of it as a whole.</summary>
sealed record PreambleFacts(
    IReadOnlyList<string> TitleLines, string? FormNumber, string? OrgWords, string? UnitWords, IReadOnlyList<(string Words, Cell Cell)> PeriodLines, Cell? UnitCell)
{
    public string? Title => TitleLines.Count == 0 ? null : string.Join(" / ", TitleLines);
}

/// <summary>A row taken apart: keys with values, and the cells that are neither.</summary>
sealed record LineParts(IReadOnlyList<(LineKey Key, string Value, Cell Cell)> Keys, IReadOnlyList<Cell> Plain);

enum LineKey { FormNumber, Org, Unit, Period, Other }

/// <summary>Reads the lines above a header: title, 表号, 单位, 填报单位, period, in one cell or over several.</summary>
static partial class Preamble
{
    /// <summary>True where every cell of the row is a key, its value, or a piece of a period: no header, no data.</summary>
    public static bool IsKeyRow(GridRow row)
    {
        var parts = row.Parts;
        return parts.Plain.Count == 0 && parts.Keys.Count(part => part.Key == LineKey.Period) <= 2
            && row.Cells.Count(cell => PeriodWords.OfLabel(cell.Text) is not null) <= 2 && !row.Cells.All(SheetWords.IsYear);
    }

    /// <summary>The cells of a row that are neither key nor value nor period.</summary>
    public static IReadOnlyList<Cell> PlainCells(GridRow row) => row.Parts.Plain;

    public static PreambleFacts Read(IEnumerable<GridRow> rows)
    {
        var titles = new List<string>();
        var periods = new List<(string, Cell)>();
        string? number = null, org = null, unit = null;
        Cell? unitCell = null;
        foreach (var line in rows.Select(row => row.Parts))
        {
            foreach (var (key, value, cell) in line.Keys)
            {
                var empty = string.IsNullOrWhiteSpace(value);
                if (key == LineKey.FormNumber) number ??= empty ? null : value;
                else if (key == LineKey.Org) org ??= empty ? null : value;
                else if (key == LineKey.Unit && !empty) (unit, unitCell) = (unit ?? value, unitCell ?? cell);
                else if (key == LineKey.Period && !empty) periods.Add((value, cell));
            }
            foreach (var cell in line.Plain)
            {
                Sort(cell, titles, ref unit);
                if (unit is not null) unitCell ??= cell;
            }
        }
        return new(titles, number, org, unit, periods, unitCell);
    }

    static void Sort(Cell cell, List<string> titles, ref string? unit)
    {
        var text = Words.OneLine(cell.Text);
        if (TrailingUnit().Match(text) is { Success: true } trailing && Units.ParseList(trailing.Groups["unit"].Value).Count > 0)
        {
            unit ??= Words.Bare(trailing.Groups["unit"].Value);
            text = trailing.Groups["title"].Value;
        }
        if (BracketUnit().Match(Words.Bare(text)) is { Success: true } match && Units.ParseList(match.Groups[1].Value).Count > 0) unit ??= match.Groups[1].Value;
        else if (!Words.IsLatin(text) && text.Any(Words.IsHan) && !SheetWords.IsPageMark(text) && !SheetWords.IsNote(text) && !titles.Contains(text)) titles.Add(text);
    }

    /// <summary>A row taken apart: keys with values, and the cells that are neither.</summary>
    public static LineParts Read(GridRow row)
    {
        var keys = new List<(LineKey, string, Cell)>();
        var plain = new List<Cell>();
        for (var index = 0; index < row.Cells.Count; index++)
        {
            var cell = row.Cells[index];
            var found = Keys(cell);
            if (found.Count > 0)
            {
                if (string.IsNullOrWhiteSpace(found[^1].Value) && index + 1 < row.Cells.Count && IsValueOf(found[^1].Key, row.Cells[index + 1]))
                    found[^1] = (found[^1].Key, Words.OneLine(row.Cells[++index].Text), cell);
                keys.AddRange(found);
            }
            else if (index + 1 < row.Cells.Count && BareKey(cell, row.Cells[index + 1]) is { } pair)
            {
                keys.Add((pair.Key, pair.Value, cell));
                index++;
            }
            else if (PeriodPieces(row, index) is var last && last >= index)
            {
                keys.Add((LineKey.Period, string.Concat(row.Cells.Skip(index).Take(last - index + 1).Select(piece => Words.Bare(piece.Text))), cell));
                index = last;
            }
            else plain.Add(cell);
        }
        return new(keys, plain);
    }

    static bool IsValueOf(LineKey key, Cell next) =>
        Keys(next).Count == 0 && (key is LineKey.Period or LineKey.Other || !PeriodWords.IsOnly(next.Text) && next.Kind == CellKind.Text);

    /// <summary>Whether a row names 表号, unit of measure or sender.</summary>
    public static bool IsAboutTable(GridRow row) => row.Parts.Keys.Any(key => key.Key is LineKey.FormNumber or LineKey.Org or LineKey.Unit);

    /// <summary>The keys in one cell, in order: 填报单位：城桥镇　2022年3月　单位：人.</summary>
    static List<(LineKey Key, string Value, Cell Cell)> Keys(Cell cell)
    {
        var narrow = Words.Narrow(cell.Text).Trim();
        var matches = Key().Matches(narrow).Where(match => match.Index == 0 || !Words.IsHan(narrow[match.Index - 1])).ToList();
        var found = new List<(LineKey, string, Cell)>();
        if (matches.Count == 0 || matches[0].Index > 0 && !PeriodWords.IsOnly(narrow[..matches[0].Index])) return found;
        if (matches[0].Index > 0) found.Add((LineKey.Period, Words.Bare(narrow[..matches[0].Index]), cell));
        for (var index = 0; index < matches.Count; index++)
        {
            var from = matches[index].Index + matches[index].Length;
            var to = index + 1 < matches.Count ? matches[index + 1].Index : narrow.Length;
            found.AddRange(Split(KeyOf(matches[index]), narrow[from..to].Trim(), cell));
        }
        return found;
    }

    /// <summary>填报单位 | 城桥镇 in two cells without a colon; only where the second can be nothing else.</summary>
    static (LineKey Key, string Value)? BareKey(Cell cell, Cell next) => Words.Bare(cell.Text) switch
    {
        "表号" when next.Kind == CellKind.Text => (LineKey.FormNumber, Words.OneLine(next.Text)),
        "单位" or "计量单位" when Units.ParseList(next.Text).Count > 0 => (LineKey.Unit, Words.Bare(next.Text)),
        "报告期" or "所属期" or "统计时间" or "报表时间" when PeriodWords.IsOnly(next.Text) => (LineKey.Period, next.Text),
        "填报单位" or "报送单位" or "上报单位" or "单位名称" or "填报单位名称" or "街镇" or "乡镇" when PlaceName().IsMatch(Words.Bare(next.Text)) => (LineKey.Org, Words.OneLine(next.Text)),
        _ => null,
    };

    /// <summary>A value may be followed by the period in the same cell.</summary>
    static IEnumerable<(LineKey, string, Cell)> Split(LineKey key, string value, Cell cell)
    {
        if (key is LineKey.Org or LineKey.Unit && WideGap().Split(value) is { Length: > 1 } parts && PeriodWords.IsOnly(string.Concat(parts[1..])))
        {
            yield return (LineKey.Period, string.Concat(parts[1..]), cell);
            value = parts[0];
        }
        if (key == LineKey.Unit && Units.ParseList(value).Count == 0 && OrgLike().IsMatch(Words.Bare(value))) key = LineKey.Org;
        yield return (key, key == LineKey.Unit ? Words.Bare(value) : Words.OneLine(value), cell);
    }

    static LineKey KeyOf(Match match) => Words.Bare(match.Groups[1].Value) switch
    {
        "表号" => LineKey.FormNumber,
        "单位" or "计量单位" or "计算单位" or "统计单位" => LineKey.Unit,
        "报告期" or "报告期别" or "所属期" or "所属时期" or "统计时间" or "统计期" or "报表时间" or "时间" or "年月" or "月份" or "报表期" or "统计月份" => LineKey.Period,
        var other => other.Contains("单位", StringComparison.Ordinal) || other.Contains('街') || other.Contains('镇')
            || other.StartsWith("综合", StringComparison.Ordinal) || other is "机构名称" or "填报机构" or "填报机关" or "报送机关" or "填报部门" or "报送部门" ? LineKey.Org : LineKey.Other,
    };

    /// <summary>Index of the last cell of a period spread over cells from here (2022 | 年 | 3 | 月); before this one where there is none.</summary>
    static int PeriodPieces(GridRow row, int index)
    {
        if (PeriodWords.IsOnly(row.Cells[index].Text) || Piece().IsMatch(Words.Bare(row.Cells[index].Text)) && row.Cells[index].Kind == CellKind.Text && row.Cells.Count > 1) { }
        else if (!(SheetWords.IsYear(row.Cells[index]) && index + 1 < row.Cells.Count && Piece().IsMatch(Words.Bare(row.Cells[index + 1].Text)))) return index - 1;
        var last = index;
        if (PeriodWords.Find(row.Cells[index].Text) is { Period: null }) return last; // 1月 | 3 | 5 is a row of figures
        while (last + 1 < row.Cells.Count && IsPiece(row, last + 1)) last++;
        return last;
    }

    /// <summary>A number is a piece of a period only with its word behind it: 2022年 | 12 | 11 are figures.</summary>
    static bool IsPiece(GridRow row, int index) => Continues().IsMatch(Words.Bare(row.Cells[index].Text))
        && (!BareNumber().IsMatch(Words.Bare(row.Cells[index].Text)) || index + 1 < row.Cells.Count && Piece().IsMatch(Words.Bare(row.Cells[index + 1].Text)));

    [GeneratedRegex(@"(表\s*号|制\s*定\s*机\s*关|制\s*表\s*机\s*关|批\s*准\s*机\s*关|备\s*案\s*机\s*关|批\s*准\s*文\s*号|备\s*案\s*文\s*号|文\s*号|有\s*效\s*期\s*至?|计\s*量\s*单\s*位|计算单位|统计单位|填\s*[报表]\s*单\s*位(?:\s*名称)?|综合(?:制表)?机关(?:名称)?|报\s*送\s*单\s*位(?:\s*名称)?|上\s*报\s*单\s*位|编\s*报\s*单\s*位|单\s*位\s*名\s*称|机构名称|填报机[构关]|报送机关|填报部门|报送部门|填报街镇|街\s*镇(?:\s*名称)?|乡\s*镇(?:\s*名称)?|街道\(?乡?镇\)?(?:名称)?|单\s*位|报告期别?|所属时?期|统计时间|统计期|统计月份|报表时间|报表期|时\s*间|年\s*月|月\s*份|填报日期|填表日期|报出日期|报送日期)\s*(?:\((?:盖章|公章|章|签章)\))?\s*:")]
    private static partial Regex Key();
    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex WideGap();
    [GeneratedRegex("(?:[镇乡区县市局所办部园场会院村居]|街道|社区|中心|公司|农场|办事处)$|\\p{Lo}{3,}")]
    private static partial Regex OrgLike();
    [GeneratedRegex("(?<!^[城乡街各集])(?:[镇乡区县市局所办园场会院]|街道|中心|公司|农场|办事处)$")]
    private static partial Regex PlaceName();
    [GeneratedRegex("^(?:年度?|月份?|季度|第|至|-|—)$")]
    private static partial Regex Piece();
    [GeneratedRegex(@"^(?:\d{1,2}|[一二三四五六七八九十]{1,2})$")]
    private static partial Regex BareNumber();
    [GeneratedRegex(@"^(?:年度?|月份?|季度?|第|至|-|—|日|\d{1,2}|\d{1,2}月份?|[一二三四五六七八九十]{1,2}|[上下]半年)$")]
    private static partial Regex Continues();
    [GeneratedRegex(@"^(?<title>.*\S)\s+[(（]?(?:计量)?单位[:：]\s?(?<unit>[^\s:：()（）]{1,12})[)）]?$")]
    private static partial Regex TrailingUnit();
    [GeneratedRegex(@"^\((?:单位:)?([^()]+)\)$")]
    private static partial Regex BracketUnit();
}
