using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>How senders word the same things: periods, titles, labels, file and sheet names.</summary>
static class DemoWords
{
    const string ChineseDigits = "〇一二三四五六七八九";

    public static string PeriodIn(PeriodDigits digits, Period month) => digits switch
    {
        PeriodDigits.padded => $"{month.Start.Year}年{month.Start.Month:00}月",
        PeriodDigits.full_width => FullWidth(month.InWords()),
        PeriodDigits.chinese => $"{string.Concat($"{month.Start.Year}".Select(digit => ChineseDigits[digit - '0']))}年{ChineseMonth(month.Start.Month)}月",
        _ => month.InWords(),
    };

    public static string FullWidth(string text) => string.Concat(text.Select(letter => char.IsAsciiDigit(letter) ? (char)(letter - '0' + '０') : letter));

    public static string Title(DemoLayout layout, string districtName, FilledForm filled)
    {
        var period = PeriodIn(layout.PeriodDigits, filled.Period);
        var inTitle = layout.PeriodPlace == PeriodPlace.title;
        return layout.Title switch
        {
            TitleStyle.district_form_period => districtName + layout.FormTitle + (inTitle ? $"（{period}）" : ""),
            TitleStyle.form_period => layout.FormTitle + (inTitle ? $"({period})" : ""),
            TitleStyle.unit_period_form => filled.NamedUnit.Name + (inTitle ? period : "") + layout.FormTitle,
            TitleStyle.period_form => (inTitle ? period + "份" : "") + layout.FormTitle,
            _ => layout.FormTitle,
        };
    }

    public static string Label(DemoLayout layout, Form form, FormLine line)
    {
        var isPart = form.WholeOf(line) is not null;
        // A part keeps its 其中：; without it and without an indent nobody could tell whose part it is.
        var alias = layout.UsesAliases ? line.Aliases.FirstOrDefault(alias => !isPart || alias.StartsWith("其中：", StringComparison.Ordinal)) : null;
        var words = alias ?? line.Label;
        if (!isPart) return words;
        var indent = layout.Labels is LabelStyle.half_width_indent ? new string(' ', 4 * Math.Max(line.Level, 1)) : new string('　', Math.Max(line.Level, 1));
        return layout.Labels switch
        {
            LabelStyle.as_printed => words,
            LabelStyle.half_width_colon => words.Replace('：', ':'),
            LabelStyle.indent_without_word => indent + indent + words.Replace("其中：", "", StringComparison.Ordinal),
            _ => indent + words,
        };
    }

    public static string SheetName(DemoLayout layout, FilledForm filled) => layout.SheetName switch
    {
        SheetNameStyle.form => "就业月报",
        SheetNameStyle.month => $"{filled.Period.Start.Month}月",
        SheetNameStyle.unit => filled.Sender.Name,
        _ => "Sheet1",
    };

    /// <param name="mark">Such as (修改), before the extension.</param>
    public static string FileName(DemoLayout layout, FilledForm filled, string mark = "")
    {
        var (month, unit, title) = (filled.Period.Start, filled.Sender.Name, layout.FormTitle);
        var stem = layout.FileName switch
        {
            FileNameStyle.attachment_final => $"附件1：{title}(最终版)",
            FileNameStyle.iso_month => $"{filled.Period} 就业",
            FileNameStyle.form_brackets_unit => $"{title}（{unit}）{month.Month:00}月",
            FileNameStyle.year_month_unit => $"{month.Year}年{month.Month}月-{unit}",
            FileNameStyle.month_only => $"{month.Month}月份就业情况",
            _ => $"{unit}{month.Month}月就业月报",
        };
        return stem + mark + (layout.IsCsv ? ".csv" : ".xlsx");
    }

    static string ChineseMonth(int month) => month switch { < 10 => $"{ChineseDigits[month]}", 10 => "十", _ => $"十{ChineseDigits[month - 10]}" };
}
