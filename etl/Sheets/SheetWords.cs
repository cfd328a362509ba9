using System.Text.RegularExpressions;
using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Sheets;

/// <summary>The words by which the parts of a Chinese statistical table are known. One place to teach a new one.</summary>
static partial class SheetWords
{
    // A letter that every way of signing holds: asked of each cell of a long list, where the pattern alone would take most of the time.
    static readonly System.Buffers.SearchValues<char> OfSigning = System.Buffers.SearchValues.Create("责领审复填制经报联统签电手传");

    /// <summary>A line below the table that explains it.</summary>
    public static bool IsNote(string text) => Note().IsMatch(Words.Bare(text)) || PrintedRules.IsOnly(text);

    /// <summary>A cell of the signature block, such as 填表人：张三.</summary>
    public static bool IsSignature(string text) => text.AsSpan().ContainsAny(OfSigning) && Signing().IsMatch(Words.Bare(text));

    /// <summary>Header words that stand above row labels, so that a header row is known by its first cell.</summary>
    public static bool IsLabelHeader(string text) => LabelHeader().IsMatch(Words.Bare(text));

    /// <summary>Of those the ones that are no key of a line above a table, as 单位 and 月份 are.</summary>
    public static bool IsLineHeader(string text) => LineHeader().IsMatch(Words.Bare(text));

    public static bool IsNumberHeader(string text) => NumberHeader().IsMatch(Words.Bare(text));

    public static bool IsUnitHeader(string text) => UnitHeader().IsMatch(Words.Bare(text));

    /// <summary>Over words about the row, or over figures to compare with (参考：上月累计): nothing of it is reported.</summary>
    public static bool IsRemarkHeader(string text) => RemarkHeader().IsMatch(Words.Bare(text));

    /// <summary>参考：上月累计: printed for comparison by a template.</summary>
    public static bool IsReferenceHeader(string text) => Words.Bare(text).StartsWith("参考:", StringComparison.Ordinal);

    /// <summary>附件1, 台账四: what a page is called in its bundle, not what it is about.</summary>
    public static bool IsPageMark(string text) => PageMark().IsMatch(Words.Bare(text));

    public static bool SoundsLikeTitle(string text) => Title().IsMatch(Words.Bare(text));

    public static RowKind KindOf(string label)
    {
        var bare = Words.Bare(label).TrimEnd(':');
        return Total().IsMatch(bare) ? RowKind.total : Subtotal().IsMatch(bare) ? RowKind.subtotal : RowKind.data;
    }

    /// <summary>其中：, #, － in front of a part of the line above.</summary>
    public static bool IsOfWhich(string label) => OfWhich().IsMatch(Words.Bare(label));

    /// <summary>A pure year as header: the number 2022 in a cell of its own.</summary>
    public static bool IsYear(Cell cell) => cell.Kind == CellKind.Number
        ? cell.Number is >= 1949 and <= 2100 && decimal.IsInteger(cell.Number)
        : YearText().IsMatch(Words.Bare(cell.Text));

    /// <summary>甲 乙 1 2 3: columns numbered under their header.</summary>
    public static bool IsColumnNumbers(GridRow row)
    {
        var numbers = row.Cells.Where(cell => ColumnNumber().IsMatch(Words.Bare(cell.Text)))
            .Select(cell => int.Parse(Words.Bare(cell.Text).Trim('(', ')'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var stems = row.Cells.Count(cell => Stem().IsMatch(Words.Bare(cell.Text)));
        var dashes = row.Cells.Count(cell => Words.Bare(cell.Text) is "-" or "—");
        if (numbers.Count + stems + dashes != row.Cells.Count || numbers.Count < (stems > 0 ? 1 : 3)) return false;
        return numbers[0] is 0 or 1 && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    [GeneratedRegex(@"^[(（]?(?:备?注(?:[:：\d]|$)|附注|说明[:：]|(?:填表|填报|制表|编制|有关|指标|相关)(?:说明|解释)|指标(?:解释|说明)|(?:更正|订正|修订|上报|情况|异常|变动|波动)说明[:：]|(?:(?:变动|波动|异常)?原因)[:：]|(?:栏次|审核|行|列|表间|表内|逻辑)(?:间)?(?:关系|审核)|(?:数据|资料)来源|※|\*注?[:：]?.)")]
    private static partial Regex Note();
    [GeneratedRegex(@"^[(（]?(?:单位|部门|统计|分管|主管|填表|填报|处|科|处[(（]科[)）]室?|经办|街镇|领导)?(?:负责人|领导|审核人|审批人|复核人|填表人|填报人|制表人?|经办人|报送人|联系人|统计员|签发人)(?:[(（].{1,6}[)）])?(?:签章|签字|签名|盖章)?(?:[:：]|$)|^(?:联系|办公)?(?:电话|手机|传真)(?:号码)?[:：]|^(?:填报|填表|报出|报送|上报|制表|审核)(?:日期|时间)[:：]?|^(?:处[(（]科[)）]室?负责人)")]
    private static partial Regex Signing();
    [GeneratedRegex(@"^(?:项目(?:名称)?|(?:统计)?指标(?:名称|项目)?|填报(?:项目|内容|指标)|内容|类别|分类|名称|科目|地区|区域|街镇|乡镇|街道|镇乡|(?:填报|报送)?单位(?:名称)?|月份|时间|年份|期间|甲)$")]
    private static partial Regex LabelHeader();
    [GeneratedRegex(@"^(?:项目(?:名称)?|(?:统计)?指标(?:名称|项目)?|填报(?:项目|内容|指标)|类别|分类|科目|地区|镇名)$")]
    private static partial Regex LineHeader();
    [GeneratedRegex(@"^(?:行次|序号|编号|行号|代码|栏次|序|指标代码|乙|No\.?|NO\.?)$")]
    private static partial Regex NumberHeader();
    [GeneratedRegex(@"^(?:计量单位|计算单位|单位|统计单位|丙)$")]
    private static partial Regex UnitHeader();
    [GeneratedRegex(@"^(?:(?:备注|说明|附注|备考|情况说明)$|参考:)")]
    private static partial Regex RemarkHeader();
    [GeneratedRegex(@"^(?:附件|附表|附录|台[账帐]|表)[一二三四五六七八九十\d]*[:：]?$")]
    private static partial Regex PageMark();
    [GeneratedRegex("(?:表|情况|统计|月报|季报|年报|汇总|台[账帐]|一览|报告)(?:\\(.*\\))?$|表\\(")]
    private static partial Regex Title();
    [GeneratedRegex(@"^(?:合计|总计|总合计|共计|全[区市县省国镇]|全[区市县](?:合计|总计))(?:数|人数)?$")]
    private static partial Regex Total();
    [GeneratedRegex(@"小计(?:数)?$|^分计$")]
    private static partial Regex Subtotal();
    [GeneratedRegex(@"^(?:[(（]?\d*[)）]?[.、]?其中|#|＃|[-—－]+\p{Lo}|其中)")]
    private static partial Regex OfWhich();
    [GeneratedRegex(@"^(?:19|20)\d\d(?:年|年度)?$")]
    private static partial Regex YearText();
    [GeneratedRegex(@"^\(?\d{1,2}\)?$")]
    private static partial Regex ColumnNumber();
    [GeneratedRegex("^[甲乙丙丁戊]$")]
    private static partial Regex Stem();
}
