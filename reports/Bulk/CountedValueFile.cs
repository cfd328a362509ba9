using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Reports.Bulk;

/// <summary>What a file of values is: a workbook for people, lines or columns for programs.</summary>
public enum BulkFormat { xlsx, csv, parquet }

/// <summary>
/// Values in bulk as a file, one a row, with names and cells. The workbook has Chinese heads and words; the others keep the codes and heads
/// of the long CSV.
/// </summary>
public static class CountedValueFile
{
    static readonly SheetColumn[] Columns =
    [
        new("区代码", 9), new("单位代码", 14), new("指标代码", 26), new("报告期", 11), new("口径", 10), new("分组代码", 14), new("数值", 14), new("状态", 8), new("界", 6),
        new("区", 10), new("单位", 22), new("指标", 36), new("计量单位", 9), new("分组", 16), new("批次", 8), new("回执号", 24), new("文件", 44), new("工作表", 14), new("单元格", 8),
    ];

    /// <param name="path">Written anew. What is there after an exception is no whole file.</param>
    /// <returns>Rows written.</returns>
    public static long Write(MartQueries marts, IReadOnlyList<CountedSpan> spans, Load asOf, BulkFormat format, string path, CancellationToken stop)
    {
        if (format != BulkFormat.xlsx) return marts.CopyCountedValues(spans, path, format == BulkFormat.csv, stop);
        using var file = File.Create(path);
        return StreamedBook.Write(file, new("填报值", $"填报值（批次 {asOf.LoadId}）", "规划监测考核系统", asOf.CommittedAt), Columns, CountedValues.Of(marts, spans).Select(value => Row(value, stop)));
    }

    static object?[] Row(CountedValue value, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return
        [
            value.District, value.OrgUnit, value.Element, value.Period, ChineseWords.Of(Enum.Parse<Basis>(value.Basis)), value.Breakdown, value.Value is { } number ? ChineseWords.WithoutTrailingZeros(number) : null,
            value.State == nameof(ValueState.reported) ? "已报" : ChineseWords.Of(Enum.Parse<ValueState>(value.State)), BoundWords(value.Bound), value.DistrictName, value.OrgName, value.ElementName, value.Unit, value.BreakdownName,
            value.Load, value.Receipt, value.File, value.Sheet, value.Cell,
        ];
    }

    static string BoundWords(string bound) => bound switch { nameof(Bound.at_least) => "≥", nameof(Bound.at_most) => "≤", nameof(Bound.about) => "约", _ => "" };
}
