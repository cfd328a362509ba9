using System.Collections.Concurrent;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse.Marts;

/// <summary>Whether units are shown as they then were, or their figures under who went on with them.</summary>
public enum UnitView { then, today }

/// <summary>
/// What all others read. Every answer is as of a load: what was known then, definitions and targets included. The annual fact answers
/// for the last load; for an earlier one, or for today's view of units, the same statement runs over current values and history.
/// </summary>
public sealed class MartQueries(DuckDbGateway gateway)
{
    /// <summary>A judgement asks for the ends of a few years before it, each a few hundred rows.</summary>
    const int MostLaidOut = 16;

    // The steps of one district and year, each a temporary table for the next.
    internal static readonly string[] SliceScripts = [.. SqlFile.Below("Marts/slice")];

    readonly ConcurrentDictionary<(string District, int Year, long MovedBy, UnitView View, int Through), IReadOnlyList<IndicatorYear>> laidOut = [];

    /// <summary>The last load there is; null in an empty warehouse.</summary>
    public Load? LastLoad() => LastLoadBy(DateTime.MaxValue);

    /// <summary>As of a moment: the last load committed by then.</summary>
    public Load? LastLoadBy(DateTime moment) => gateway.Read<Load>("Marts/queries/last_load_by.sql", new { moment }).SingleOrDefault();

    public Load? LoadById(long load) => gateway.Read<Load>("Marts/queries/load_by_id.sql", new { load }).SingleOrDefault();

    /// <param name="through">Only this month-end; null: all twelve.</param>
    public IReadOnlyList<IndicatorYear> IndicatorYears(string district, int year, long asOf, UnitView view = UnitView.then, int? through = null) =>
        Kept<IndicatorYear>("Marts/queries/indicator_years.sql", new { district, year, asOf, through }, view)
            ?? [.. LaidOut(district, year, asOf, view, through).Select(row => row with { LoadId = asOf })];

    public IReadOnlyList<ElementYear> ElementYears(string district, int year, long asOf, UnitView view = UnitView.then) =>
        Kept<ElementYear>("Marts/queries/element_years.sql", new { district, year, asOf }, view)
            ?? gateway.Read<ElementYear>("Marts/queries/element_years_as_of.sql", new { district, year, view = view.ToString(), asOf }, SliceScripts);

    /// <summary>Values as they were stated, with their sources: all of an element (or of every element) over a span of periods.</summary>
    public IReadOnlyList<Observation> Observations(string district, string? element, DateOnly from, DateOnly to, long asOf) =>
        gateway.Read<Observation>("Marts/queries/observations.sql", new { district, element, from, to, asOf });

    /// <summary>Where the district's own figure, the sum of its units and others' figures of the same thing stand apart.</summary>
    public IReadOnlyList<SourceDifference> SourceDifferences(string district, int year, long asOf) =>
        gateway.Read<SourceDifference>("Marts/queries/source_differences.sql", new { district, year, asOf });

    /// <summary>Quoted figures (上年同期) of accepted tables that differ from what is held now.</summary>
    public IReadOnlyList<QuotedDifference> QuotedDifferences(string district, int year) =>
        gateway.Read<QuotedDifference>("Marts/queries/quoted_differences.sql", new { district, year });

    /// <summary>By which acts values of a year are no longer what they were between two loads.</summary>
    public IReadOnlyList<RevisionCause> RevisionCauses(string district, int year, long earlier, long later) =>
        gateway.Read<RevisionCause>("Marts/queries/revision_causes.sql", new { district, year, earlier, later });

    /// <summary>The targets of a year known at a load. A unit without a row has none of its own.</summary>
    public IReadOnlyList<CommitmentTarget> Targets(string district, int year, long asOf) =>
        gateway.Read<CommitmentTarget>("Marts/queries/targets.sql", new { district, year, asOf });

    /// <summary>Indicators of a unit and of its district over a span of years, month-end by month-end: what an assessment reads, in one go.</summary>
    /// <param name="orgUnit">Null: all units.</param>
    /// <param name="indicators">Those asked for, by id.</param>
    /// <param name="monthsFrom">Of years before it units are told at the year's end only; the district at every month-end.</param>
    public IReadOnlyList<IndicatorYear> IndicatorYearRange(
        string district, string? orgUnit, IReadOnlySet<string> indicators, int firstYear, int lastYear, int monthsFrom, long asOf)
    {
        var span = new { district, orgUnit, indicators = string.Join(',', indicators), firstYear, lastYear, monthsFrom, asOf };
        var known = gateway.Read<IndicatorYear>("Marts/queries/indicator_year_range.sql", span);
        var today = LoadById(asOf) is { } load ? ShanghaiTime.DateOf(load.CommittedAt) : DateOnly.MinValue;
        // What was rebuilt since, and what was owed and never laid out, is asked of current values and history. Asked after the rows: a load that
        // comes in between takes none of them away.
        var others = gateway.Read<int>("Marts/queries/years_rebuilt_since.sql", new { district, firstYear, lastYear, asOf })
            .Union(gateway.Read<int>("Marts/queries/years_owed.sql", new { district, firstYear, lastYear, today, asOf })).Except(known.Select(row => row.Year)).Order().ToList();
        return others.Count == 0 ? known :
        [
            .. known,
            .. others.SelectMany(year => IndicatorYears(district, year, asOf)).Where(row => (orgUnit is null || row.OrgUnit == orgUnit || row.OrgUnit == district)
                && indicators.Contains(row.Indicator) && (row.OrgUnit == district || row.Year >= monthsFrom || row.Through == 12)),
        ];
    }

    /// <summary>Figures stated for whole years and for a plan's span, with their cells.</summary>
    /// <param name="orgUnit">Null: of all units.</param>
    public IReadOnlyList<StatedFigure> StatedFigures(string district, string? orgUnit, DateOnly from, DateOnly to, long asOf) =>
        gateway.Read<StatedFigure>("Marts/queries/stated_figures.sql", new { district, orgUnit, from, to, asOf });

    /// <summary>Targets that people set while a plan runs, and what they stated about its tasks; all that was known at a load.</summary>
    /// <param name="plan">Null: of all plans.</param>
    public IReadOnlyList<TargetDecision> TargetDecisions(long asOf, string? plan = null) => gateway.Read<TargetDecision>("Marts/queries/target_decisions.sql", new { asOf, plan });

    /// <summary>How districts' targets were split, issued to units and laid out over months.</summary>
    /// <inheritdoc cref="TargetDecisions"/>
    public IReadOnlyList<TargetSplit> TargetSplits(long asOf, string? plan = null) => gateway.Read<TargetSplit>("Marts/queries/target_splits.sql", new { asOf, plan });

    /// <inheritdoc cref="TargetSplits"/>
    public IReadOnlyList<TargetIssue> TargetIssues(long asOf, string? plan = null) => gateway.Read<TargetIssue>("Marts/queries/target_issues.sql", new { asOf, plan });

    /// <inheritdoc cref="TargetSplits"/>
    public IReadOnlyList<CurvePoint> TargetCurves(long asOf, string? plan = null) => gateway.Read<CurvePoint>("Marts/queries/target_curves.sql", new { asOf, plan });

    /// <summary>Who answers for which light of a district.</summary>
    public IReadOnlyList<Acknowledgement> Acknowledgements(string district, long asOf) => gateway.Read<Acknowledgement>("Marts/queries/light_acknowledgements.sql", new { district, asOf });

    /// <summary>督办 of a district with all that was done to them; of all districts where none is given.</summary>
    public IReadOnlyList<SupervisionCase> Supervisions(string? district, long asOf) => SupervisionCase.Of(
        gateway.Read<SupervisionOrder>("Marts/queries/supervision_orders.sql", new { only = district, asOf }),
        gateway.Read<SupervisionStep>("Marts/queries/supervision_steps.sql", new { only = district, asOf }));

    /// <summary>Who vouched for a year of a district, and took it back.</summary>
    public IReadOnlyList<Certification> Certifications(string district, int year, long asOf) => gateway.Read<Certification>("Marts/queries/certifications.sql", new { district, year, asOf });

    /// <summary>Frozen runs of a district, or of all.</summary>
    public IReadOnlyList<AssessmentRun> AssessmentRuns(string? district, long asOf) => gateway.Read<AssessmentRun>("Marts/queries/assessment_runs.sql", new { district, asOf });

    /// <summary>The documents of a frozen run as they are stored, the manifest last.</summary>
    public IReadOnlyList<RunDocument> RunDocuments(long id) => gateway.Read<RunDocument>("Marts/queries/run_documents.sql", new { id });

    /// <inheritdoc cref="TargetDecisions"/>
    public IReadOnlyList<MilestoneState> MilestoneStates(long asOf, string? plan = null) => gateway.Read<MilestoneState>("Marts/queries/milestone_states.sql", new { asOf, plan });

    /// <summary>What was told of tasks quarter by quarter, the files that show it and what was found of it; all that was known at a load.</summary>
    public IReadOnlyList<TaskQuarter> TaskQuarters(long asOf) => gateway.Read<TaskQuarter>("Marts/queries/task_quarters.sql", new { asOf });

    /// <inheritdoc cref="TaskQuarters"/>
    public IReadOnlyList<TaskEvidence> TaskEvidence(long asOf) => gateway.Read<TaskEvidence>("Marts/queries/task_evidence.sql", new { asOf });

    /// <inheritdoc cref="TargetDecisions"/>
    public IReadOnlyList<TaskVerdict> TaskVerdicts(long asOf, string? plan = null) => gateway.Read<TaskVerdict>("Marts/queries/task_verdicts.sql", new { asOf, plan });

    /// <summary>What a figure is made of (without an indicator: all figures of a unit; without a unit: of the district and of each unit): each value used, down to file, sheet and cell.</summary>
    public IReadOnlyList<Addend> Addends(string district, string? orgUnit, string? indicator, int year, int through, long asOf) =>
        gateway.Read<Addend>("Marts/queries/addends.sql", new { district, orgUnit, indicator, year, through, view = "then", asOf }, SliceScripts);

    /// <summary>Who sent and who accepted the tables of some submissions, as known at a load.</summary>
    public IReadOnlyList<SheetReview> SheetReviews(IEnumerable<string> receipts, long asOf) =>
        gateway.Read<SheetReview>("Marts/queries/sheet_reviews.sql", new { receipts = string.Join(',', receipts), asOf });

    /// <summary>Values of some units and elements in a year that stood before a load and no more at it, the last to go first.</summary>
    /// <param name="most">Rows at most.</param>
    public IReadOnlyList<SupersededValue> SupersededValues(string district, IEnumerable<string> units, IEnumerable<string> elements, int year, int through, long asOf, int most) =>
        gateway.Read<SupersededValue>("Marts/queries/superseded_values.sql",
            new { district, units = string.Join(',', units), elements = string.Join(',', elements), year, through, asOf, most });

    /// <summary>What was owed over a span as known at a load, and what had come by a moment after it and before the next load.</summary>
    public IReadOnlyList<UnitPeriodStatus> SubmissionStatus(string district, DateOnly from, DateOnly to, long asOf, DateTime moment) => Status(district, from, to, asOf, asOf + 1, moment);

    /// <summary>What was owed over a span and what had come, as of a load: nothing that is decided later turns it, whatever its clock says.</summary>
    public IReadOnlyList<UnitPeriodStatus> SubmissionStatusAsOf(string district, DateOnly from, DateOnly to, Load asOf) => Status(district, from, to, asOf.LoadId, asOf.LoadId, asOf.CommittedAt);

    IReadOnlyList<UnitPeriodStatus> Status(string district, DateOnly from, DateOnly to, long asOf, long known, DateTime moment) =>
        gateway.Read<UnitPeriodStatus>("Marts/queries/submission_status.sql",
            new { district, from, to, asOf, known, moment, today = ShanghaiTime.DateOf(moment) });

    /// <summary>Sheets over a span that stood returned when <see cref="SubmissionStatus"/> tells of them, with what was found wrong in each.</summary>
    public IReadOnlyList<SheetReturn> SheetReturns(string district, DateOnly from, DateOnly to, long asOf, DateTime moment) =>
        gateway.Read<SheetReturn>("Marts/queries/sheet_returns.sql", new { district, from, to, known = asOf + 1, moment });

    /// <summary>The same as of a load, as <see cref="SubmissionStatusAsOf"/> tells it.</summary>
    public IReadOnlyList<SheetReturn> SheetReturnsAsOf(string district, DateOnly from, DateOnly to, Load asOf) =>
        gateway.Read<SheetReturn>("Marts/queries/sheet_returns.sql", new { district, from, to, known = asOf.LoadId, moment = asOf.CommittedAt });

    /// <summary>What the checks found in the sheets of all units over a span of periods, as of a load, or as decided by a moment after it and before the next load.</summary>
    public IReadOnlyList<UnitFinding> UnitFindings(string district, DateOnly from, DateOnly to, Load asOf, DateTime? moment = null) =>
        gateway.Read<UnitFinding>("Marts/queries/unit_findings.sql", new { district, from, to, known = moment is null ? asOf.LoadId : asOf.LoadId + 1, moment = moment ?? asOf.CommittedAt });

    /// <summary>How often each unit had a sheet accepted for a locked period in the place of one that counted.</summary>
    public IReadOnlyList<UnitCorrections> CorrectionsAfterLock(string district, DateOnly from, DateOnly to, long asOf) =>
        gateway.Read<UnitCorrections>("Marts/queries/corrections_after_lock.sql", new { district, from, to, asOf });

    /// <summary>What was accepted for the months of frozen runs after they were frozen.</summary>
    public IReadOnlyList<FrozenCorrections> CorrectionsAfterFreeze(string district, long asOf) =>
        gateway.Read<FrozenCorrections>("Marts/queries/corrections_after_freeze.sql", new { district, asOf });

    /// <summary>The latest month of a year with any value; null where there is none.</summary>
    public int? LatestMonth(string district, int year, long asOf) =>
        gateway.Read<int?>("Marts/queries/latest_month.sql", new { district, year, asOf }).SingleOrDefault();

    /// <summary>The latest month of a year for which a monthly form was owed; null where there is none.</summary>
    public int? LatestOwedMonth(string district, int year, long asOf) =>
        gateway.Read<int?>("Marts/queries/latest_owed_month.sql", new { district, year, asOf }).SingleOrDefault();

    /// <summary>The latest period with any value in a district; null where there is none.</summary>
    public DateOnly? LatestPeriod(string district, long asOf) =>
        gateway.Read<DateOnly?>("Marts/queries/latest_period.sql", new { district, asOf }).SingleOrDefault();

    // What the annual fact says, or null where it does not speak for that load, or not yet of that year. Whatever moves a slice (figures of its
    // year, definitions, dues) rebuilds all of it under its load, so a slice last rebuilt by then is what was known then.
    IReadOnlyList<T>? Kept<T>(string query, object slice, UnitView view)
    {
        if (view != UnitView.then) return null;
        var rows = gateway.Read<T>(query, slice);
        return rows.Count > 0 ? rows : null;
    }

    // Laying a year out takes some three tenths of a second on the demo; loads of other years and districts move nothing in it.
    // All twelve month-ends of a year are thousands of rows, asked for by those who ask once: they are not kept.
    IReadOnlyList<IndicatorYear> LaidOut(string district, int year, long asOf, UnitView view, int? through)
    {
        if (through is not { } month) return Read(asOf);
        var moved = gateway.Read<long?>("Marts/queries/slice_moved_by.sql", new { district, year, asOf }).Single() ?? 0;
        var key = (district, year, moved, view, month);
        if (laidOut.TryGetValue(key, out var known)) return known;
        if (laidOut.Count >= MostLaidOut) laidOut.Clear();
        return laidOut[key] = Read(moved);

        IReadOnlyList<IndicatorYear> Read(long load) => gateway.Read<IndicatorYear>("Marts/queries/indicator_years_as_of.sql", new { district, year, view = view.ToString(), asOf = load, through }, SliceScripts);
    }

    /// <summary>The elements of which a span holds values that count, in their order.</summary>
    public IReadOnlyList<CountedElement> CountedElements(CountedSpan span) =>
        gateway.Read<CountedElement>("Marts/queries/counted_elements.sql", new { span.District, span.OrgUnit, span.From, span.To, span.AsOf });

    /// <summary>The values of some elements that count, with names and cells.</summary>
    public IReadOnlyList<CountedValue> CountedValues(CountedSpan span, IReadOnlyList<string> elements) => gateway.Read<CountedValue>("Marts/queries/counted_values.sql", Slice(span, elements));

    /// <summary>The values of spans that count into a file that the engine writes: lines (.csv), else columns (.parquet).</summary>
    /// <returns>Rows written.</returns>
    public long CopyCountedValues(IReadOnlyList<CountedSpan> spans, string file, bool asLines, CancellationToken stop) => gateway.Copy("Marts/queries/counted_values.sql",
        from span in spans
        from page in Marts.CountedValues.Pages(this, span, long.MaxValue).DefaultIfEmpty([]) // an empty answer has its heads
        select Slice(span, page),
        asLines ? "Gateway/write_csv.sql" : "Gateway/write_parquet.sql", file, stop);

    static object Slice(CountedSpan span, IReadOnlyList<string> elements) => new { span.District, span.OrgUnit, Elements = string.Join(',', elements), span.From, span.To, span.AsOf };

    public WarehouseCounts Counts() => gateway.Read<WarehouseCounts>("Marts/queries/counts.sql").Single();

    /// <summary>What each rule has found so far, and what became of it; of all districts where none is given.</summary>
    public IReadOnlyList<RuleHits> RuleHits(string? district) => gateway.Read<RuleHits>("Marts/queries/rule_hits.sql", new { district });

    public IReadOnlyList<FileFinding> FindingsByFile() => gateway.Read<FileFinding>("Marts/queries/findings_by_file.sql");
}
