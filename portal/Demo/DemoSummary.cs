using System.Diagnostics;
using System.Text.Json;
using Reporting.Etl.Jobs;
using Reporting.Portal.Operations;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Portal.Demo;

/// <summary>What a demo did, counted from the stores it left, not from what it meant to do.</summary>
/// <param name="Steps">Seconds of each step of the way of a submission, summed over all pulls, and of the workbooks.</param>
/// <param name="Held">Workbooks that wait for signatures.</param>
sealed record DemoSummary(
    IReadOnlyList<DistrictCounts> Districts, int OrgUnits, int Months, SubmissionCounts Submissions, FindingCounts Findings, PlantedCounts Planted, long Observations,
    int Pulls, IReadOnlyDictionary<string, double> Steps, IReadOnlyList<string> Workbooks, int Held, double PeakMegabytes, double Seconds)
{
    public static DemoSummary Of(Office office, DemoPlan plan, IReadOnlyDictionary<string, double> before, double seconds)
    {
        var warehouse = office.Warehouse;
        var counted = warehouse.Marts.Counts();
        var findings = warehouse.Marts.FindingsByFile();
        var districts = warehouse.Definitions.Current.Districts.Select(district => DistrictCounts.Of(warehouse.Definitions.Current, district, plan)).ToList();
        var pulls = Runs(office, "pull-submissions");
        using var process = Process.GetCurrentProcess();
        return new(
            districts, districts.Sum(district => district.OrgUnits), districts.Max(district => district.Months),
            new(counted.Received, counted.Loaded, counted.Returned, counted.Unclear, counted.Superseded, counted.Withdrawn),
            new(counted.Errors, counted.Warnings, counted.Infos), PlantedCounts.Of(plan, findings, counted.Cells, warehouse.Definitions.Current.Forms), counted.Observations,
            pulls.Count, InSteps(before, pulls), [.. warehouse.Editions.All().Where(edition => edition.IsReleased(office.Now)).Select(edition => Path.Combine(office.Data.Editions, edition.FileName))],
            warehouse.Editions.All().Count(edition => edition.Status == EditionStatus.held),
            Math.Round(process.PeakWorkingSet64 / 1048576.0), Math.Round(seconds, 1));
    }

    static List<JobRun> Runs(Office office, string job) => [.. office.Operations.LatestRuns(100_000).Where(run => run.Job == job)];

    static Dictionary<string, double> InSteps(IReadOnlyDictionary<string, double> before, List<JobRun> pulls)
    {
        var steps = before.ToDictionary();
        foreach (var seconds in pulls.Where(run => run.Outcome is not null).Select(run => JsonSerializer.Deserialize<JsonElement>(run.Outcome!).GetProperty("seconds")))
            foreach (var step in seconds.EnumerateObject()) steps[step.Name.ToLowerInvariant()] = steps.GetValueOrDefault(step.Name.ToLowerInvariant()) + step.Value.GetDouble();
        return steps.ToDictionary(step => step.Key, step => Math.Round(step.Value, 1));
    }
}

/// <summary>One district of a demo.</summary>
sealed record DistrictCounts(string Code, string Name, int OrgUnits, int Forms, int Months, int Files, int Sheets, int Late, int Corrections, int Withdrawals, int Mistakes)
{
    public static DistrictCounts Of(Catalog catalog, District district, DemoPlan plan)
    {
        var units = district.Units.Select(unit => unit.Code).ToHashSet();
        var events = plan.Events.Where(each => units.Contains(each.OrgUnit)).ToList();
        return new(district.Code, district.Name, events.Select(each => each.OrgUnit).Distinct().Count(), events.SelectMany(each => each.Forms).Distinct().Count(),
            events.Where(each => each.Period.Kind == PeriodKind.month).Select(each => each.Period).Distinct().Count(),
            events.Count(each => each.Kind != DemoEventKind.withdrawal), events.Where(each => each.Kind != DemoEventKind.withdrawal).Sum(each => each.Forms.Count),
            events.Count(each => each.Late), events.Count(each => each.Kind == DemoEventKind.correction),
            events.Count(each => each.Kind == DemoEventKind.withdrawal), plan.Manifest.Count(mistake => units.Contains(mistake.OrgUnit)));
    }
}

/// <param name="Unclear">Asked back: form, unit or period in doubt.</param>
sealed record SubmissionCounts(int Received, int Loaded, int Returned, int Unclear, int Superseded, int Withdrawn);

sealed record FindingCounts(int Error, int Warning, int Info);

/// <summary>One kind of mistake: how often planted, how often found.</summary>
sealed record PlantedKind(string Code, string Title, int Planted, int Found);

/// <param name="Cells">Cells that claimed a value: what unplanted findings are measured against.</param>
/// <param name="Unplanted">Errors and warnings that nobody planted, listed.</param>
/// <param name="Differences">Sheets of departments that count more than the units do; of them <paramref name="DifferencesAsked"/> were asked about when they came.</param>
sealed record PlantedCounts(
    int Mistakes, int Found, IReadOnlyList<PlantedKind> Kinds, int UnplantedErrors, int UnplantedWarnings, long Cells, IReadOnlyList<string> Unplanted,
    int Differences, int DifferencesAsked)
{
    public static PlantedCounts Of(DemoPlan plan, IReadOnlyList<FileFinding> findings, long cells, IReadOnlyList<Form> forms)
    {
        var found = findings.Select(row => (row.OrgUnit ?? "", row.FileName, row.Code)).ToHashSet();
        bool IsFound(PlantedMistake mistake) => found.Contains((mistake.OrgUnit, mistake.FileName, mistake.Code));
        var differences = plan.Differences.Select(sent => (sent.OrgUnit, sent.FileName, RuleTexts.SumDiffers.Code)).ToList();
        var planted = plan.Manifest.Select(mistake => (mistake.OrgUnit, mistake.FileName, mistake.Code)).Concat(differences).ToHashSet();
        var unplanted = findings.Where(row => row.Severity != Severity.info && !planted.Contains((row.OrgUnit ?? "", row.FileName, row.Code))).ToList();
        return new(plan.Manifest.Count, plan.Manifest.Count(IsFound),
            [.. plan.Manifest.GroupBy(mistake => mistake.Code).OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => new PlantedKind(kind.Key, Title(kind.Key, forms), kind.Count(), kind.Count(IsFound)))],
            unplanted.Count(row => row.Severity == Severity.error), unplanted.Count(row => row.Severity == Severity.warning), cells,
            [.. unplanted.Select(row => $"{row.OrgUnit} {row.FileName} {row.Code}")], differences.Count, differences.Count(found.Contains));
    }

    // A condition between lines has its code from the form that prints it.
    static string Title(string code, IReadOnlyList<Form> forms) =>
        RuleTexts.TitleOf(code, forms.FirstOrDefault(form => form.Rules.Any(rule => rule.Code == code))) ?? code;
}
