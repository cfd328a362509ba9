using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Issuing;

/// <summary>An edition that is due and waits until all is in.</summary>
/// <param name="Until">From this day on it is made all the same.</param>
/// <param name="NotIn">Unit and form, as people call them.</param>
public sealed record AwaitedEdition(EditionKey Key, DateOnly Until, IReadOnlyList<string> NotIn)
{
    const int Shown = 5;

    public string InWords(Catalog catalog) =>
        $"{Key.InWords(catalog)}：等到 {Until:yyyy-MM-dd}，还有 {NotIn.Count} 份没有入库：{string.Join('、', NotIn.Take(Shown))}{(NotIn.Count > Shown ? " 等" : "")}";
}

/// <summary>Which sheets of a report's period are not in.</summary>
public static class Awaited
{
    /// <summary>What the edition waits for on a day; null where it waits no more, or never did.</summary>
    public static AwaitedEdition? Of(ReportAsk ask, EditionKey key, ReportPolicy policy, DateTime now) =>
        policy.AwaitedUntil(key.Period, ask.Catalog.WorkingDays) is { } until && ShanghaiTime.DateOf(now) < until && NotIn(ask, now) is { Count: > 0 } missing ? new(key, until, missing) : null;

    /// <summary>As of the ask's load, or by a moment after it; sheets of the unit alone where the report is about one.</summary>
    public static IReadOnlyList<string> NotIn(ReportAsk ask, DateTime? moment) =>
    [
        .. (moment is { } by ? ask.Warehouse.Marts.SubmissionStatus(ask.District, ask.Period.Start, ask.Period.End, ask.AsOf.LoadId, by)
                : ask.Warehouse.Marts.SubmissionStatusAsOf(ask.District, ask.Period.Start, ask.Period.End, ask.AsOf))
            .Where(status => status.State is not ("reported" or "nil") && (ask.Unit is null || status.OrgUnit == ask.Unit) && EndsWithin(ask, status))
            .OrderBy(status => status.DueDate).ThenBy(status => status.OrgUnit, StringComparer.Ordinal).ThenBy(status => status.PeriodStart)
            .Select(status => InWords(ask, status)).Distinct(),
    ];

    // A yearly form begins with January and is no part of January's report.
    static bool EndsWithin(ReportAsk ask, UnitPeriodStatus status) => FormOf(ask, status) is { Period: not PeriodKind.plan } form && PeriodOf(form, status).End <= ask.Period.End;

    static Period PeriodOf(Form form, UnitPeriodStatus status) => Period.Of(form.Period, status.PeriodStart);

    static Form? FormOf(ReportAsk ask, UnitPeriodStatus status) => ask.Catalog.Form(status.Form, status.PeriodStart);

    static string InWords(ReportAsk ask, UnitPeriodStatus status)
    {
        var form = FormOf(ask, status)!;
        var period = PeriodOf(form, status);
        return $"{ask.Catalog.OrgUnit(status.OrgUnit)?.Name ?? status.OrgUnit}《{form.Name}》{(period == ask.Period ? "" : period.InWords())}";
    }
}
