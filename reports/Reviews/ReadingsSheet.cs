using Reporting.Reports.Layout;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Reviews;

/// <summary>口径说明: the text of each promise, where it stands, and how it was read where it is silent.</summary>
static class ReadingsSheet
{
    public static SheetLayout Of(PlanReviewContent content)
    {
        var table = new Table(
            [new("指标名称"), new("算法", Alignment.center), new("原文"), new("位置"), new("读法"), new("牵头部门")],
            [.. content.Review.Plan.Commitments.Select(one => ReadingRow(content, one))], Dense: true);
        return new("口径说明", true, [24, 11, 44, 24, 56, 20], [.. PlanReviewReport.Above(content, "附　原文和口径"), table], MostPages: 0, table, 1);
    }

    static Row ReadingRow(PlanReviewContent content, Commitment one) => new(
    [
        content.Review.Lines.First(line => line.Judged.Id == one.Id).Judged.Name, CommitmentKinds.InWords(one.Kind), one.Clause, one.Place,
        string.Join('\n', [one.Interpretation, .. (one.Notes ?? []).Select(note => $"注意：{note}")]),
        string.Join('、', one.Departments.Select(code => content.Departments.GetValueOrDefault(code, code))),
    ]);
}
