using System.Globalization;
using Reporting.Reports;
using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reports;

/// <summary>The first page's sentences: every number is bound to its fact, shows it, and nothing else in them is a number.</summary>
public class SentenceTests
{
    static readonly Dictionary<string, Func<MonthlyContent>> Variants = new()
    {
        ["chongming"] = SampleContent.Chongming, ["behind"] = SampleVariants.Behind, ["states"] = SampleVariants.States,
        ["nothing-reported"] = SampleVariants.NothingReported, ["empty"] = SampleContent.Empty,
    };

    public static TheoryData<string> Cases => [.. Variants.Keys];

    [Theory, MemberData(nameof(Cases))]
    public void Each_number_is_its_fact(string name)
    {
        var content = Variants[name]();
        foreach (var told in OverviewSentences.Of(new(content)).SelectMany(sentence => sentence.Numbers))
        {
            Assert.True(Expected(content, told) == told.Value, $"{told}: {Expected(content, told)}");
            var digits = decimal.Parse(told.Text.Replace("%", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture);
            Assert.Contains(Math.Abs(digits), new[] { Math.Abs(told.Value), Math.Abs(told.Value) * 100 });
            if (told.Of is { } of) Assert.Contains(content.Figures, figure => (figure.OrgUnit, figure.Indicator, figure.Year, figure.Through) == (of.OrgUnit, of.Indicator, of.Year, of.Through));
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void No_number_stands_beside_them(string name)
    {
        var content = Variants[name]();
        foreach (var sentence in OverviewSentences.Of(new(content)))
        {
            var (rest, at) = ("", 0);
            foreach (var told in sentence.Numbers)
            {
                var next = sentence.Text.IndexOf(told.Text, at, StringComparison.Ordinal);
                Assert.True(next >= at, $"{told} in {sentence.Text}");
                (rest, at) = (rest + sentence.Text[at..next], next + told.Text.Length);
            }
            Assert.DoesNotContain(rest + sentence.Text[at..], letter => char.IsDigit(letter));
        }
    }

    [Fact]
    public void What_moved_who_leads_and_where_it_lands_are_told()
    {
        var text = new WorkbookText(MonthlyReport.Render(SampleVariants.Behind()));
        var told = Enumerable.Range(6, 7).Select(row => text["总览", $"A{row}"]).ToList();
        Assert.Contains(told, line => line.Contains("与上月相比，转差1项（帮助长期失业青年实现就业创业由绿转黄）", StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("完成率居前的是", StringComparison.Ordinal) && line.Contains("居后的是", StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("能估计年底数的", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_three_and_the_last_three_are_those_of_the_standings()
    {
        var content = SampleVariants.Behind();
        var named = OverviewSentences.Of(new(content)).SelectMany(sentence => sentence.Numbers).Where(told => told.Fact == Fact.unit_by).ToList();
        var shares = content.Months[^1].Standings.Where(unit => unit.OrgUnit != SampleContent.District).SelectMany(unit => unit.Evaluations).Where(one => one is { Id: "c3", Attainment: not null })
            .Select(one => Math.Round(one.Attainment!.Value, 3, MidpointRounding.AwayFromZero)).Order().ToList();
        Assert.Equal(18, shares.Count);
        Assert.Equal(shares.TakeLast(3).Reverse(), named.Take(3).Select(told => told.Value));
        Assert.Equal(shares.Take(3), named.Skip(3).Select(told => told.Value));
    }

    /// <summary>A cell that shows a figure knows which, so that it can be followed to its sources.</summary>
    [Theory, MemberData(nameof(Cases))]
    public void Each_number_of_the_tables_knows_its_figure(string name)
    {
        string[] others = ["目标", "序时", "名次", "按序时应达", "目标数", "到期", "按时", "迟报", "未完成", "退回次数", "值", "红", "橙", "黄"];
        var content = Variants[name]();
        var found = 0;
        foreach (var table in MonthlyReport.Layout(content).Sheets.SelectMany(sheet => sheet.Blocks).Select(block => block is Beside beside ? beside.Table : block).OfType<Table>())
            foreach (var row in table.Rows.Where(row => row.Kind != RowKind.divider))
                foreach (var (column, cell) in table.Columns.Zip(row.Cells))
                    if (cell is Number number && !others.Contains(column.Head) && !column.Head.EndsWith("名次", StringComparison.Ordinal))
                    {
                        Assert.True(number.Of is { } of && content.Catalog.Indicator(of.Indicator, content.Period.Start) is not null, $"{column.Head}: {number}");
                        found++;
                    }
        Assert.Equal(name is not ("empty" or "nothing-reported"), found > 20);
    }

    [Fact]
    public void The_chart_is_drawn_from_the_months_as_they_are_judged()
    {
        var content = SampleVariants.Behind();
        var table = MonthlyReport.Layout(content).Sheets[0].Blocks.OfType<Beside>().Single().Table;
        Assert.Equal("月份（帮助长期失业青年实现就业创业）", table.Columns[0].Head);
        foreach (var (index, row) in table.Rows.Index())
        {
            var one = index < content.Months.Count ? content.Months[index].Standings[0].Evaluations.Single(each => each.Id == "c3") : null;
            Assert.Equal(one?.Value, (row.Cells[1] as Number)?.Value);
            Assert.Equal(one is null ? null : Math.Round(one.Target!.Value * one.Pace!.Value, 2, MidpointRounding.AwayFromZero), (row.Cells[2] as Number)?.Value);
            Assert.Equal(430, ((Number)row.Cells[3]).Value);
        }
    }

    static decimal Expected(MonthlyContent content, Told told)
    {
        var due = content.Submissions.Where(status => status.State != "not_due").ToList();
        var open = due.Where(status => status.State is not ("reported" or "nil")).ToList();
        var numbered = content.Evaluations.Where(one => one.Target is not null || one.State == AssessmentState.awaiting_issue).ToList();
        var others = content.Evaluations.Except(numbered).Where(one => one.Kind != "fact").ToList();
        var alerts = content.Alerts.Where(alert => alert.Evaluation.OrgUnit == SampleContent.District && alert.Now.Light != LightColour.grey).ToList();
        var known = alerts.Where(alert => alert.Before is { Light: not LightColour.grey }).ToList();
        var ends = numbered.Select(one => content.Landings.GetValueOrDefault(one.Id)?.YearEnd).OfType<LandedEnd>().Where(end => end.Outlook != Outlook.unjudged).ToList();
        return told.Fact switch
        {
            Fact.month => SampleContent.Month,
            Fact.reports_due => due.Count,
            Fact.reports_in => due.Count - open.Count,
            Fact.reports_on_time => due.Except(open).Count(status => !status.Late),
            Fact.reports_open => open.Count,
            Fact.units_open => open.Select(status => status.OrgUnit).Distinct().Count(),
            Fact.promises => numbered.Count,
            Fact.promises_in_state => numbered.Count(one => Said(one) == told.Subject),
            Fact.others => others.Count,
            Fact.others_in_state => others.Count(one => Said(one) == told.Subject),
            Fact.lights => alerts.Count,
            Fact.lights_of_colour => alerts.Count(alert => alert.Now.Light.ToString() == told.Subject),
            Fact.lights_worse => known.Count(alert => alert.Now.Light > alert.Before!.Light),
            Fact.lights_better => known.Count(alert => alert.Now.Light < alert.Before!.Light),
            Fact.landings => ends.Count,
            Fact.landings_of_outlook => ends.Count(end => end.OutlookWords == told.Subject),
            Fact.landing => content.Landings[told.Subject].YearEnd!.Value,
            Fact.landing_low => content.Landings[told.Subject].YearEnd!.Low!.Value,
            Fact.landing_high => content.Landings[told.Subject].YearEnd!.High!.Value,
            Fact.landing_target => content.Landings[told.Subject].YearEnd!.Target!.Value,
            Fact.events => content.Evaluations.Single(one => one.Id == told.Subject).Value!.Value,
            Fact.change => Changed(content, SampleContent.District, told.Subject),
            Fact.unit_by => content.Months[^1].Standings.Single(unit => unit.OrgUnit == told.OrgUnit).Evaluations.SingleOrDefault(one => one.Id == told.Subject)?.Attainment is { } share
                ? Math.Round(share, 3, MidpointRounding.AwayFromZero)
                : Changed(content, told.OrgUnit, content.Catalog.Plans.SelectMany(plan => plan.Commitments).Single(one => one.Id == told.Subject).Indicator!),
            Fact.figures_with_gap => numbered.Count(one => content.Figures.Any(figure => figure is { OrgUnit: SampleContent.District, Year: SampleContent.Year, Through: SampleContent.Month, State: FigureState.incomplete }
                && figure.Indicator == content.Catalog.Plans.SelectMany(plan => plan.Commitments).Single(commitment => commitment.Id == one.Id).Indicator)),
            _ => throw new ArgumentOutOfRangeException(nameof(told), told, "a fact that nobody looks up"),
        };
    }

    static decimal Changed(MonthlyContent content, string orgUnit, string indicator)
    {
        decimal At(int year) => content.Figures.Single(figure => figure.OrgUnit == orgUnit && figure.Indicator == indicator && figure.Year == year && figure.Through == SampleContent.Month).Numerator!.Value;
        return Math.Round(At(SampleContent.Year) / At(SampleContent.Year - 1) - 1, 3, MidpointRounding.AwayFromZero);
    }

    // What is under way is said by its own words, which differ by kind; what has ended by its state.
    static string Said(Evaluation one) => one.State is AssessmentState.on_pace or AssessmentState.behind ? one.Words.Split('（')[0] : one.State.InWords();
}
