using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reporting.Etl.Jobs;
using Reporting.Reports;
using Reporting.Reports.Issuing;
using Reporting.Tests.Reference;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>
/// A district in which everything that people name or write is something that a spreadsheet program would rather run, cut off or refuse:
/// units, indicators, promises, documents, files, cells, explanations, demands, reasons. It is filled by real submissions and decisions.
/// </summary>
sealed class HostileDistrict : IDisposable
{
    public const string Code = "310999";
    public const int Year = 2022, Months = 3;

    /// <summary>In a page's head &amp;P is a page number, and &amp;&amp; an ampersand.</summary>
    public const string Name = "&P &D &[Page]=1+1区";

    public static readonly IReadOnlyList<string> Words =
    [
        "=1+1", "+8613800000000", "-2+3", "@SUM(A1:A9)", "\t=2+2", "=HYPERLINK(\"http://x\",\"点\")", "=cmd|' /C calc'!A0", "&P &D &[Page] &A", "控制\u0001字\u001f符\u007f", "😀🇨🇳", "𠮷野䶮〇",
        "<xml a=\"1\">&amp;</xml>", "]]>", "_x0041_和_x000D_", "'单引号", "../../etc/passwd", "半\uD8FF个", new string('长', 32_767),
    ];

    readonly TestFolder folder = new();
    readonly DefinitionFolder definitions = new();

    public HostileDistrict()
    {
        foreach (var (number, file) in Definitions().Split("\n---\n").Index()) definitions.With($"{number}.yaml", file);
        Warehouse = OpenWarehouse.Open(folder.Data);
        Warehouse.Definitions.Enter(DefinitionFiles.Read(definitions.Path, null), new(Year, 1, 4), At(1, 4));
        foreach (var month in Enumerable.Range(1, Months))
            foreach (var unit in Units.Index())
                if ((unit.Index + month) % 9 != 0) Submit(unit.Item, month, $"{Words[unit.Index]}", 5 + unit.Index + month);
        Decide();
        foreach (var report in Report.All)
            foreach (var key in Keys(report)) Editing.Issue(Warehouse, key, Warehouse.Marts.LastLoad()!, new("甲", At(4, 20), Demo: false));
        foreach (var unit in Units.Index()) Submit(unit.Item, 2, $"更正{Words[unit.Index]}", 90 + unit.Index, Words[unit.Index]);
    }

    public OpenWarehouse Warehouse { get; }

    public static IReadOnlyList<string> Units => [.. Words.Select((_, index) => $"{Code}1{index:00}")];

    /// <summary>Everything that a report can be asked for here: of the months, and of every unit where it is about units.</summary>
    public static IEnumerable<EditionKey> Keys(Report report)
    {
        var period = report.Period switch
        {
            PeriodKind.month => Period.Month(Year, Months),
            PeriodKind.quarter => Period.Quarter(Year, 1),
            PeriodKind.half => Period.Half(Year, 1),
            PeriodKind.plan => Period.Plan(2021, 2025),
            _ => Period.Year(Year),
        };
        return report.IsOfUnit ? Units.Select(unit => new EditionKey(report, Code, period, unit)) : [new(report, Code, period)];
    }

    /// <summary>As an edition that takes the place of one, so that it has its 修订 sheet, with the reason in such words too.</summary>
    public ReportAsk Ask(EditionKey key, string reason) => Editing.Ask(Warehouse, key, Warehouse.Marts.LastLoad()!, new(2, At(5, 1)), new("甲", At(5, 1), Demo: true, reason));

    void Submit(string unit, int month, string name, int value, string? reason = null)
    {
        var text = $"表,,\n单位：,,{Year}年{month}月\n指标,本月,备注\n新增就业,{value},=1+1\n办结,{value},@x\n受理,{value + 2},\n登记失业,{60 + value},\n";
        var named = new Reporting.Warehouse.Answers("test-form", unit, Period.Month(Year, month));
        var day = reason is null ? At(month + 1, 4) : At(4, 25);
        var taken = TakeFiles.Run(Warehouse, [new($"{name}.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(text)), "test", unit, $"{unit} {month} {reason is null}", $"{Words[^2]}报送人")], day, named).Single();
        SettleSubmissions.Unsettled(Warehouse, day, "test");
        Explanation Given(string code) => new(Code, unit, "test-form", code, null, null, new(Year, month, 1), new(Year, month, 1), $"{reason ?? name}的说明", ExplanationSource.command, taken.Submission.SubmissionId, name, day, 0);
        Warehouse.Reviews.Explain(taken.Submission.SubmissionId, [Given("jump")], "甲", day);
        Warehouse.Reviews.CheckAgain(taken.Submission.SubmissionId, "甲", day);
        SettleSubmissions.Unsettled(Warehouse, day, "test");
    }

    void Decide()
    {
        foreach (var (index, words) in Words.Index())
        {
            Warehouse.Decisions.SetTarget(new("jobs", Units[index], Year, Year, 80, words, new(Year, 1, 5), words, words, 0), At(4, 10));
            Warehouse.Supervisions.Open(new(0, Code, Units[index], "jobs", words, new(Year, 5, 30), new(Year, 4, 11), "红", words, words, 0), At(4, 11));
        }
        Warehouse.Supervisions.Acknowledge(new("jobs", Code, Year, Months, LightColour.red, Words[0], Words[5], new(Year, 4, 12), "甲", 0), At(4, 12));
        Warehouse.Decisions.ReportMilestone(new("task", MilestoneProgress.reached, new(Year, 3, 1), Words[4], Words[2], Words[3], 0), At(4, 13));
    }

    static DateTime At(int month, int day) => TestWarehouse.At(new(Year, month, day));

    static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A JSON text is a quoted one of YAML; a lone half of a sign is none of either.
    static string Quoted(string words) => JsonSerializer.Serialize(words.Replace('\uD8FF', '？'), Relaxed);

    static string Definitions() => $$"""
        district: { code: "310999", name: {{Quoted(Name)}}, valid_from: 2016-01-01, units: [
        {{string.Join(",\n", Words.Select((words, index) => $"  {{ code: \"{Units[index]}\", name: {Quoted(words)}, kind: township }}"))}},
          { code: 310999-RS, name: {{Quoted("=人社局")}}, kind: department, role: bureau, measures: "310999" } ] }
        elements:
          - { id: jobs, name: {{Quoted(Words[0])}}, unit: 人, kind: flow, rollup: sum, authority: { township: township }, meaning: {{Quoted(Words[3])}} }
          - { id: closed, name: 办结, unit: 件, kind: flow, rollup: sum, authority: { township: township }, meaning: 办结 }
          - { id: accepted, name: 受理, unit: 件, kind: flow, rollup: sum, authority: { township: township }, meaning: 受理 }
          - { id: idle, name: 登记失业, unit: 人, kind: stock, rollup: sum, authority: { township: township }, meaning: 期末 }
        indicators:
          - { id: jobs, name: {{Quoted(Words[5])}}, unit: 人, meaning: {{Quoted(Words[0])}}, numerator: [ { element: jobs, time: sum } ] }
          - { id: idle, name: 登记失业, unit: 人, meaning: 期末, numerator: [ { element: idle, time: last } ] }
          - { id: closing, name: {{Quoted(Words[12])}}, unit: "%", decimals: 2, meaning: 全年, numerator: [ { element: closed, time: sum } ], denominator: [ { element: accepted, time: sum } ] }
        plan: { id: p, name: {{Quoted(Words[11])}}, district: "310999", document: {{Quoted(Words[7])}}, issued: 2021-01-01, first_year: 2021, last_year: 2025, commitments: [
          { id: jobs, name: {{Quoted(Words[0])}}, indicator: jobs, kind: annual_total, comparator: ">=", value: 9000, unit: 人, scope: each_year, clause: {{Quoted(Words[1])}}, place: {{Quoted(Words[2])}}, interpretation: {{Quoted(Words[17][..9000])}}, departments: [310999-RS] },
          { id: closing, name: {{Quoted(Words[4])}}, indicator: closing, kind: ratio, comparator: ">=", value: 90, unit: "%", scope: each_year, clause: 结案率, place: 一, interpretation: 每年, departments: [] },
          { id: task, name: {{Quoted(Words[9])}}, kind: milestone, comparator: "=", unit: 项, scope: by_end, clause: {{Quoted(Words[6])}}, place: 一, interpretation: 期末前, departments: [], due: 2022-12-31 } ] }
        form: { id: test-form, name: {{Quoted(Words[3])}}, number: 一, issued_by: 局, document: 文, applies_from: 2021-01-01, period: month, district: "310999", titles: [表],
          columns: [ { id: c, title: 本月, basis: in_period } ],
          lines: [ { number: 1, label: 新增就业, element: jobs, unit: 人 }, { number: 2, label: 办结, element: closed, unit: 件 }, { number: 3, label: 受理, element: accepted, unit: 件 }, { number: 4, label: 登记失业, element: idle, unit: 人 } ],
          obligations: [ { role: township, from: 2022-01-01, due_working_day: 5 } ] }
        ---
        {{File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Assessment", "cases", "scored-towns.yaml")).Split("\n---\n")[^1].Replace("乡镇办法", "=乡镇办法", StringComparison.Ordinal)}}
        ---
        {{File.ReadAllText(Path.Combine(DefinitionFiles.ShippedFolder, "Reference", "lights.yaml"))}}
        """;

    public void Dispose()
    {
        Warehouse.Dispose();
        folder.Dispose();
        definitions.Dispose();
    }
}
