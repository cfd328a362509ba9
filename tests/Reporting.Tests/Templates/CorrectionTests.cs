using Reporting.Etl.Rules;
using Reporting.Reports.Templates;
using Reporting.Warehouse;
using static Reporting.Tests.Templates.FilledTemplate;

namespace Reporting.Tests.Templates;

/// <summary>A template says how corrections are made; that does not make what is filled into it one.</summary>
public class CorrectionTests
{
    [Fact]
    public void A_filled_template_of_a_held_month_is_asked_about_its_heading()
    {
        var (form, unit, period) = (Known.Form("employment-monthly", new(2022, 2, 1))!, Unit("310151101"), Period.Month(2022, 2));
        var before = TemplateTests.Held(form, unit, period);
        var table = Assert.Single(Read(Fill(FormTemplate.Render([Content(form, unit, period, before)]), (line, _) => 100 - line.Number)));
        Assert.Contains(table.Table.Footnotes, note => note.Contains("更正", StringComparison.Ordinal));
        Assert.False(Circumstances.SaysCorrection("就业月报.xlsx", table));
        Assert.False(Circumstances.SaysCorrection("就业月报（补报）.xlsx", table));
        Assert.True(Circumstances.SaysCorrection("就业月报（更正）.xlsx", table));

        var held = new Held([.. before, .. table.Cells.Where(cell => !cell.Column.IsQuoted && cell.Value is not null).Select(cell => new Observation(
            unit.District, unit.Measures, unit.Code, cell.Line.Element, period.Kind, period.Start, period.End, cell.Column.Basis, cell.Line.Breakdown,
            SourceRole.authoritative, cell.Value + 1, Bound.exact, ValueState.reported, 1, 1, "C5", 1, null))]);
        var circumstances = new Circumstances(new(2022, 4, 1)) { IsCorrection = Circumstances.SaysCorrection("就业月报.xlsx", table) };
        Assert.Contains(TableRules.Check(table, held, circumstances), finding => finding.Code == "period_unchanged");
    }

    [Theory]
    [InlineData("更正说明：第3行上月多报2人", true)]
    [InlineData("说明：2．有误的，请先更正上月的报表", false)]
    [InlineData("备注：更正上月数据的另行报送", false)]
    public void A_note_calls_a_sheet_a_correction_only_by_its_head(string note, bool expected)
    {
        var table = Rules.SheetInHand.Given("").Matched();
        Assert.Equal(expected, Circumstances.SaysCorrection("就业.xlsx", table with { Table = table.Table with { Footnotes = [note] } }));
    }
}
