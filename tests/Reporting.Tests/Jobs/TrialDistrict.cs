using System.Collections.Concurrent;
using System.Text;
using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Tests.Reference;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Jobs;

/// <summary>Two small districts with forms of every period: months of townships, a city's yearly notice, a plan's base and history.</summary>
sealed class TrialDistrict : IDisposable
{
    public static readonly DateTime Now = TestWarehouse.At(new(2022, 3, 8));

    readonly TestFolder folder = new();
    readonly DefinitionFolder definitions = new();

    // Entered once for all that begin alike.
    static readonly ConcurrentDictionary<string, Lazy<byte[]>> Entered = [];

    /// <param name="changed">What is defined otherwise than below, from the start.</param>
    /// <param name="more">Further definition files of the trial, with lines of three dashes between them.</param>
    public TrialDistrict(Func<string, string>? changed = null, string? more = null)
        : this(changed is null ? Entered.GetOrAdd(more ?? "", _ => new(() => Enter(more))).Value : TestWarehouse.Begun, changed, more) { }

    static byte[] Enter(string? more)
    {
        using var trial = new TrialDistrict(TestWarehouse.Begun, null, more);
        trial.Warehouse.Dispose();
        return File.ReadAllBytes(trial.folder.Data.WarehouseFile);
    }

    TrialDistrict(byte[] store, Func<string, string>? changed, string? more)
    {
        if (more is not null) foreach (var (number, file) in more.Split("\n---\n").Index()) definitions.With($"more-{number}.yaml", file);
        File.WriteAllBytes(folder.Data.WarehouseFile, store);
        Warehouse = OpenWarehouse.Open(folder.Data);
        Define(changed ?? (yaml => yaml), new(2022, 1, 1));
    }

    /// <summary>Enters the definitions with what is changed in them.</summary>
    public void Define(Func<string, string> changed, DateOnly on)
    {
        foreach (var (number, file) in changed(Yaml).Split("\n---\n").Index()) definitions.With($"{number}.yaml", file);
        Warehouse.Definitions.Enter(DefinitionFiles.Read(definitions.Path, null), on, TestWarehouse.At(on));
    }

    public OpenWarehouse Warehouse { get; }

    public AnswerContent Submit(string name, string text, string? unit = null) => Submit(name, Encoding.UTF8.GetBytes(text), unit);

    public AnswerContent Submit(string name, byte[] bytes, string? unit = null, Reporting.Warehouse.Answers? named = null)
    {
        var taken = TakeFiles.Run(Warehouse, [new(name, () => new MemoryStream(bytes), "test", unit, name, "test")], Now, named).Single();
        Assert.True(taken.IsNew);
        return SettleSubmissions.Unsettled(Warehouse, Now, "test").Single(answer => answer.Submission.SubmissionId == taken.Submission.SubmissionId);
    }

    /// <summary>All that is kept outside the sealed archive, byte for byte as Latin-1: the warehouse and its log among it.</summary>
    public string KeptOutsideArchive() => string.Concat(Directory.EnumerateFiles(folder.Data.Root, "*", SearchOption.AllDirectories)
        .Where(path => !path.StartsWith(folder.Data.Archive, StringComparison.Ordinal)).Select(Read));

    static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    /// <summary>Every current value as <c>unit element period basis = value bound</c>, in order.</summary>
    public IReadOnlyList<string> Values(string district = "310999") =>
        [.. Warehouse.Marts.Observations(district, null, new(2000, 1, 1), new(2030, 12, 31), Warehouse.Marts.LastLoad()!.LoadId)
            .Select(row => FormattableString.Invariant($"{row.OrgUnit} {row.Element} {PeriodOf(row)} = {row.Value?.ToString("0.####", null) ?? row.State.ToString()}{(row.Bound == Bound.exact ? "" : $" {row.Bound}")}{(row.Role == SourceRole.check ? " check" : "")}"))
            .Order(StringComparer.Ordinal)];

    static Period PeriodOf(Observation row) =>
        row.PeriodKind == PeriodKind.plan ? Period.Plan(row.PeriodStart.Year, row.PeriodEnd.Year) : Period.Of(row.PeriodKind, row.PeriodStart);

    public void Dispose()
    {
        Warehouse.Dispose();
        folder.Dispose();
        definitions.Dispose();
    }

    const string Monthly = """
          issued_by: 试
          document: 试
          applies_from: 2011-01-01
          period: month
          district: "310999"
          columns:
            - { id: month, title: 本月数, basis: in_period, aliases: [本月] }
            - { id: ytd, title: 本年累计, basis: year_to_date, aliases: [累计] }
          obligations:
            - { role: township, from: 2011-01-01, due_working_day: 5 }
        """;

    const string Yaml = $$"""
        district:
          code: "310999"
          name: 试验区
          valid_from: 2011-01-01
          units:
            - { code: "310999101", name: 甲河镇, kind: township }
            - { code: "310999102", name: 乙山镇, kind: township, valid_to: 2021-12-31 }
            - { code: 310999-RSJ, name: 试验区人力资源和社会保障局, kind: department, role: bureau, measures: "310999" }
            - { code: 310999-SRSJ, name: 上海市人力资源和社会保障局, kind: city, role: city, measures: "310999" }
        ---
        district:
          code: "310998"
          name: 对照区
          valid_from: 2011-01-01
          units:
            - { code: "310998101", name: 丙桥镇, kind: township }
            - { code: 310998-SRSJ, name: 上海市人力资源和社会保障局, kind: city, role: city, measures: "310998" }
        ---
        breakdowns:
          - { id: female, name: 女性, group: sex, exhaustive: false }
        elements:
          - { id: new_jobs, name: 新增就业岗位, unit: 个, kind: flow, rollup: sum, authority: { township: township }, meaning: 试 }
          - { id: insured, name: 参保人数, unit: 人, kind: stock, rollup: sum, authority: { township: township }, meaning: 试 }
          - { id: disputes, name: 劳动争议案件, unit: 件, kind: flow, rollup: sum, authority: { township: township }, meaning: 试 }
          - { id: eco_jobs, name: 生态就业岗位, unit: 个, kind: flow, rollup: reported, authority: { district: bureau }, meaning: 试 }
          - { id: training, name: 职业技能培训, unit: 人次, kind: flow, rollup: reported, authority: { district: bureau }, meaning: 试 }
          - { id: wages_recovered, name: 追回拖欠工资, unit: 万元, kind: flow, rollup: reported, authority: { district: bureau }, meaning: 试 }
          - { id: pension, name: 月人均养老金, unit: 元/月, kind: stock, rollup: none, authority: { district: bureau }, meaning: 试 }
          - { id: coverage, name: 社保卡覆盖率, unit: "%", kind: stock, rollup: none, authority: { district: bureau }, meaning: 试 }
          - { id: unemployed_limit, name: 登记失业人数控制数, unit: 人, kind: stock, rollup: none, authority: { district: city }, meaning: 试 }
          - { id: city_pension, name: 全市月人均养老金, unit: 元/月, kind: stock, rollup: none, authority: { district: city }, meaning: 试 }
        ---
        form:
          id: trial-employment
          name: 就业月报表
          number: 试01表
          titles: [就业月报表]
        {{Monthly}}
          lines:
            - { number: 1, label: 新增就业岗位, element: new_jobs, unit: 个, minimum: 0 }
            - { number: 2, label: "其中：女性", element: new_jobs, breakdown: female, unit: 个, level: 1, minimum: 0 }
          rules:
            - { code: part_above_whole, expression: 1 >= 2, severity: error }
        ---
        form:
          id: trial-insurance
          name: 社会保障月报表
          number: 试02表
          titles: [社会保障月报表]
        {{Monthly}}
          lines:
            - { number: 1, label: 参保人数, element: insured, unit: 人, minimum: 0, columns: [month] }
            - { number: 2, label: "其中：女性", element: insured, breakdown: female, unit: 人, level: 1, minimum: 0, columns: [month] }
        ---
        form:
          id: trial-relations
          name: 劳动关系月报表
          number: 试03表
          titles: [劳动关系月报表]
        {{Monthly}}
          lines:
            - { number: 1, label: 劳动争议案件, element: disputes, unit: 件, minimum: 0 }
            - { number: 2, label: "其中：女性", element: disputes, breakdown: female, unit: 件, level: 1, minimum: 0 }
        ---
        form:
          id: trial-history
          name: 基数和历史数据表
          number: 试09表
          issued_by: 试
          document: 试
          applies_from: 2011-01-01
          period: plan
          district: "310999"
          titles: [基数和历史数据表]
          columns:
            - { id: y2015, title: 2015年, basis: in_period, period: "2015" }
            - { id: y2016, title: 2016年, basis: in_period, period: "2016" }
            - { id: y2017, title: 2017年, basis: in_period, period: "2017" }
            - { id: y2018, title: 2018年, basis: in_period, period: "2018" }
            - { id: y2019, title: 2019年, basis: in_period, period: "2019" }
            - { id: y2020, title: 2020年, basis: in_period, period: "2020" }
            - { id: plan, title: 五年合计, basis: in_period, period: "2016/2020" }
          lines:
            - { number: 1, label: 生态就业岗位, element: eco_jobs, unit: 个, required: false, minimum: 0 }
            - { number: 2, label: 职业技能培训, element: training, unit: 人次, required: false, minimum: 0 }
            - { number: 3, label: 追回拖欠工资, element: wages_recovered, unit: 万元, required: false, minimum: 0, decimals: 2 }
            - { number: 4, label: 月人均养老金, element: pension, unit: 元/月, required: false, minimum: 0, decimals: 2, columns: [y2015, y2020] }
            - { number: 5, label: 社保卡覆盖率, element: coverage, unit: "%", required: false, minimum: 0, decimals: 2, columns: [y2020] }
          obligations:
            - { role: bureau, from: 2016-01-01, due_working_day: 60 }
        ---
        form:
          id: trial-notice
          name: 年度指标下达表
          number: 试10表
        {{Notice}}
          district: "310999"
        ---
        form:
          id: control-notice
          name: 年度指标下达表
          number: 对10表
        {{Notice}}
          district: "310998"
        """;

    const string Notice = """
          issued_by: 市
          document: 市
          applies_from: 2011-01-01
          period: year
          titles: [年度指标下达表]
          columns:
            - { id: year, title: 全年数, basis: in_period, aliases: [下达数, 指标数] }
          lines:
            - { number: 1, label: 登记失业人数控制数, element: unemployed_limit, unit: 人, minimum: 0 }
            - { number: 2, label: 全市月人均养老金, element: city_pension, unit: 元/月, required: false, minimum: 0, decimals: 2 }
          obligations:
            - { role: city, from: 2011-01-01, due_working_day: 60 }
        """;
}
