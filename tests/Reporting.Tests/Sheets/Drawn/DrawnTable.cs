using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using When = Reporting.Warehouse.Period;

namespace Reporting.Tests.Sheets.Drawn;

/// <summary>A table without a layout: what must be read back, however it is written.</summary>
/// <param name="Unit">Of the table; null where columns or rows have their own.</param>
sealed record DrawnTable(string Title, string? Unit, Period? Period, IReadOnlyList<DrawnColumn> Columns, IReadOnlyList<DrawnRow> Rows)
{
    static readonly string[] Labels =
    [
        "新增就业人数", "期末登记失业人数", "帮扶引领成功创业人数", "职业技能培训", "农民工", "参保人数", "受理案件", "结案件数", "城乡居民养老保险", "灵活就业", "公益性岗位",
        "高校毕业生", "退役军人", "残疾人就业", "劳动合同签订", "集体合同", "基金收入", "基金支出", "就业困难人员", "青年见习",
    ];

    static readonly string[] Places = ["城桥镇", "堡镇", "新河镇", "庙镇", "竖新镇", "向化镇", "三星镇", "港沿镇", "中兴镇", "陈家镇", "绿华镇", "港西镇"];

    static readonly string[] Leaves = ["本月数", "本年累计", "上年同期", "计划数", "女性", "第一产业", "第二产业", "第三产业", "城镇", "农村", "青年", "其他"];

    static readonly string[] Groups = ["就业情况", "按产业划分", "按年龄划分", "培训情况", "补贴情况"];

    static readonly string[] Titles = ["就业工作月报表", "劳动关系情况表", "社会保险基金收支情况", "职业培训统计表", "各镇就业情况汇总表"];

    public static DrawnTable From(Deck deck)
    {
        var months = deck.Once(5);
        var period = months ? deck.Of(When.Year(2022), When.Month(2023, 12)) : PeriodOf(deck);
        var unit = deck.Of("人", null, "万人", "万元", "件", "%");
        var columns = !months && deck.Once(6) ? MonthsAcross(deck, period) : ColumnsOf(deck, unit is null && deck.Once(2));
        return new(deck.Of(Titles), unit, period, columns, RowsOf(deck, columns.Count, months ? period!.Value.Start.Year : null, unit is null));
    }

    static Period? PeriodOf(Deck deck) => deck.Pick(6) switch
    {
        0 or 1 => When.Month(2022, deck.Pick(12) + 1),
        2 => When.Quarter(2022, deck.Pick(4) + 1),
        3 => When.Half(2023, deck.Pick(2) + 1),
        4 => When.Year(2021),
        _ => null,
    };

    /// <summary>Months side by side: of the table's year, else with their own.</summary>
    static List<DrawnColumn> MonthsAcross(Deck deck, Period? period) =>
        [.. Enumerable.Range(1, deck.Pick(5) + 2).Select(month => new DrawnColumn([period is null ? $"2022年{month}月" : $"{month}月"], null, When.Month(period?.Start.Year ?? 2022, month)))];

    /// <summary>Paths of one to four words; columns of one group stand together.</summary>
    static List<DrawnColumn> ColumnsOf(Deck deck, bool withUnits)
    {
        var count = deck.Pick(6) + 2;
        var leaves = deck.Some(Leaves, count);
        var groups = deck.Some(Groups, Groups.Length);
        var depth = deck.Of(1, 1, 2, 2, 3, 4);
        var (columns, path) = (new List<DrawnColumn>(), new List<string>());
        foreach (var leaf in leaves)
        {
            // A group goes on, or another path of groups begins.
            if (columns.Count == 0 || deck.Once(3)) path = [.. groups.Skip(columns.Count % groups.Count).Take(deck.Pick(depth))];
            var unit = withUnits ? deck.Of("人", "万元", "‰") : null;
            columns.Add(new([.. path, unit is null ? leaf : $"{leaf}（{unit}）"], unit, null));
        }
        return columns;
    }

    static List<DrawnRow> RowsOf(Deck deck, int columns, int? monthsOf, bool withUnits)
    {
        var rows = new List<DrawnRow>();
        var labels = monthsOf is not null ? [.. Enumerable.Range(1, deck.Pick(11) + 2).Select(month => $"{month}月")] : deck.Some(deck.Once(3) ? Places : Labels, deck.Pick(9) + 2);
        var (unitColumn, total) = (withUnits && monthsOf is null && deck.Once(3), deck.Pick(4));
        foreach (var label in labels)
        {
            var level = rows.Count == 0 || monthsOf is not null ? 0 : Math.Min(rows[^1].Level + 1, deck.Of(0, 0, 1, 1, 2));
            rows.Add(new(label, level, RowKind.data, unitColumn ? deck.Of("人", "件", "万元") : null,
                monthsOf is { } year ? When.Month(year, rows.Count + 1) : null, ValuesOf(deck, columns)));
        }
        if (monthsOf is null && deck.Once(4)) Headed(deck, rows, columns);
        var values = ValuesOf(deck, columns);
        if (total == 1) rows.Add(new(deck.Of("合计", "总计", "合 计"), 0, RowKind.total, null, null, values));
        if (total == 2 && monthsOf is null) rows.Insert(0, new("合计", 0, RowKind.total, null, null, values));
        if (total == 3) rows.Add(new("小计", 0, RowKind.subtotal, null, null, values));
        return rows;
    }

    /// <summary>Excluded as truly ambiguous: a row whose only figures look like years reads as a head of years.</summary>
    static List<DrawnValue> ValuesOf(Deck deck, int columns)
    {
        var values = Enumerable.Range(0, columns).Select(_ => DrawnValue.From(deck)).ToList();
        if (values.Exists(value => value.Value is >= 1949 and <= 2100) && values.TrueForAll(value => value.Value is null or >= 1949 and <= 2100)) values[0] = DrawnValue.Number(345);
        return values;
    }

    /// <summary>一、二、三 over groups of rows; a heading stands over a row of the first level.</summary>
    static void Headed(Deck deck, List<DrawnRow> rows, int columns)
    {
        var heads = deck.Some(Groups, 3);
        for (var (index, number) = (rows.Count - 1, 0); index >= 0 && number < heads.Count; index--)
            if (rows[index].Level == 0 && (index == 0 || deck.Once(3)))
                rows.Insert(index, new($"{"三二一"[number]}、{heads[number++]}", 0, RowKind.heading, null, null, [.. Enumerable.Repeat(new DrawnValue("", false, null, ValueState.blank), columns)]));
    }
}

sealed record DrawnColumn(IReadOnlyList<string> Path, string? Unit, Period? Period);

sealed record DrawnRow(string Label, int Level, RowKind Kind, string? Unit, Period? Period, IReadOnlyList<DrawnValue> Values);

/// <param name="Text">As written.</param>
/// <param name="IsNumber">Written as a number cell rather than as text.</param>
sealed record DrawnValue(string Text, bool IsNumber, decimal? Value, ValueState State)
{
    public static DrawnValue From(Deck deck) => deck.Pick(12) switch
    {
        // Not 0 to 1: under a % header those may be shares written as fractions (Shares).
        0 or 1 or 2 or 3 => Number(deck.Pick(99_990) + 2),
        4 => Number((deck.Pick(9_999) + 20) / 10m),
        5 => Number(1990 + deck.Pick(60)),
        6 => new("0", true, 0, ValueState.reported),
        7 => new(deck.Of("—", "-", "/", "――"), false, null, ValueState.not_applicable),
        8 => new("…", false, null, ValueState.below_unit),
        9 => new("", false, null, ValueState.blank),
        10 when deck.Once(4) => new("92.5%", false, 92.5m, ValueState.reported),
        10 => AsText(deck, deck.Pick(99_990) + 1_000),
        _ => new("（7）", false, -7, ValueState.reported),
    };

    public static DrawnValue Number(decimal value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture), true, value, ValueState.reported);

    static DrawnValue AsText(Deck deck, int value)
    {
        var plain = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var grouped = value.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
        return new(deck.Of(plain, grouped, grouped.Replace(',', ' '), string.Concat(plain.Select(digit => (char)(digit - '0' + '０'))), $" {plain} ", $"{plain}人"), false, value, ValueState.reported);
    }
}
