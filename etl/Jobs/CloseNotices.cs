using System.Text.Json.Nodes;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>What is said when periods are locked. Pure: all it needs is given.</summary>
sealed record CloseNotices(Catalog Catalog, District District, DateOnly Today, DateTime Now)
{
    /// <summary>To a unit that misses; <see cref="DistrictKind"/> to those who review.</summary>
    public const string Kind = "period_closed", DistrictKind = "period_closed_district";

    public static string KeyOfEnded(SubmissionDue due, DateOnly until) => $"{Kind}:ended:{due.Form}:{due.Period}:{due.OrgUnit}:{until:yyyyMMdd}";

    /// <summary>One notice to each unit that misses, one for each opening that is over, and one to the district's reviewers.</summary>
    public IReadOnlyList<Notice> Of(IReadOnlyList<ClosedPeriod> periods, IReadOnlyList<OwedSheet> missing, IReadOnlyList<(OwedSheet Sheet, DateOnly Until)> ended) =>
    [
        .. missing.GroupBy(sheet => OwedSheets.Addressee(Catalog, sheet.Due.OrgUnit, Today)).Select(unit => ToUnit(unit.Key, [.. unit])),
        .. ended.Select(one => OfEnded(one.Sheet, one.Until)),
        .. periods.Count > 0 || ended.Count > 0 ? [ToDistrict(periods, missing, ended)] : Array.Empty<Notice>(),
    ];

    Notice ToUnit(string unit, IReadOnlyList<OwedSheet> sheets) => new($"{Kind}:{unit}:{Items(sheets)}", Kind, District.Code, unit, null,
        $"已锁定（{Today:M月d日}）：{Named(sheets[0].Due)}{(sheets.Count > 1 ? $"等 {sheets.Count} 张" : "")}未报", Body(sheets,
            $"锁定通知　{Today:yyyy年M月d日}\n{UnitName(unit)}：\n以下报表到锁定日还没有报好，已经锁定：\n\n"
            + string.Concat(sheets.Select((sheet, index) => $"{index + 1}. {Line(sheet, unit)}\n")) + "\n要补报的，请向区级申请开放（延期）：说明哪张表、哪一期、什么原因、到哪一天能报。\n"), Now);

    Notice OfEnded(OwedSheet sheet, DateOnly until)
    {
        var unit = OwedSheets.Addressee(Catalog, sheet.Due.OrgUnit, Today);
        return new(KeyOfEnded(sheet.Due, until), Kind, District.Code, unit, null, $"延期已到期（{Today:M月d日}）：{Named(sheet.Due)}未报", Body([sheet],
            $"延期到期通知　{Today:yyyy年M月d日}\n{UnitName(unit)}：\n延期（开放）到 {until:yyyy-MM-dd} 的报表没有报好，现已锁定：\n\n· {Line(sheet, unit)}\n\n仍要补报的，请再向区级申请延期，说明原因。\n"), Now);
    }

    Notice ToDistrict(IReadOnlyList<ClosedPeriod> periods, IReadOnlyList<OwedSheet> missing, IReadOnlyList<(OwedSheet Sheet, DateOnly Until)> ended)
    {
        var (recent, old) = (periods.Where(period => !period.IsOld).ToList(), periods.Count(period => period.IsOld));
        var words = $"锁定情况　{Today:yyyy年M月d日}\n{District.Name}：\n"
            + string.Concat(recent.Select(period => $"· 《{period.Form.Name}》{period.Period.InWords()}已锁定，{Lacking([.. missing.Where(sheet => sheet.Due.Form == period.Form.Id && sheet.Due.PeriodStart == period.Period.Start)])}{Given(period)}\n"))
            + (old > 0 ? $"· 另有 {old} 期早过了锁定日，一并锁定，没有通知单位\n" : "")
            + string.Concat(ended.Select(one => $"· {UnitName(one.Sheet.Due.OrgUnit)} {Named(one.Sheet.Due)}：延期（开放）到 {one.Until:yyyy-MM-dd}，已到期，{ReminderNotices.Standing(one.Sheet)}，现已锁定\n"))
            + "\n单位申请补报的，用 review extend 开放（可只对一个单位），写明原因和最后一天。\n";
        return new($"{DistrictKind}:{District.Code}:{Now:yyyyMMddHHmmssfff}", DistrictKind, District.Code, null, null,
            $"锁定（{Today:M月d日}）：{District.Name} {periods.Count} 期，{missing.Count + ended.Count} 张未报", Body([.. missing, .. ended.Select(one => one.Sheet)], words), Now);
    }

    static string Body(IReadOnlyList<OwedSheet> sheets, string words) => Announcements.Body(new()
    {
        ["missing"] = new JsonArray([.. sheets.Select(sheet => (JsonNode)new JsonObject
        {
            ["org"] = sheet.Due.OrgUnit, ["form"] = sheet.Due.Form, ["period"] = sheet.Due.Period.ToString(), ["due"] = $"{sheet.Due.DueDate:yyyy-MM-dd}", ["state"] = sheet.State, ["receipt"] = sheet.Sheet?.Receipt,
        })]),
        ["words"] = words,
    });

    static string Items(IEnumerable<OwedSheet> sheets) => string.Join(',', sheets.Select(sheet => $"{sheet.Due.OrgUnit}/{sheet.Due.Form}/{sheet.Due.Period}"));

    string Line(OwedSheet sheet, string addressee) =>
        $"{Named(sheet.Due)}{(sheet.Due.OrgUnit == addressee ? "" : $"（原{UnitName(sheet.Due.OrgUnit)}）")}　截止 {sheet.Due.DueDate:yyyy-MM-dd}　{ReminderNotices.Standing(sheet)}；"
        + (DeadlinePolicy.LateOf(Catalog, Catalog.Form(sheet.Due.Form, sheet.Due.PeriodStart)!).After == AfterLock.refuse ? "没有开放以前报来的不收" : "没有开放以前报来的作为申请，要写明原因，区级同意才算");

    string Lacking(IReadOnlyList<OwedSheet> missing) => missing.Count == 0 ? "各单位都已报" : $"未报 {missing.Count} 家：{string.Join('、', missing.Select(sheet => UnitName(sheet.Due.OrgUnit)))}";

    string Given(ClosedPeriod period) => period.Dues.Where(due => Catalog.ExtendedTo(due.Form, due.OrgUnit, due.PeriodStart) >= Today).ToList() is { Count: > 0 } given
        ? $"；延期的另算：{string.Join('、', given.Select(due => $"{UnitName(due.OrgUnit)}到 {due.DueDate:yyyy-MM-dd}"))}" : "";

    string Named(SubmissionDue due) => $"《{Catalog.Form(due.Form, due.PeriodStart)?.Name ?? due.Form}》{due.Period.InWords()}";

    string UnitName(string unit) => Catalog.OrgUnit(unit)?.Name ?? unit;
}
