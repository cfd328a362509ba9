using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Revised;

/// <summary>修订: every figure that moved since the edition before: old, new, what moved it, the coded reason, who. Of any report.</summary>
static class RevisionsSheet
{
    public const string Name = "修订";

    static readonly int[] Widths = [5, 18, 34, 15, 13, 13, 11, 14, 23, 30, 14, 8];

    public static SheetLayout Of(Cover cover, RevisedSince revised)
    {
        var table = new Table(
            [
                new("序号", Alignment.center), new("单位"), new("指标"), new("统计期间", Alignment.center), new("原数", Alignment.right), new("现数", Alignment.right), new("增减", Alignment.right),
                new("原因", Alignment.center), new("回执号"), new("说明"), new("经办"), new("批次", Alignment.right),
            ],
            [.. revised.Revisions.Select((revision, index) => RowOf(revised, revision, index + 1))],
            WhenEmpty: "与上次签发相比，没有数变动", Dense: true);
        return new(Name, true, Widths,
        [
            Heading.Of(cover, Name), Heading.Below(cover),
            new Line(LineKind.paragraph, $"本期更正第{revised.Before.Number}期（{ChineseWords.Day(revised.Before.IssuedAt)}签发，批次 {revised.Before.AsOfLoad}）。此后变动的数列于下表，共{revised.Revisions.Count}个。"
                + (string.IsNullOrWhiteSpace(revised.Reason) ? "" : $"编制单位说明：{revised.Reason}")),
            table,
            new Line(LineKind.note, "注：累计数随其中任何一个月的变动而变动；全区数的原因是所属单位的变动。上年同期数有变动的一并列出。"),
        ], MostPages: 0, table);
    }

    static Row RowOf(RevisedSince revised, Revision revision, int number)
    {
        var indicator = revised.Catalog.Indicator(revision.Indicator, new(revision.Year, revision.Through, 1));
        return new(
        [
            $"{number}", revised.Catalog.OrgUnit(revision.OrgUnit)?.Name ?? revision.OrgUnit, indicator is null ? revision.Indicator : $"{indicator.Name}（{indicator.Unit}）",
            $"{revision.Year}年1—{revision.Through}月".Replace("1—1月", "1月", StringComparison.Ordinal),
            Figure(revision.Before, indicator, revision), Figure(revision.After, indicator, revision), Change(revision, indicator),
            Joined(revision.Causes, Coded, "未注明"), Joined(revision.Causes, cause => cause.Receipt, FigureCells.NotApplicable),
            Joined(revision.Causes, cause => cause.Reason, revision.LacksReason ? revised.Reason ?? "未注明" : FigureCells.NotApplicable),
            Joined(revision.Causes, cause => cause.DecidedBy, FigureCells.NotApplicable), Joined(revision.Causes, cause => $"{cause.LoadId}", FigureCells.NotApplicable),
        ]);
    }

    static Cell Figure(IndicatorYear? figure, Indicator? indicator, Revision revision)
    {
        var cell = indicator is not null ? FigureCells.Value(figure, indicator) : figure?.Value() is { } value ? new Number(ChineseWords.WithoutTrailingZeros(value), "0.####") : FigureCells.WhyNone(figure);
        return figure == revision.After ? cell with { Of = new(revision.OrgUnit, revision.Indicator, revision.Year, revision.Through) } : cell;
    }

    // Of a rate in percentage points; of what was not there before nothing is said.
    static Cell Change(Revision revision, Indicator? indicator)
    {
        if (indicator is null || revision.Before?.Value() is not { } before || revision.After?.Value() is not { } after) return FigureCells.NotApplicable;
        if (indicator.IsRatio && indicator.Unit == "%") return FigureCells.Change(after - before, ofRate: true);
        var (multiplier, places, _) = FigureCells.Scale(indicator);
        var pattern = FigureCells.Decimals(Number.Whole, places);
        return new Number(Figures.Round((after - before) * multiplier, places), $"+{pattern};-{pattern};{pattern}");
    }

    static string Coded(RevisionCause cause) => cause.Kind switch
    {
        RevisionKind.late => "补报",
        RevisionKind.correction => "更正",
        RevisionKind.withdrawn => "撤回",
        RevisionKind.voided => cause.Code is { } code ? $"作废：{Words(code)}" : "作废",
        RevisionKind.reread => "重新读表",
        _ => "定义变更",
    };

    static string Words(string code) => code switch
    {
        nameof(VoidCode.duplicate) => "重复报送",
        nameof(VoidCode.wrong_unit) => "单位错",
        nameof(VoidCode.wrong_period) => "报告期错",
        nameof(VoidCode.wrong_definition) => "口径错",
        nameof(VoidCode.untrue) => "数据不实",
        _ => "其他",
    };

    // A district's figure may have moved with thirty sheets: the first few, and how many more.
    static string Joined(IEnumerable<RevisionCause> causes, Func<RevisionCause, string?> words, string none)
    {
        const int shown = 3;
        List<string> all = [.. causes.Select(words).OfType<string>().Distinct()];
        return all.Count == 0 ? none : string.Join("；", all.Take(shown)) + (all.Count > shown ? $" 等{all.Count}项" : "");
    }
}
