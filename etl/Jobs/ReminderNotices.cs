using System.Globalization;
using System.Text.Json.Nodes;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>What a reminder says. Pure: all it needs is given.</summary>
/// <param name="Log">Who was told what before.</param>
sealed record ReminderNotices(Catalog Catalog, District District, IReadOnlyList<Reminder> Log, IReadOnlyList<LeftSheet> Unplaced, DateOnly Today, DateTime Now)
{
    public const string Kind = "reminder", LeaderKind = "reminder_leader";

    /// <summary>One notice to a unit about all that it is told of today.</summary>
    public Notice ToUnit(string unit, IReadOnlyList<DueCall> calls)
    {
        var first = calls[0].Sheet.Due;
        return Of($"{Kind}:{unit}:{Today:yyyyMMdd}:{Items(calls)}", Kind, unit,
            $"催报（{Today:M月d日}）：《{NameOf(first)}》{first.Period.InWords()}{(calls.Count > 1 ? $"等 {calls.Count} 张" : "")}", calls,
            $"催报通知　{Today:yyyy年M月d日}\n{UnitName(unit)}：\n以下 {calls.Count} 张报表还没有报好：\n\n"
            + string.Concat(calls.Select((call, index) => $"{index + 1}. {Line(call, unit)}\n")) + Waiting(unit) + HowTo(unit, first));
    }

    /// <summary>One notice to the leader of the district about every unit that has let the whole ladder pass.</summary>
    public Notice ToLeader(IReadOnlyList<DueCall> calls)
    {
        var units = calls.GroupBy(call => call.Sheet.Due.OrgUnit).ToList();
        return Of($"{LeaderKind}:{District.Code}:{Today:yyyyMMdd}:{Items(calls)}", LeaderKind, null, $"逾期未报（{Today:M月d日}）：{District.Name} {units.Count} 家单位 {calls.Count} 张报表", calls,
            $"逾期未报情况　{Today:yyyy年M月d日}\n{District.Name}：{units.Count} 家单位的 {calls.Count} 张报表多次催报仍未报好。\n\n"
            + string.Concat(units.Select(unit => $"{UnitName(unit.Key)}\n{string.Concat(unit.Select(call => $"  · {Named(call.Sheet.Due)}　截止 {call.Sheet.Due.DueDate:yyyy-MM-dd}，{Standing(call.Sheet)}；{Told(call.Sheet.Due)}\n"))}"))
            + "\n此后不再逐张催报；到锁定日仍未报的另行通知。需要延期的，由区级审核办理。\n");
    }

    // As a whole the key says what is told: a second run of the day writes nothing twice, and something new the same day has a key of its own.
    static string Items(IEnumerable<DueCall> calls) => string.Join(',', calls.Select(call => string.Create(CultureInfo.InvariantCulture,
        $"{call.Sheet.Due.OrgUnit}/{call.Sheet.Due.Form}/{call.Sheet.Due.Period}/{call.Sheet.Due.DueDate:yyyyMMdd}@{call.Rung}")));

    Notice Of(string key, string kind, string? unit, string subject, IReadOnlyList<DueCall> calls, string words) => new(key, kind, District.Code, unit, null, subject, Announcements.Body(new()
    {
        ["date"] = $"{Today:yyyy-MM-dd}",
        ["dues"] = new JsonArray([.. calls.Select(call => (JsonNode)new JsonObject
        {
            ["org"] = call.Sheet.Due.OrgUnit, ["form"] = call.Sheet.Due.Form, ["period"] = call.Sheet.Due.Period.ToString(), ["due"] = $"{call.Sheet.Due.DueDate:yyyy-MM-dd}",
            ["rung"] = call.Rung, ["state"] = call.Sheet.State, ["receipt"] = call.Sheet.Sheet?.Receipt,
        })]),
        ["words"] = words,
    }), Now);

    string Line(DueCall call, string addressee) =>
        $"{Named(call.Sheet.Due)}{(call.Sheet.Due.OrgUnit == addressee ? "" : $"（原{UnitName(call.Sheet.Due.OrgUnit)}）")}　截止 {call.Sheet.Due.DueDate:yyyy-MM-dd}（{When(call.Sheet.Due)}）　{Standing(call.Sheet)}"
        + (Consequence(call.Sheet.Due) is { Length: > 0 } then ? $"\n   {then}" : "");

    string When(SubmissionDue due) => due.DueDate == Today ? "今天" : due.DueDate < Today ? $"已过 {WorkedBetween(due.DueDate, Today)} 个工作日" : $"还有 {WorkedBetween(Today, due.DueDate)} 个工作日";

    // Working days after the first day up to the second.
    int WorkedBetween(DateOnly from, DateOnly to) => Enumerable.Range(1, to.DayNumber - from.DayNumber).Count(day => Catalog.WorkingDays.IsWorked(from.AddDays(day)));

    string Consequence(SubmissionDue due)
    {
        var form = Catalog.Form(due.Form, due.PeriodStart)!;
        var (ladder, late) = (DeadlinePolicy.LadderOf(Catalog, form), DeadlinePolicy.LateOf(Catalog, form));
        var words = new List<string>();
        if (ladder.Leader is { } leader && ReminderLadder.DayOf(leader, due.DueDate, Catalog.WorkingDays) is var told && told > Today) words.Add($"{told:M月d日}仍未报的报告区领导");
        if (ClosePeriods.LockDay(Catalog, due, late) is { } locked && locked > Today)
            words.Add($"{locked:M月d日}锁定，{(late.After == AfterLock.refuse ? "以后报来的不收" : "以后报来的要区级同意才算")}");
        return string.Join("；", words);
    }

    /// <summary>What stands of a sheet, and what is to be done.</summary>
    internal static string Standing(OwedSheet sheet) => sheet.State switch
    {
        "returned" => $"已退回，请改后重报{Receipt(sheet.Sheet)}",
        "unclear" => $"待确认，请回答答复里问的事或写明后重报{Receipt(sheet.Sheet)}",
        "partly" => "只报了一部分，请补齐",
        "withdrawn" => "已撤回，请重新报送",
        "voided" => "已作废，请重新报送",
        "set_aside" => "报来的已搁置，请重新报送",
        _ => "未收到",
    };

    static string Receipt(LeftSheet? sheet) => sheet is null ? "" : $"（回执号 {sheet.Receipt}，{sheet.FileName}）";

    string Waiting(string unit) => string.Concat(Unplaced.Where(sheet => sheet.OrgUnit == unit)
        .Select(sheet => $"\n另有一份待确认、还不算报送的文件：{sheet.FileName}（回执号 {sheet.Receipt}），请按答复回答。\n"));

    static string HowTo(string unit, SubmissionDue first) =>
        $"\n怎样报：把填好的表放进本单位的报送文件夹（收件夹 inbox/{unit}/，或 SFTP、共享的报送文件夹），几分钟内有答复。本期没有发生的，请作零报告。\n"
        + $"空表：沿用上期的表改报告期即可；要新的空表请区级用 reporting template {first.Form} --org {unit} --period {first.Period} 生成。\n确有困难不能按时报的，请在锁定以前向区级申请延期并说明原因。\n";

    string Told(SubmissionDue due) => Log.Where(reminder => reminder.IsAbout(due) && reminder.Told == ReminderReader.unit).Select(reminder => reminder.ToldOn).Distinct().Order().ToList() is { Count: > 0 } days
        ? $"已催 {days.Count} 次，最近 {days[^1]:M月d日}" : "今天同时通知该单位";

    string Named(SubmissionDue due) => $"《{NameOf(due)}》{due.Period.InWords()}";

    string NameOf(SubmissionDue due) => Catalog.Form(due.Form, due.PeriodStart)?.Name ?? due.Form;

    string UnitName(string unit) => Catalog.OrgUnit(unit)?.Name ?? unit;
}
