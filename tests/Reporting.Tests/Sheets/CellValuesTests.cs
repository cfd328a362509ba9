using Reporting.Etl.Intake;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;

namespace Reporting.Tests.Sheets;

public class CellValuesTests
{
    [Theory]
    [InlineData("120", 120, Bound.exact, false)]
    [InlineData("１２０．５", 120.5, Bound.exact, true)]
    [InlineData("1,234,567.8", 1234567.8, Bound.exact, true)]
    [InlineData("1 234", 1234, Bound.exact, true)]
    [InlineData(" 0 ", 0, Bound.exact, false)]
    [InlineData("1.2万", 12000, Bound.exact, true)]
    [InlineData("1.2万余人", 12000, Bound.at_least, true)]
    [InlineData("92%", 92, Bound.exact, true)]
    [InlineData("约300", 300, Bound.about, true)]
    [InlineData("300左右", 300, Bound.about, true)]
    [InlineData("550以上", 550, Bound.at_least, true)]
    [InlineData("不超过20", 20, Bound.at_most, true)]
    [InlineData("不低于9000人", 9000, Bound.at_least, true)]
    [InlineData("18000以上", 18000, Bound.at_least, true)]
    [InlineData("1.8万个以上", 18000, Bound.at_least, true)]
    [InlineData("4000余", 4000, Bound.at_least, true)]
    [InlineData("4000余人次", 4000, Bound.at_least, true)]
    [InlineData("不低于500", 500, Bound.at_least, true)]
    [InlineData("≥500家", 500, Bound.at_least, true)]
    [InlineData("约7350", 7350, Bound.about, true)]
    [InlineData("21.6万人以上", 216000, Bound.at_least, true)]
    [InlineData("2万余人次", 20000, Bound.at_least, true)]
    [InlineData("1300元/月", 1300, Bound.exact, true)]
    [InlineData("350场次左右", 350, Bound.about, true)]
    [InlineData("10.72‰", 10.72, Bound.exact, true)]
    [InlineData("（12）", -12, Bound.exact, true)]
    [InlineData("－5", -5, Bound.exact, true)]
    public void A_number_is_read_however_it_is_written(string text, double value, Bound bound, bool guessed)
    {
        var read = Read(text);
        Assert.Equal(((decimal)value, ValueState.reported, bound, guessed, false), (read.Value!.Value, read.State, read.Bound, read.Guessed is not null, read.Unreadable));
    }

    [Theory]
    [InlineData("—", ValueState.not_applicable), InlineData("-", ValueState.not_applicable), InlineData("――", ValueState.not_applicable), InlineData("/", ValueState.not_applicable)]
    [InlineData("无", ValueState.not_applicable), InlineData("…", ValueState.below_unit), InlineData("......", ValueState.below_unit), InlineData("　", ValueState.blank)]
    public void What_is_no_number_keeps_its_own_state(string text, ValueState state)
    {
        var read = Read(text);
        Assert.Equal((state, (decimal?)null, false), (read.State, read.Value, read.Unreadable));
    }

    [Theory]
    [InlineData("详见附件"), InlineData("12,34"), InlineData("12 34"), InlineData("12（含代报）"), InlineData("1O0"), InlineData("1.2.3"), InlineData("3月"), InlineData("2022年")]
    public void What_cannot_be_read_is_said_so(string text) => Assert.True(Read(text).Unreadable);

    [Fact]
    public void A_date_an_error_and_a_share_are_told_apart()
    {
        Assert.Contains("日期", CellValues.Read(new Cell(1, 1, CellKind.Date, "2022-03-01", 44621)).Guessed, StringComparison.Ordinal);
        Assert.True(CellValues.Read(new Cell(1, 1, CellKind.Error, "#REF!")).Unreadable);
        Assert.Equal((92.35m, "92.35%"), (CellValues.Read(new Cell(1, 1, CellKind.Number, "0.9235", 0.9235m, Percent: true)).Value, CellValues.Read(new Cell(1, 1, CellKind.Number, "0.9235", 0.9235m, Percent: true)).Text));
        Assert.Equal(1.2m, CellValues.Read(new Cell(1, 1, CellKind.Text, "1.2万"), 10_000).Value);
    }

    static CellValue Read(string text) => CellValues.Read(new Cell(1, 1, CellKind.Text, text));
}
