using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>What pages about sheets share: the day, names, and the words and looks of states.</summary>
public abstract class SheetPage(Office office) : OfficePage(office)
{
    /// <summary>Today; in a demo the middle of the month after its last figures, or all of it would be long overdue.</summary>
    public DateOnly Day => day ??= Office.IsDemo && DemoDay() is { } shown && shown < Today ? shown : Today;

    DateOnly? day;

    DateOnly? DemoDay() => Kept.Standing(Office, nameof(DemoDay), 1, () => new LastFigures(ReadDemoDay())).Day;

    sealed record LastFigures(DateOnly? Day);

    DateOnly? ReadDemoDay() => Office.Warehouse.Marts.LastLoad() is { } last
        ? Catalog.Districts.Select(district => Office.Warehouse.Marts.LatestPeriod(district.Code, last.LoadId)).Max() is { } latest ? Period.Month(latest).End.AddDays(16) : null : null;

    public string UnitName(string? code) => code is null ? "单位待定" : Catalog.OrgUnit(code)?.Name ?? code;

    public string FormName(string? form, DateOnly? start = null) => form is null ? "报表待定"
        : (start is { } day ? Catalog.Form(form, day) : null)?.Name ?? Catalog.Forms.LastOrDefault(known => known.Id == form)?.Name ?? form;

    /// <summary>The period of a due, in words and as it is written in addresses.</summary>
    public Period? PeriodOf(string? form, DateOnly? start) =>
        form is not null && start is { } day && Catalog.Forms.LastOrDefault(known => known.Id == form) is { Period: not PeriodKind.plan } known ? Period.Of(known.Period, day)
        : start is { } first && Catalog.Plans.FirstOrDefault(plan => plan.FirstYear == first.Year) is { } plan ? Period.Plan(plan.FirstYear, plan.LastYear) : null;

    public IReadOnlyList<OrgUnit> UnitsAs(params IReadOnlyList<Role> roles) => Uploads.UnitsOf(Catalog, Me, roles);

    /// <summary>What units owe of periods that began in the last year and a month, as it stands; nothing where nothing was ever loaded.</summary>
    protected IReadOnlyList<UnitPeriodStatus> StatusOf(IReadOnlyList<OrgUnit> units)
    {
        var codes = units.Select(unit => unit.Code).ToHashSet();
        return [.. units.Select(unit => unit.District).Distinct()
            .SelectMany(district => Kept.Status(Office, district, Day.AddMonths(-13), Day)).Where(row => codes.Contains(row.OrgUnit))];
    }

    /// <summary>What its unit has to do about it: nothing counts, and something is due or came back.</summary>
    protected bool IsOpen(UnitPeriodStatus row) => row.State is not ("reported" or "nil" or "awaiting_review") && PeriodOf(row.Form, row.PeriodStart) is { } period && period.End < Day
        || row.Waiting is "unclear" or "awaiting_explanation";

    /// <summary>Sheets that came back and wait for an answer. Of one form, unit and period the latest speaks: what was mended since is not back any more; an older one that counts changes nothing about it.</summary>
    protected IReadOnlyList<SubmissionRow> BackOf(IReadOnlyList<OrgUnit> units) =>
        [.. Kept.Sheets(Office, units.Select(unit => unit.Code), Me.Login, 200).GroupBy(row => row is { Form: not null, OrgUnit: not null, PeriodStart: not null } ? $"{row.OrgUnit} {row.Form} {row.PeriodStart}" : row.Receipt).Select(same => same.First())
            .Where(row => row.State is TableState.returned or TableState.unclear or TableState.awaiting_explanation)];

    public static string Word(TableState state) => Verdicts.Word(state);

    public static string Word(UnitPeriodStatus row) => ReviewStatus.Word(row.State);

    /// <summary>What is first to be done about what was sent.</summary>
    public static string Step(UnitPeriodStatus row) => (row.Waiting ?? row.State) switch
    {
        "returned" => "看哪里要改",
        "awaiting_explanation" => "写原因",
        "unclear" => "答复",
        _ => $"看已报的 {row.Attempts} 份",
    };

    public static string Look(TableState state) => state switch
    {
        TableState.loaded => "good",
        TableState.returned => "bad",
        TableState.unclear or TableState.awaiting_explanation => "warn",
        TableState.awaiting_review or TableState.received => "wait",
        _ => "",
    };

    public static string Look(UnitPeriodStatus row) => row.State switch
    {
        "reported" or "nil" => row.Late ? "warn" : "good",
        "missing" => "bad",
        "partly" => "warn",
        "not_due" => "",
        var state => Look(Enum.Parse<TableState>(state)),
    };

    /// <summary>The marked workbook of a submission that has been found in scope.</summary>
    protected MarkedFile? Marked(Submission submission, Audience audience) =>
        MarkedAnswers.Of(Office.Warehouse.Archive.Read(submission.Sha256), Standing.Of(Office.Warehouse, submission), Office.Limits, audience);
}
