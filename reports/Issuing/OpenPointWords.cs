using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Issuing;

/// <summary>Open points as people read them.</summary>
public static class OpenPointWords
{
    const int Shown = 5;

    public static string InWords(this OpenPoint point) =>
        $"{Title(point.Point)} {point.Names.Count} 项：{string.Join('、', point.Names.Take(Shown))}{(point.Names.Count > Shown ? " 等" : "")}";

    static string Title(CheckPoint point) => point switch
    {
        CheckPoint.unreviewed_sheets => "报表待审核",
        CheckPoint.running_loads => "文件未处理完",
        CheckPoint.unacknowledged_reds => "红灯无人签收",
        CheckPoint.revisions_without_reason => "修订没有原因",
        CheckPoint.awaiting_issue => "目标待下达",
        _ => "单位缺报",
    };
}
