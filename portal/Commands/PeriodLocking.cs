using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>锁定: after it a form's period takes corrections only as requests. 延期: opens it again, for one unit or all, until a day.</summary>
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

    public static Verb Extend { get; } = new("review extend", "开放已锁定的一期，到某天为止", "open a locked period again until a day")
    {
        Parameters =
        [
            Form, Period,
            new("--org", ParameterKind.Text, "只对这个单位；不写为全部单位", "for this unit only; all where none is given") { Shape = "CODE" },
            new("--until", ParameterKind.Text, "开放到哪一天（含当日）", "last day on which it is open") { Required = true, Shape = "YYYY-MM-DD" },
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
        var locks = warehouse.Reviews.Locks(form.District, long.MaxValue - 1).Where(each => each.Form == form.Id && each.PeriodStart == period.Start).ToList();
        if (until is not null && locks.Count == 0) return Answer.Refused("", request.Say($"《{form.Name}》{period.InWords()}没有锁定，不需要开放。", $"'{form.Id}' {period} is not locked."));
        var decision = new PeriodLock(form.District, form.Id, period.Start, unit, until, Deciding.Reason(request), request.By, office.Now, 0);
        var load = LockPeriod.Run(warehouse, decision, form, period, office.Limits, office.Now);
        office.CarryNotices();
        return request.Json ? Answer.Document(new { form = form.Id, period = period.ToString(), org = unit, open_until = until, load = load.LoadId })
            : Answer.Done(until is null ? request.Say($"已锁定《{form.Name}》{period.InWords()}。", $"Locked {form.Id} {period}.")
                : request.Say($"已开放《{form.Name}》{period.InWords()}到 {until:yyyy-MM-dd}。", $"Opened {form.Id} {period} until {until:yyyy-MM-dd}."));
    }
}
