using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>What a template's hidden mark may decide or contradict, with its words.</summary>
static class StampFindings
{
    public static Finding Used(UnderstoodTable table, TemplateStamp stamp, string taken) => Of(table, "stamp_used", Severity.info, null, taken,
        $"表中没有写明，按模板标记认定为“{taken}”。不对的请在表里写明。", $"The sheet does not say; taken from the template's mark ({stamp.Form} {stamp.Unit} {stamp.Period}): {taken}.");

    public static Finding PeriodDiffers(UnderstoodTable table, TemplateStamp stamp, Period printed, Period marked) => Of(table, "stamp_period_differs", Severity.info, printed.ToString(), stamp.Period,
        $"这张表用的是{marked.InWords()}的模板，表头写的是{printed.InWords()}，按表头的认定。模板里的上期数、上年数是给{marked.InWords()}的，请核对；最好每期取新模板。",
        $"The template was drawn for {marked}, the heading says {printed}; the heading's was taken. Figures that came with the template are of the other period.");

    public static Finding Conflict(UnderstoodTable table, TemplateStamp stamp, string what, string printed, string marked) => Of(table, "stamp_conflict", Severity.error, printed, marked,
        $"这张表的{what}是“{printed}”，模板却是给“{marked}”的。请确认是哪一个：填错模板的，请取自己的模板重填；确是“{printed}”的，请在报送时指明。",
        $"The sheet says {printed}, yet its template was drawn for {marked} ({stamp.Form} {stamp.Unit} {stamp.Period}). Say which it is.");

    public static Finding Ignored(UnderstoodTable table, TemplateStamp stamp, string unknown) => Of(table, "stamp_ignored", Severity.info, unknown, null,
        $"模板标记里的“{unknown}”在系统里没有，标记没有采用，按表里写的认定。", $"'{unknown}' in the template's mark ({stamp.Form} {stamp.Unit} {stamp.Period}) is not known; the mark was passed over.");

    public static Finding Outdated(UnderstoodTable table, TemplateStamp stamp, Form form) => Of(table, "stamp_outdated", Severity.info, $"{stamp.Version}", $"{form.Version}",
        $"这张表用的是“{form.Name}”第 {stamp.Version} 版的模板，现在执行第 {form.Version} 版。下次请取新模板。", $"The template is of version {stamp.Version} of the form; version {form.Version} is in force.");

    static Finding Of(UnderstoodTable table, string code, Severity severity, string? found, string? expected, string message, string english) =>
        new(code, severity, new(Sheet: table.Sheet, Cell: table.Range.ToString()), found, expected, null, message, english);
}
