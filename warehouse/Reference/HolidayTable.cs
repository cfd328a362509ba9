using System.Globalization;

namespace Reporting.Warehouse.Reference;

/// <summary>
/// A table of days that do not follow the week: <c>date, name, kind</c> separated by tabs, kind <c>off</c> or <c>work</c>.
/// Lines that begin with # are remarks; <c># issued: 2022-12-08</c> says from which day the table is known.
/// </summary>
static class HolidayTable
{
    const string Header = "date\tname\tkind";
    const string IssuedMark = "# issued:";

    public static WrittenDefinition Read(string text, string id, SourceFile source)
    {
        var days = new List<Holiday>();
        DateOnly? issued = null;
        foreach (var (index, raw) in text.Split('\n').Index())
        {
            var line = raw.TrimEnd('\r');
            if (line.StartsWith(IssuedMark, StringComparison.Ordinal)) issued = Day(line[IssuedMark.Length..].Trim(), index + 1, "issued", source);
            if (line.Trim() is "" or Header || line.StartsWith('#') || Row(line, index + 1, source) is not { } day) continue;
            source.Place($"days[{days.Count}]", index + 1);
            days.Add(day);
        }
        if (days.Count == 0) source.Note(1, "", "没有任何日期；每行应为“日期⇥名称⇥off 或 work”", "holds no day; each line is date, name, and off or work, separated by tabs");
        return WrittenDefinition.Of(DefinitionKind.calendar, id, null, issued, new HolidayCalendar(id, days), source, "");
    }

    static Holiday? Row(string line, int number, SourceFile source)
    {
        if (line.Split('\t') is not [var date, var name, var kind])
        {
            source.Note(number, "", "每行应为用制表符隔开的三栏：日期、名称、off 或 work", "each line has three parts separated by tabs: date, name, and off or work");
            return null;
        }
        if (kind is not ("off" or "work"))
            source.Note(number, "kind", $"应为 off（放假）或 work（调休上班），现为“{kind}”", $"must be off or work, is '{kind}'");
        return Day(date, number, "date", source) is { } day ? new(day, name, kind == "work") : null;
    }

    static DateOnly? Day(string text, int number, string key, SourceFile source)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        source.Note(number, key, $"应为日期，写成 2022-01-31，现为“{text}”", $"must be a date, written 2022-01-31, is '{text}'");
        return null;
    }
}
