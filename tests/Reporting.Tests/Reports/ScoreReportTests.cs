using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Reporting.Reports;
using Reporting.Tests.Assessment.Scoring;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>The 绩效考核 sheet: what the board says stands in it, and nothing else.</summary>
public class ScoreReportTests
{
    static readonly string[] Sheets = ["考核得分汇总", "评分明细", "评分办法"];

    [Fact]
    public void Every_point_score_rank_and_grade_stands_in_its_cell()
    {
        var content = Content();
        var text = new WorkbookText(ScoreReport.Render(content));
        Assert.Equal(Sheets, text.Sheets);
        foreach (var unit in content.Board.Units)
        {
            Assert.Equal(unit.Score is null ? "待定" : Plain(unit.Score), text.At(Sheets[0], unit.Name, "总分"));
            Assert.Equal(unit.Rank is null ? "—" : $"{unit.Rank}", text.At(Sheets[0], unit.Name, "名次"));
            Assert.Equal(unit.Grade ?? "待定", text.At(Sheets[0], unit.Name, "等次"));
            foreach (var rule in unit.Rules) Assert.NotEmpty(text.FindAll(Sheets[1], rule.Words));
            Assert.NotEmpty(text.FindAll(Sheets[1], unit.Words));
        }
        foreach (var rule in content.Scheme.Rules) Assert.NotEmpty(text.FindAll(Sheets[2], SchemeWords.Of(rule)));
        Assert.Contains("（演示数据）", text.ToString(), StringComparison.Ordinal);
        Assert.False(text.HasFormula);
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes() => Assert.Equal(ScoreReport.Render(Content()), ScoreReport.Render(Content()));

    [Fact]
    public void The_sheet_is_valid_for_each_Office()
    {
        foreach (var version in new[] { FileFormatVersions.Office2007, FileFormatVersions.Office2016, FileFormatVersions.Microsoft365 })
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(ScoreReport.Render(Content())), false);
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(error => $"{version} {error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        }
    }

    static string Plain(decimal? number) => number!.Value.ToString("0.####", CultureInfo.InvariantCulture);

    static ScoreContent Content()
    {
        var scored = new Scored(Scored.Rule(ScoringMethod.linear), Scored.Rule(ScoringMethod.bonus, 0) with { Step = 10, Each = 0.5m, Most = 2 },
            Scored.Conducted(ScoringMethod.deduction, ConductMeasure.late) with { Each = 0.2m, Most = 4 }).With(scheme => scheme with { Missing = MissingPolicy.hold })
            .Unit("甲", Scored.Evaluation(attainment: 0.9312m, value: 93.12m), new("甲", 12, 3, 1, 0, 0, 0)).Unit("乙", Scored.Evaluation(attainment: 1.2m, value: 120))
            .Unit("丙", Scored.Evaluation(state: AssessmentState.undetermined));
        return new(new(Scored.District, "试验区", []), scored.Scheme, scored.Board(), 9, new(2023, 2, 1, 1, 0, 0, DateTimeKind.Utc), Demo: true);
    }
}
