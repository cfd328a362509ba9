using static Reporting.Warehouse.Severity;

namespace Reporting.Warehouse.Rules;

/// <summary>One cause behind many wrong places: said first, and instead of what it leads to.</summary>
public static partial class RuleTexts
{
    public static readonly RuleText UnitScale = new("unit_scale", error,
        "计量单位差一万倍", "The unit of measure is off by ten thousand",
        "与已存的数核对，{count} 处都正好{direction}了一万倍（例如{example}）。{advice}。",
        "Held against what is known, {count} figures are exactly ten thousand times too {direction} (such as {example}). {advice}.")
    {
        Hint = "按表上印的计量单位填", HintEn = "Enter figures in the unit that is printed",
        Parameters = [new("least_cells", 3, "至少要有几处这样", "how many figures there must be")],
    };

    static readonly RuleParameter LeastLines = new("least_lines", 3, "至少要有几行这样", "how many lines there must be");

    public static readonly RuleText ColumnsExchanged = new("columns_exchanged", error,
        "两栏填反", "Two columns are exchanged",
        "“{month}”和“{ytd}”两栏填反了：对调以后，{count} 行{fits}。请把两栏的数（或表头）对调后重报。",
        "'{month}' and '{ytd}' are exchanged: the other way round {count} lines {fits}. Exchange the figures (or the headings) and send the sheet again.")
    {
        Hint = "本期数和累计不要填反", HintEn = "Do not exchange the period and the year to date",
        Parameters = [LeastLines],
    };

    public static readonly RuleText SheetOfPeriodBefore = new("sheet_of_period_before", error,
        "是上一期的表", "The sheet of the period before",
        "{count} 行的{month}和{ytd}都与{previous}的完全相同：本期有数，累计却没有增加。这是{previous}的表，只改了月份。请换成{period}的数后重报。",
        "{month} and {ytd} of {count} lines are those of {previous}: the period has figures, yet the year has not grown by them. This is the sheet of {previous} under another month. Enter the figures of {period}.")
    {
        Hint = "填本期的数，累计随之增加", HintEn = "Enter this period's figures; the year grows by them",
        Parameters = [LeastLines],
    };

    public static readonly RuleText OneCellWrong = new("one_cell_wrong", error,
        "一格填错，牵动几处", "One wrong cell behind several findings",
        "{column} {found} 疑为 {expected}：只要改这一格，{count} 处就都相符（{places}）。请先核对这一格；它若无误，再核对那几处。",
        "{column} {found} should probably be {expected}: with this one cell put right, {count} places agree ({places}). Check it first; if it is true, check those places.")
    { Hint = "先核对被指出的那一格", HintEn = "Check the cell that is named first" };

    public static readonly RuleText ValueInexact = new("value_inexact", warning,
        "不是确切的数", "Not an exact figure",
        "“{found}”不是确切的数。月报按实际发生数填写，请填确切的整数；确实只有约数的，写明原因，按约数登记。",
        "'{found}' is not exact. A monthly return counts what happened: enter the exact number; if there is only an estimate, say why, and it is kept as one.")
    { Hint = "填确切的数，不写“约”“左右”“以上”", HintEn = "Exact figures, no 约, 左右 or 以上", NeedsReason = true };
}
