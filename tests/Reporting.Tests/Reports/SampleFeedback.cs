using Reporting.Reports;
using Reporting.Reports.Feedback;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>The 反馈表 of townships of the made-up August: one with everything to do, one with nothing.</summary>
static class SampleFeedback
{
    public const string Form = "employment_monthly";
    static readonly DateOnly Day = new(2022, 9, 15);

    /// <summary>庙镇 owes July, got June back, is asked about May, has a 督办, is behind and often wrong.</summary>
    public static FeedbackContent Busy() => Of("庙镇", District(Content()));

    public static FeedbackContent Quiet() => Of("堡镇", District(Content()));

    /// <summary>横沙乡 sent nothing for August, and nothing was found.</summary>
    public static FeedbackContent Bare() => Of("横沙乡", District(SampleContent.Chongming() with { Submissions = [] }, [], []));

    public static FeedbackContent Hostile()
    {
        var (content, code, words) = (Content(), Code("庙镇"), SampleVariants.Hostile);
        var sources = content.UnitSources.Where(source => source.FigureUnit == code).Zip(words.Concat(words), (source, each) => source with { FileName = each, Sheet = each, Text = each });
        return Of("庙镇", District(content with { UnitSources = [.. sources], Cases = [.. words.Select((each, index) => content.Cases[0] with { Order = content.Cases[0].Order with { Number = index + 1, Demand = each } })] },
            [new(code, Form, new(2022, 3, 1), "=1+1", Severity.warning, 3, 1)], [.. words.Select((each, index) => new UnitReturn(code, Form, new(2022, 6, 1), $"R{index:00}", At(index + 1), each, ""))]));
    }

    public static string Code(string name) => SampleContent.Units.Single(unit => unit.Name == name).Code;

    public static FeedbackContent Of(string name, FeedbackDistrict district) => district.Of(SampleContent.Cover with { Title = FeedbackReport.Title, District = SampleContent.Cover.District }, Code(name), Day, isFinal: false);

    public static FeedbackDistrict District(MonthlyContent content, IReadOnlyList<UnitFinding>? findings = null, IReadOnlyList<UnitReturn>? returns = null) =>
        new(content, [], findings ?? [.. Findings()], returns ?? [.. Returns()]);

    /// <summary>The district's August with the months of its units, targets of two promises for every township, and what 庙镇 has to do.</summary>
    public static MonthlyContent Content()
    {
        var content = SampleVariants.Behind();
        var units = SampleContent.Units.Where(unit => unit.Kind is OrgUnitKind.township or OrgUnitKind.park).ToList();
        var months = from unit in units
                     from figure in content.Figures
                     where figure.OrgUnit == unit.Code && figure is { Year: SampleContent.Year, Numerator: not null }
                     from through in Enumerable.Range(1, SampleContent.Month - 1)
                     select SampleContent.Figure(unit.Code, figure.Indicator, SampleContent.Year, through, Through(unit, figure.Indicator, through), owed: through, present: through);
        var orders = content.Cases.Select(one => one with { Order = one.Order with { OrgUnit = Code("庙镇"), Demand = "查明原因，九月底前补上", Deadline = new(2022, 9, 10) } });
        return SampleContent.Evaluated(content with
        {
            Figures = [.. content.Figures, .. months],
            IsFinal = false,
            Submissions = [.. content.Submissions.Select(Busy)],
            Cases = [.. orders],
            UnitSources = [.. content.Sources.Select(source => source with { FigureUnit = source.OrgUnit }), .. content.Sources.Where(source => source.OrgUnit == Code("庙镇")).Take(1).Select(source => source with { FigureUnit = Code("庙镇"), Reporter = "310151-JYCJ", FileName = "中心代报.xlsx" })],
        }, [.. units.Where(unit => unit.Kind == OrgUnitKind.township).SelectMany((town, index) => new[] { Target("c1", town, 1500), Target("c3", town, 20 + index % 5 * 4) })]);
    }

    static Reporting.Warehouse.Assessment.TargetDecision Target(string commitment, OrgUnit town, decimal value) => new(commitment, town.Code, SampleContent.Year, null, value, "崇就业〔2022〕3号", new(2022, 3, 1), "甲", "分解", 90);

    static decimal Through(OrgUnit unit, string indicator, int through) => indicator == "registered_unemployed" ? SampleContent.MonthValue(unit, indicator, SampleContent.Year, through)
        : Enumerable.Range(1, through).Sum(month => SampleContent.MonthValue(unit, indicator, SampleContent.Year, month));

    static UnitPeriodStatus Busy(UnitPeriodStatus status) => (SampleContent.Units.Single(unit => unit.Code == status.OrgUnit).Name, status.PeriodStart.Month) switch
    {
        ("庙镇", 7) => status with { State = "missing", FirstReceivedAt = null, LoadedAt = null, Attempts = 0 },
        ("庙镇", 6) => status with { State = "returned", LoadedAt = null, Attempts = 2, Returned = 2 },
        ("庙镇", 5) => status with { State = "awaiting_explanation", LoadedAt = null },
        ("庙镇", 8) => status with { State = "not_due", PastDue = false, DueDate = new(2022, 9, 20), FirstReceivedAt = null, LoadedAt = null, Attempts = 0 },
        _ => status,
    };

    static IEnumerable<UnitFinding> Findings()
    {
        var code = Code("庙镇");
        (string Code, int[] Months)[] found = [("month_jump", [1, 0, 2, 3]), ("sum_differs", [2, 2]), ("value_negative", [0, 0, 1]), ("year_jump", [0, 0, 0, 1]), ("quoted_differs", [1]), ("period_guessed", [0, 1])];
        foreach (var (each, months) in found)
            foreach (var (index, times) in months.Index())
                if (times > 0) yield return new(code, Form, new(2022, index + 1, 1), each, Severity.warning, times, 1);
        yield return new(Code("三星镇"), Form, new(2022, 1, 1), "value_not_whole", Severity.error, 99, 1); // another's
    }

    static IEnumerable<UnitReturn> Returns() =>
    [
        new(Code("庙镇"), Form, new(2022, 3, 1), "310151-20220409-001", At(9), "", "value_negative,sum_differs"),
        new(Code("庙镇"), Form, new(2022, 6, 1), "310151-20220709-002", At(12), "合计与分项不符，请核对", ""),
        new(Code("三星镇"), Form, new(2022, 2, 1), "310151-20220309-003", At(9), "三星镇自己的原因", ""),
    ];

    static DateTime At(int day) => new(2022, 7, day, 2, 0, 0, DateTimeKind.Utc);
}
