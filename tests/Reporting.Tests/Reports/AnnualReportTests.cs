using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Reports;
using Reporting.Reports.Layout;
using Reporting.Reports.Lineage;
using Reporting.Tests.Assessment.Runs;
using Reporting.Tests.Assessment.Scoring;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>年度考核: what the boards say stands in it, and nothing else; of a frozen year what was frozen.</summary>
public class AnnualReportTests
{
    static readonly string[] Sheets = ["总览", "得分汇总", "扣分情况", "评分办法"];

    public static TheoryData<string> Cases => [.. Variants.Keys];

    static readonly Dictionary<string, Func<AnnualContent>> Variants = new()
    {
        ["held"] = Content,
        ["frozen"] = () => Content() with { Cover = Content().Cover with { Demo = false, Edition = new(1, new(2023, 2, 12, 1, 0, 0, DateTimeKind.Utc)) }, Frozen = new(3, 9, new(2023, 2, 10, 1, 0, 0, DateTimeKind.Utc), 2, 4) },
        ["middle"] = () => Content() with { Through = 6 },
        ["no-scheme"] = () => Content() with { Schemes = [] },
    };

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_the_golden_text(string name) => GoldenText.Check($"annual-{name}.txt", new WorkbookText(AnnualReport.Render(Variants[name]())).ToString());

    [Theory, MemberData(nameof(Cases))]
    public void A_workbook_is_valid_for_each_Office(string name) => Workbooks.AssertValid(AnnualReport.Render(Variants[name]()));

    [Fact]
    public void The_same_content_gives_the_same_bytes() => Assert.Equal(AnnualReport.Render(Content()), AnnualReport.Render(Content()));

    [Fact]
    public void Every_point_score_rank_and_grade_stands_in_its_cell()
    {
        var content = Content();
        var (scored, text) = (content.Schemes.Single(), new WorkbookText(AnnualReport.Render(content)));
        Assert.Equal([.. Sheets, .. scored.Board.Units.Select(unit => unit.Name), "数据", "来源"], text.Sheets);
        foreach (var unit in scored.Board.Units)
        {
            foreach (var sheet in Sheets.Take(2))
                Assert.Equal((unit.Score is null ? "待定" : Plain(unit.Score), unit.Rank is null ? "—" : $"{unit.Rank}", unit.Grade ?? "待定"), (Of(text, sheet, unit, "总分"), Of(text, sheet, unit, "名次"), Of(text, sheet, unit, "等次")));
            foreach (var rule in unit.Rules)
            {
                Assert.Contains(rule.Words, text.At(unit.Name, rule.Name, "计分过程"), StringComparison.Ordinal);
                Assert.Equal(rule.Score is null ? "—" : Plain(rule.Score), text.At(unit.Name, rule.Name, "得分").Replace("待定", "—", StringComparison.Ordinal));
            }
            Assert.Equal(unit.Words, text.At(unit.Name, "合计", "计分过程"));
        }
        foreach (var rule in scored.Scheme.Rules) Assert.NotEmpty(text.FindAll("评分办法", SchemeWords.Of(rule)));
        Assert.False(text.HasFormula);
    }

    [Fact]
    public void Points_that_were_lost_are_told_rule_by_rule_and_add_up()
    {
        var content = Content();
        var units = content.Schemes.Single().Board.Units;
        var table = AnnualReport.Layout(content).Sheets.Single(sheet => sheet.Name == "扣分情况").RunningTable!;
        // 甲 earned 93.12 of 100 and came late three times at 0.2 each; 乙 earned all; of 丙 nothing can be told.
        Assert.Equal([("甲镇", 6.88m), ("1 家共扣", 6.88m), ("甲镇", 0.6m), ("1 家共扣", 0.6m)], table.Rows.Select(row => (((Words)row.Cells[1]).Text, ((Number)row.Cells[6]).Value)));
        Assert.Equal([7.48m, 0m, 0m], units.Select(unit => decimal.Parse(Of(new(AnnualReport.Render(content)), "总览", unit, "共扣"), CultureInfo.InvariantCulture)).OrderDescending());
    }

    // A unit's name stands in the contents too; tables have it in their second column.
    static string Of(WorkbookText text, string sheet, ScoredUnit unit, string head) =>
        text[sheet, text.Find(sheet, head)[..1] + text.FindAll(sheet, unit.Name).Single(cell => cell[0] == 'B')[1..]];

    [Theory, MemberData(nameof(Cases))]
    public void Each_number_of_a_sentence_is_bound_to_its_fact(string name)
    {
        var content = Variants[name]();
        var units = content.Schemes.SelectMany(scored => scored.Board.Units).ToList();
        foreach (var line in AnnualReport.Layout(content).Sheets.SelectMany(sheet => sheet.Blocks).OfType<Line>().Where(line => line.Kind == LineKind.paragraph))
        {
            // The number that begins a sentence counts the sentences.
            Assert.Equal(line.Numbers.Select(told => told.Text), Regex.Matches(line.Text, @"\d[\d,.]*\d|\d").Select(match => match.Value).Skip(Regex.IsMatch(line.Text, @"^\d\. ") ? 1 : 0));
            foreach (var told in line.Numbers) Assert.Equal(told.Value, Expected(content, units, told));
        }
    }

    static decimal Expected(AnnualContent content, List<ScoredUnit> units, Told told) => told.Fact switch
    {
        Fact.units_scored => units.Count,
        Fact.ranked => units.Count(unit => unit.Score is not null),
        Fact.units_held => units.Count(unit => unit.Score is null),
        Fact.units_of_grade => units.Count(unit => $"{unit.Group} {unit.Grade}" == told.Subject),
        Fact.score => units.Single(unit => unit.OrgUnit == told.OrgUnit).Score!.Value,
        Fact.place => units.Single(unit => unit.OrgUnit == told.OrgUnit).Rank!.Value,
        Fact.score_mean => Math.Round(units.Where(unit => unit.Score is not null).Average(unit => unit.Score!.Value), 2, MidpointRounding.AwayFromZero),
        Fact.units_short => units.Count(unit => unit.Rules.Any(rule => $"组 {rule.Id}" == told.Subject && (rule.Counted > 0 ? rule.Score < rule.Counted : rule.Score < 0))),
        Fact.points_lost => units.SelectMany(unit => unit.Rules).Where(rule => $"组 {rule.Id}" == told.Subject && rule.Score is not null).Sum(rule => rule.Counted > 0 ? rule.Counted - rule.Score!.Value : Math.Max(0, -rule.Score!.Value)),
        Fact.run_number => content.Frozen!.Run,
        Fact.run_load => content.Frozen!.AsOfLoad,
        Fact.uncertified => content.Frozen!.Uncertified,
        Fact.corrections => content.Frozen!.Corrections,
        _ => throw new ArgumentOutOfRangeException(nameof(told), told, "a fact that nobody looks up"),
    };

    /// <summary>A unit may be called like a sheet there is already, or by signs that no sheet may be called by.</summary>
    [Fact]
    public void Every_unit_has_a_sheet_whatever_it_is_called()
    {
        var content = Content();
        var board = content.Schemes[0].Board;
        string[] names = ["总览", "=HYPERLINK(\"x\")[a]:*?/\\'", new('长', 60)];
        content = content with { Schemes = [content.Schemes[0] with { Board = board with { Units = [.. board.Units.Zip(names, (unit, name) => unit with { Name = name })] } }] };
        var bytes = AnnualReport.Render(content);
        Workbooks.AssertValid(bytes);
        var text = new WorkbookText(bytes);
        Assert.Equal([.. Sheets, "总览2", "=HYPERLINK(\"x\")a", new('长', 28), "数据", "来源"], text.Sheets);
        Assert.False(text.HasFormula);
        Assert.NotEmpty(text.FindAll("总览", names[1]));
    }

    [Fact]
    public void A_frozen_year_is_told_as_it_was_frozen_whatever_came_since()
    {
        using var folder = new TestFolder();
        AssessmentRun run;
        ScoreBoard frozen;
        using (var towns = new FrozenTowns())
        {
            run = towns.Freeze();
            frozen = towns.Inputs().Judged().Boards.Single();
            towns.Warehouse.Load("east 4 again", FrozenTowns.East, FrozenTowns.Month(FrozenTowns.East, 4, 1), new(2022, 9, 4));
            File.WriteAllBytes(folder.Data.WarehouseFile, towns.Warehouse.Closed());
        }
        using var warehouse = OpenWarehouse.Open(folder.Data);
        var ask = new ReportAsk(warehouse, FrozenTowns.District, Period.Year(2022), warehouse.Marts.LastLoad()!, Stamp: null, Demo: false);
        var content = AnnualReading.Read(ask);
        Assert.Equal((run.Run, run.AsOfLoad), (content.Frozen!.Run, content.Cover.AsOfLoad));
        Assert.Equal(CanonicalJson.Of(frozen), CanonicalJson.Of(content.Schemes.Single().Board));
        var bytes = AnnualReport.Render(content);
        var text = new WorkbookText(bytes);
        Assert.NotEmpty(text.FindAll("总览", AnnualReport.Basis(content)));
        Assert.StartsWith("依据冻结的考核 1 号", AnnualReport.Basis(content), StringComparison.Ordinal);
        Assert.Equal(bytes, AnnualReport.Render(AnnualReading.Read(ask)));
        // Before it was frozen the same year is worked out, and says that it is to go by only.
        var before = AnnualReading.Read(ask with { AsOf = warehouse.Marts.LoadById(run.AsOfLoad)! });
        Assert.Null(before.Frozen);
        Assert.StartsWith("未冻结，仅供参考", AnnualReport.Basis(before), StringComparison.Ordinal);
        Assert.Equal(CanonicalJson.Of(frozen), CanonicalJson.Of(before.Schemes.Single().Board));
        // A printed result leads to the cells of its unit, as of what was frozen.
        var rule = frozen.Units.Single(unit => unit.Name == "东镇").Rules.First(rule => rule.Commitment == "jobs");
        var found = WorkbookLineage.Of(new MemoryStream(bytes), "东镇", text.AddressOf("东镇", rule.Name, "完成值"));
        Assert.Null(found.Fault);
        Assert.Equal(rule.Value, found.Sources.Sum(source => decimal.Parse(source["数值"], CultureInfo.InvariantCulture)));
        Assert.DoesNotContain("镇长", text.ToString(), StringComparison.Ordinal);
    }

    static string Plain(decimal? number) => number!.Value.ToString("0.####", CultureInfo.InvariantCulture);

    static AnnualContent Content()
    {
        var scored = new Scored(Scored.Rule(ScoringMethod.linear), Scored.Rule(ScoringMethod.bonus, 0) with { Step = 10, Each = 0.5m, Most = 2 },
            Scored.Conducted(ScoringMethod.deduction, ConductMeasure.late) with { Each = 0.2m, Most = 4 }).With(scheme => scheme with { Missing = MissingPolicy.hold })
            .Unit("甲", Scored.Evaluation(attainment: 0.9312m, value: 93.12m), new("甲", 12, 3, 1, 0, 0, 0)).Unit("乙", Scored.Evaluation(attainment: 1.2m, value: 120))
            .Unit("丙", Scored.Evaluation(state: AssessmentState.undetermined));
        Cover cover = new(AnnualReport.Title, new(Scored.District, "试验区", []), Period.Year(2022), 9, new(2023, 2, 1, 1, 0, 0, DateTimeKind.Utc), null, Demo: true);
        return new(cover, Catalog.Empty, [new(scored.Scheme, scored.Board())], []);
    }
}
