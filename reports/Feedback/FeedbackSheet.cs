using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;

namespace Reporting.Reports.Feedback;

/// <summary>反馈: what is to be done, how the unit's figures stand, and where it is among the others; one page.</summary>
static class FeedbackSheet
{
    const int ChartRows = 12;

    static readonly int[] Widths = [26, 6, 10, 11, 10, 10, 9, 8, 15, 8, 9, 9, 9];

    public static SheetLayout Of(FeedbackContent content)
    {
        var aside = content.Charts.SelectMany(_ => CourseChart.Widths).ToList();
        return new("反馈", Landscape: false, [.. Widths, .. aside],
        [
            .. Heading.First(content.Cover),
            new Line(LineKind.heading, "一、要办的事（急的在前）"),
            .. NextSteps.Of(content).Select((sentence, index) => new Line(LineKind.paragraph, $"{index + 1}. {sentence.Text}") { Numbers = sentence.Numbers }),
            new Line(LineKind.heading, "二、本单位的数"),
            Figures(content),
            .. content.Charts.Count > 0 ? CourseChart.Band(content.Charts, ChartRows) : [],
            new Line(LineKind.note, $"注：本期为{(content.IsFinal ? "正式数（正）" : "初步数（初），报表锁定后为正式数（正）")}。本月为当月数，本年累计为1月至{content.Month}月的数；完成率为完成值对目标，序时为至{content.Month}月应完成的份额；不设目标：没有分解到本单位的目标，只列数、不评价。未报：应报未报，不等于0；*：有缺报的月份；—：不适用；含补报：当月数并有以前月份补报，不单列。各数按列示的小数位四舍五入，取舍误差未作机械调整。"),
            new Line(LineKind.note, "　　名次在全区计入汇总的街镇（园区）中排列，同值同名次；有分解目标的按完成率，比率按比率，其余按同比（与上年同期相比的增减）。全区为全区合计按同一算法得出的数，比率由合计相除，不是各单位的平均。"),
        ], MostPages: 1)
        { AsideColumns = aside.Count };
    }

    static Table Figures(FeedbackContent content) => new(
        [
            new("指标"), new("单位", Alignment.center), new("本月", Alignment.right), new("本年累计", Alignment.right), new("目标", Alignment.right), new("完成率", Alignment.right),
            new("序时", Alignment.right), new("亮灯", Alignment.center), new("结论"), new("名次", Alignment.center), new("排名依据", Alignment.center), new("本单位", Alignment.right), new("全区", Alignment.right),
        ],
        [.. content.Lines.Select(line => new Row([line.Name, line.Indicator.Unit, line.Now, Year(line), .. Standing(line), .. Place(content, line)]))],
        WhenEmpty: "本单位没有规划指标");

    static Cell Year(FeedbackLine line) => line.Figure is { } figure
        ? FigureCells.Value(figure, line.Indicator, figure.Present < figure.Owed ? "*" : "") : FigureCells.NotReported;

    static Cell[] Standing(FeedbackLine line) => line.Own is { } own
        ? [StandingCells.Target(own), StandingCells.Attainment(own), StandingCells.Pace(own), StandingCells.Light(own), own.Standing.Words]
        : [FigureCells.NotApplicable, FigureCells.NotApplicable, FigureCells.NotApplicable, "未评", FigureCells.NotReported];

    static Cell[] Place(FeedbackContent content, FeedbackLine line)
    {
        if (line.Place is not { } place) return [FigureCells.NotApplicable, FigureCells.NotApplicable, FigureCells.NotApplicable, FigureCells.NotApplicable];
        var of = new FigureRef(content.Unit.Code, line.Indicator.Id, content.Cover.Period.End.Year, content.Month);
        return
        [
            place.Place is { } number ? new Number(number, $"0\"/{place.Of}\"") { Of = of } : "不排名", place.By,
            place.Own is { } own ? new Number(own, place.Format) { Of = of } : FigureCells.NotApplicable, place.Whole is { } whole ? new Number(whole, place.Format) : FigureCells.NotApplicable,
        ];
    }
}
