using Reporting.Etl.Rules;

namespace Reporting.Tests.Rules;

public class SuspectsTests
{
    [Theory]
    [InlineData(1114, 90, 120, 1324, "本年累计可能把相邻两位数字写颠倒了（1324，应为 1234）")]
    [InlineData(1000, 90, 34, 1043, "写颠倒了（34，应为 43）")]
    [InlineData(1000, 120, 120, 1130, "本月数与上期相同，可能没有更新（若累计无误，应为 130）")]
    [InlineData(1000, 120, 120, 1000, "两栏都与上期相同")]
    [InlineData(1000, 90, 120, 1000, "本年累计与上期累计相同")]
    [InlineData(1000, 90, 120, 120, "本年累计与本月数相同")]
    [InlineData(1000, 90, 1200000, 1120, "本月数可能多填或少填了“万”（1200000，应为 120）")]
    [InlineData(9000, 90, 1, 19000, "本月数可能多填或少填了“万”（1，应为 10000）")]
    [InlineData(1000, 90, 120, 11200000, "本年累计可能多填或少填了“万”（11200000，应为 1120）")]
    [InlineData(1000, 90, 120, 1123, "")]
    [InlineData(1000, 90, 120, 1300, "")]
    [InlineData(0, null, 0, 5, "")]
    public void One_exact_explanation_is_named(int before, int? lastMonth, int month, int ytd, string expected)
    {
        var (zh, en) = Suspects.Of(new("本月数", "本年累计", before, lastMonth, month, ytd));
        Assert.Contains(expected, zh, StringComparison.Ordinal);
        Assert.Equal(expected.Length == 0, zh.Length == 0);
        Assert.Equal(zh.Length == 0, en.Length == 0);
    }

    [Theory]
    [InlineData(1000, 120, 2200, "本月数可能点错了小数点或多写、少写了 0（120，应为 1200）")]
    [InlineData(880, 120, 10, "本年累计可能点错了小数点或多写、少写了 0（10，应为 1000）")]
    [InlineData(1000, 66, 1200, "本月数与上年同期相同，可能抄成了上年的数（若累计无误，应为 200）")]
    [InlineData(1000, 120, 777, "本年累计与上年同期累计相同，可能抄成了上年的数")]
    [InlineData(1000, 120, 555, "本年累计正是第 3 行应有的数，可能填错了行")]
    [InlineData(1000, 55, 1300, "本月数正是第 3 行应有的数，可能填错了行")]
    [InlineData(1000, 120, 1321, "")]
    public void A_slip_a_copy_and_a_shifted_line_are_named(int before, int month, int ytd, string expected)
    {
        var (zh, _) = Suspects.Of(new("本月数", "本年累计", before, 90, month, ytd) { LastYearMonth = 66, LastYearYtd = 777, Neighbours = [new(3, 55, 555)] });
        Assert.Contains(expected, zh, StringComparison.Ordinal);
        Assert.Equal(expected.Length == 0, zh.Length == 0);
    }

    [Theory]
    [InlineData(1234, 1324, true), InlineData(1234, 1243, true), InlineData(1234, 1432, false), InlineData(12, 21, true), InlineData(10, 1, false)]
    [InlineData(5, 5, false), InlineData(-12, -21, false), InlineData(1212, 2121, false)]
    public void Swapped_means_two_neighbours_once(int left, int right, bool swapped) => Assert.Equal(swapped, Suspects.AreSwapped(left, right));
}
