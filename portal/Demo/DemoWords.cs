using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>How senders word the same things: periods, titles, labels, file and sheet names.</summary>
static class DemoWords
{
    const string ChineseDigits = "〇一二三四五六七八九";

    public static string PeriodIn(PeriodDigits digits, Period period) => (digits, period.Kind) switch
    {
        (_, PeriodKind.plan) => period.InWords(),
        (PeriodDigits.padded, PeriodKind.month) => $"{period.Start.Year}年{period.Start.Month:00}月",
        (PeriodDigits.full_width, _) => FullWidth(period.InWords()),
        (PeriodDigits.chinese, PeriodKind.month) => $"{ChineseYear(period)}年{ChineseMonth(period.Start.Month)}月",
        (PeriodDigits.chinese, _) => $"{ChineseYear(period)}年",
        _ => period.InWords(),
    };

    public static string FullWidth(string text) => string.Concat(text.Select(letter => char.IsAsciiDigit(letter) ? (char)(letter - '0' + '０') : letter));

    public static string Title(DemoLayout layout, string districtName, FilledForm filled)
    {
        var period = PeriodIn(layout.PeriodDigits, filled.NamedPeriod);
        var inTitle = layout.PeriodPlace == PeriodPlace.title;
        return layout.Title switch
        {
            TitleStyle.district_form_period => districtName + layout.FormTitle + (inTitle ? $"（{period}）" : ""),
            TitleStyle.form_period => layout.FormTitle + (inTitle ? $"({period})" : ""),
            TitleStyle.unit_period_form => filled.NamedUnit.Name + (inTitle ? period : "") + layout.FormTitle,
            TitleStyle.period_form => (inTitle ? period + (filled.Period.Kind == PeriodKind.month ? "份" : "") : "") + layout.FormTitle,
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
        SheetNameStyle.form => filled.Form.Topic(),
        SheetNameStyle.month when filled.Period.Kind == PeriodKind.month => $"{filled.NamedPeriod.Start.Month}月",
        SheetNameStyle.unit => filled.Sender.Name,
        _ => "Sheet1",
    };

    /// <param name="mark">Such as (修改), before the extension.</param>
    public static string FileName(DemoLayout layout, FilledForm filled, string mark = "")
    {
        var (period, unit, topic) = (filled.NamedPeriod, filled.Sender.Name, filled.Form.Topic());
        var stem = period.Kind != PeriodKind.month ? $"{unit}{topic}{(period.Kind == PeriodKind.year ? $"{period.Start.Year}年" : "")}" : layout.FileName switch
        {
            FileNameStyle.attachment_final => $"附件1：{layout.FormTitle}{period.Start.Year}年{period.Start.Month}月(最终版)",
            FileNameStyle.iso_month => $"{period} {topic}",
            FileNameStyle.form_brackets_unit => $"{layout.FormTitle}（{unit}）{period.Start.Month:00}月",
            FileNameStyle.year_month_unit => $"{period.Start.Year}年{period.Start.Month}月-{unit}{topic}",
            FileNameStyle.month_only => $"{period.Start.Month}月份{topic}情况",
            _ => $"{unit}{period.Start.Month}月{topic}月报",
        };
        return stem + mark + (layout.IsCsv ? ".csv" : ".xlsx");
    }

    /// <summary>Several forms in one file are named by the month and the sender alone.</summary>
    public static string WorkbookName(FilledForm filled, string mark = "") =>
        $"{filled.Sender.Name}{filled.NamedPeriod.Start.Year}年{filled.NamedPeriod.Start.Month}月报表{mark}.xlsx";

    static string ChineseYear(Period period) => string.Concat($"{period.Start.Year}".Select(digit => ChineseDigits[digit - '0']));

    static string ChineseMonth(int month) => month switch { < 10 => $"{ChineseDigits[month]}", 10 => "十", _ => $"十{ChineseDigits[month - 10]}" };
}
