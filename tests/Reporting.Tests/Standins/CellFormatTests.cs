using System.Globalization;
using ClosedXML.Excel;
using ExcelNumberFormat;

namespace Reporting.Tests.Standins;

/// <summary>Cell texts as a reader of the workbook sees them.</summary>
public sealed class CellFormatTests
{
    // With a stand-in that does not load, ClosedXML answers "1234.5" and reports nothing.
    [Fact]
    public void WorkbookFormatsThroughTheStandIn()
    {
        using var workbook = new XLWorkbook();
        var cell = workbook.AddWorksheet("表").Cell("A1");
        cell.SetValue(1234.5);
        cell.Style.NumberFormat.Format = "#,##0.00";

        Assert.Equal("1,234.50", cell.GetFormattedString());
    }

    [Theory]
    [InlineData("#,##0.00", 1234.5, "1,234.50")]
    [InlineData("#,##0.00", -1234.5, "-1,234.50")]
    [InlineData("#,##0", 1234567.5, "1,234,568")]
    [InlineData("0.00", 1.005, "1.01")]
    [InlineData("0", -0.4, "0")]
    [InlineData("000", 7.0, "007")]
    [InlineData("0.##", 1.5, "1.5")]
    [InlineData("#", 0.0, "")]
    [InlineData("0.0%", 0.1234, "12.3%")]
    [InlineData("0.00E+00", 12345.0, "1.23E+04")]
    [InlineData("#,##0,", 1234567.0, "1,235")]
    [InlineData("0.00\"万元\"", 12.3, "12.30万元")]
    [InlineData("0\\床", 12.0, "12床")]
    [InlineData("[$¥-804]#,##0.00", 1234.0, "¥1,234.00")]
    [InlineData("[Red]0.0", 1.25, "1.3")]
    [InlineData("0.0;(0.0);\"-\"", 2.0, "2.0")]
    [InlineData("0.0;(0.0);\"-\"", -2.0, "(2.0)")]
    [InlineData("0.0;(0.0);\"-\"", 0.0, "-")]
    [InlineData("0.0;[Red]-0.0", -2.0, "-2.0")]
    [InlineData("General", 1234.5, "1234.5")]
    [InlineData("General", -3.0, "-3")]
    [InlineData("", 0.1, "0.1")]
    [InlineData("yyyy-mm-dd", 45351.0, "2024-02-29")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", 45351.0, "2024年2月29日")]
    [InlineData("yy/m/d h:mm", 45351.75, "24/2/29 18:00")]
    [InlineData("hh:mm:ss", 0.5, "12:00:00")]
    [InlineData("h:mm AM/PM", 0.75, "6:00 PM")]
    [InlineData("mm:ss.000", 0.0, "00:00.000")]
    [InlineData("yyyy-mm-dd", 1.0, "1900-01-01")]
    public void Numbers(string format, double value, string expected)
    {
        var number = new NumberFormat(format);

        Assert.True(number.IsValid);
        Assert.Equal(expected, number.Format(value, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("@", "甲", "甲")]
    [InlineData("\"共\"@\"家\"", "九", "共九家")]
    [InlineData("0.00", "甲", "甲")]
    [InlineData("0;-0;0;\"[\"@\"]\"", "甲", "[甲]")]
    public void Texts(string format, string value, string expected) =>
        Assert.Equal(expected, new NumberFormat(format).Format(value, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("yyyy-mm-dd", true)]
    [InlineData("hh:mm", true)]
    [InlineData("#,##0.00", false)]
    [InlineData("[Red]0", false)]
    [InlineData("\"day\"0", false)]
    [InlineData("@", false)]
    public void DatesAreTold(string format, bool date) => Assert.Equal(date, new NumberFormat(format).IsDateTimeFormat);

    [Theory]
    [InlineData("0.00\"open")]
    [InlineData("[h]:mm")]
    [InlineData("[>100]0")]
    [InlineData("0;0;0;0;0")]
    public void WhatIsBeyondItIsNotValid(string format)
    {
        var number = new NumberFormat(format);

        Assert.False(number.IsValid);
        Assert.Equal("1.5", number.Format(1.5, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void DatesAndDecimalsAreTakenAsTheyAre()
    {
        Assert.Equal("2024-02-29", new NumberFormat("yyyy-mm-dd").Format(new DateTime(2024, 2, 29), CultureInfo.InvariantCulture));
        Assert.Equal("99,999,999,999,999.9999", new NumberFormat("#,##0.0000").Format(99999999999999.9999m, CultureInfo.InvariantCulture));
    }
}
