using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>锁定: after it a form's period takes corrections only as requests. 延期: before the lock puts the due date off, after it opens the period again; for one unit or all, until a day.</summary>
static class PeriodLocking
{
    static readonly Parameter Form = new("--form", ParameterKind.Text, "哪张报表", "which form") { Required = true, Shape = "FORM" };
    static readonly Parameter Period = new("--period", ParameterKind.Text, "哪个报告期", "which period") { Required = true, Shape = "YYYY-MM" };

    public static Verb Lock { get; } = new("review lock", "锁定一期报表，之后的更正要申请", "lock a form's period: later sheets are requests for correction")
    {
        Parameters = [Form, Period],
        Run = (request, office) => Run(request, office, null),
        Decides = true,
        NeedsReason = true,
    };

    public static Verb Extend { get; } = new("review extend", "延期：锁定以前推迟截止日，锁定以后再开放到某天", "put a due date off, or open a locked period again, until a day")
    {
        Parameters =
        [
            Form, Period,
            new("--org", ParameterKind.Text, "只对这个单位；不写为全部单位", "for this unit only; all where none is given") { Shape = "CODE" },
            new("--until", ParameterKind.Text, "延到、开放到哪一天（含当日）", "last day on time, or on which it is open") { Required = true, Shape = "YYYY-MM-DD" },
        ],
        Run = (request, office) => Run(request, office, Deciding.Day(request, "--until", default)),
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office, DateOnly? until)
    {
        office.EnterDefinitions();
        var warehouse = office.Warehouse;
        var catalog = warehouse.Definitions.Current;
        var (form, period, today) = (Asked.Form(request["--form"]!, catalog), Asked.Period(request["--period"]!), ShanghaiTime.DateOf(office.Now));
        if (period.Kind != form.Period) throw new MisuseException($"《{form.Name}》不按“{period}”这样的报告期报送。", $"'{form.Id}' is not reported for a period such as {period}.");
        if (until is null && period.End >= today) throw new MisuseException($"{period.InWords()}还没有结束，不能锁定。", $"The period {period} has not ended and cannot be locked.");
        if (until < today) throw new MisuseException($"--until {until:yyyy-MM-dd} 已经过去。", $"--until {until:yyyy-MM-dd} has passed.");
        var unit = Asked.Unit(request, catalog, form.District)?.Code;
        var putOff = until is not null && LockPeriod.IsBeforeLock(warehouse.Reviews.Locks(form.District, long.MaxValue - 1), form.Id, period.Start, unit);
        if (putOff && Hindered(request, catalog, form, period, unit, until!.Value) is { } hindered) return Answer.Refused("", hindered);
        var decision = new PeriodLock(form.District, form.Id, period.Start, unit, until, Deciding.Reason(request), request.By, office.Now, 0);
        var load = LockPeriod.Run(warehouse, decision, form, period, office.Limits, office.Now);
        office.CarryNotices();
        return request.Json ? Answer.Document(new { form = form.Id, period = period.ToString(), org = unit, open_until = until, load = load.LoadId })
            : Answer.Done(until is null ? request.Say($"已锁定《{form.Name}》{period.InWords()}。", $"Locked {form.Id} {period}.")
                : putOff ? request.Say($"《{form.Name}》{period.InWords()}的截止日已延到 {until:yyyy-MM-dd}。", $"{form.Id} {period} is due on {until:yyyy-MM-dd} now.")
                : request.Say($"已开放《{form.Name}》{period.InWords()}到 {until:yyyy-MM-dd}。", $"Opened {form.Id} {period} until {until:yyyy-MM-dd}."));
    }

    /// <summary>Why a due date cannot be put off to a day; null where it can.</summary>
    static string? Hindered(Request request, Catalog catalog, Form form, Period period, string? unit, DateOnly until)
    {
        var owing = Dues.Of(catalog, form.District, period.Start, period.Start).Where(due => due.Form == form.Id && due.PeriodEnd == period.End && (unit is null || due.OrgUnit == unit)).ToList();
        if (owing.Count == 0) return request.Say($"{(unit is null ? "没有单位" : $"{catalog.OrgUnit(unit)!.Name}不")}应报《{form.Name}》{period.InWords()}，不需要延期。", $"Nobody of these owes '{form.Id}' for {period}.");
        var usual = owing.Max(due => Dues.UsualDueOn(catalog, form, catalog.OrgUnit(due.OrgUnit, due.PeriodEnd)!, period)!.Value);
        return until > usual ? null : request.Say($"《{form.Name}》{period.InWords()}的截止日本来就是 {usual:yyyy-MM-dd}，--until 要写它以后的一天。", $"'{form.Id}' {period} is due on {usual:yyyy-MM-dd} anyway; --until must be a later day.");
    }
}
