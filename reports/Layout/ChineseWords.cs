using System.Globalization;
using Reporting.Warehouse;

namespace Reporting.Reports.Layout;

/// <summary>The words readers see for the codes of the warehouse.</summary>
public static class ChineseWords
{
    public static string Time(TimeRule rule) => rule switch
    {
        TimeRule.sum => "各月之和",
        TimeRule.first => "年初数",
        TimeRule.last => "期末数",
        TimeRule.min => "各月最低",
        _ => "各月最高",
    };

    public static string Of(Basis basis) => basis switch
    {
        Basis.in_period => "本期",
        Basis.year_to_date => "本年累计",
        _ => "规划期累计",
    };

    public static string Of(ValueState state) => state switch
    {
        ValueState.blank => "空",
        ValueState.not_applicable => "—",
        ValueState.below_unit => "…",
        ValueState.withdrawn => "已撤回",
        _ => "未报",
    };

    public static string Day(DateTime utc) => ShanghaiTime.Of(utc).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>9000.0000 is 9000: the scale a decimal carries from storage says nothing.</summary>
    public static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;

    public static string Plain(decimal value) => WithoutTrailingZeros(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>A figure in a sentence: with thousands marks and its decimals.</summary>
    public static string Figure(decimal value, int decimals) =>
        Figures.Round(value, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
