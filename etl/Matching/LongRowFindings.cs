using Reporting.Etl.Intake;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>What a line of a long CSV may have wrong, with its words. Places are the line's number and the header's own name.</summary>
static class LongRowFindings
{
    public static Finding Incomplete(LongRow row) => Error(row, "row_incomplete", null, null, null,
        "这一行的栏数比表头少。请补齐各栏，没有内容的留空但不要少逗号。", "The line has fewer parts than the header. Leave a part empty, but keep its comma.");

    public static Finding DistrictUnknown(LongRow row, IEnumerable<District> known) => Error(row, "row_district_unknown", "district", row.District, string.Join("、", known.Select(district => district.Code)),
        $"没有代码为“{row.District}”的区。请写区代码。", $"There is no district '{row.District}'. Write its code.");

    public static Finding OrgUnitUnknown(LongRow row) => Error(row, "row_org_unit_unknown", "org", row.Org, null,
        $"没有代码为“{row.Org}”的单位。请写单位代码；全区的数写区代码。", $"There is no org unit '{row.Org}'. Write its code; for a figure of the whole district, the district's.");

    public static Finding OrgUnitForeign(LongRow row, string owner) => Error(row, "row_org_unit_foreign", "org", row.Org, owner,
        $"“{row.Org}”不属于{owner}，或{owner}不能代它报送。请删去这一行，由该单位报送。", $"'{row.Org}' is not of {owner}, which may not speak for it. Leave the line to the unit itself.");

    public static Finding OrgUnitNotValid(LongRow row, OrgUnit unit) => Error(row, "row_org_unit_not_valid", "org", row.Org, row.Period,
        $"{unit.Name}在 {row.Period} 不存在（尚未设立，或已撤并）。请核对单位代码和报告期。", $"{unit.Code} does not exist in {row.Period}. Check the unit and the period.");

    public static Finding ElementUnknown(LongRow row, IEnumerable<string> near) => Error(row, "row_element_unknown", "element", row.Element, string.Join("、", near),
        $"没有编号为“{row.Element}”的填报指标。请核对拼写。", $"There is no element '{row.Element}'. Check the spelling.");

    public static Finding ElementNotValid(LongRow row) => Error(row, "row_element_not_valid", "element", row.Element, row.Period,
        $"填报指标“{row.Element}”在 {row.Period} 没有口径。请核对报告期，或请区级补上这一时期的定义。", $"The element '{row.Element}' does not speak of {row.Period}.");

    public static Finding BreakdownUnknown(LongRow row, IEnumerable<string> known) => Error(row, "row_breakdown_unknown", "breakdown", row.Breakdown, string.Join("、", known),
        $"没有编号为“{row.Breakdown}”的分组。合计写 {Breakdown.Total}。", $"There is no breakdown '{row.Breakdown}'. The whole is written {Breakdown.Total}.");

    public static Finding PeriodBad(LongRow row) => Error(row, "row_period", "period", row.Period, "2022、2022-03、2022-Q1、2022-H1、2021/2025",
        $"看不懂报告期“{row.Period}”。请写成 2022、2022-03、2022-Q1、2022-H1 或 2021/2025。", $"'{row.Period}' is no period. Write 2022, 2022-03, 2022-Q1, 2022-H1 or 2021/2025.");

    public static Finding PeriodInFuture(LongRow row, Period period) => Error(row, "row_period_in_future", "period", row.Period, null,
        $"{period.InWords()}还没有结束，不能报送。请核对报告期。", $"{period} has not ended. Check the period.");

    public static Finding BasisBad(LongRow row, IEnumerable<string> fitting) => Error(row, "row_basis", "basis", row.Basis, string.Join("、", fitting),
        $"口径“{row.Basis}”在这里不能用。可以写：{string.Join("、", fitting)}（期末数只有本期口径；规划期的数没有本年累计）。",
        $"The basis '{row.Basis}' does not fit here. It may be: {string.Join(", ", fitting)}.");

    public static Finding ValueBad(LongRow row) => Error(row, "row_value", "value", row.Value, "12、3.5",
        row.Value.Length == 0 ? "写明已填报，却没有数。请填数，或改写状态（空白、不适用）。" : $"“{row.Value}”不是数，或超过 14 位整数。请只写数字，不写千分位和单位。",
        row.Value.Length == 0 ? "A reported value needs a number." : $"'{row.Value}' is no number, or has more than 14 integer digits. Write digits only.");

    public static Finding ValueRounded(LongRow row, decimal value, decimal rounded) => new("value_rounded", Severity.info, At(row, "value"), row.Value, Text(rounded), value - rounded,
        $"{row.Value} 的小数多于四位，四舍五入为 {Text(rounded)}。", $"{row.Value} has more than four decimals and was rounded to {Text(rounded)}.");

    public static Finding StateBad(LongRow row, IEnumerable<string> fitting) => Error(row, "row_state", "state", row.State, string.Join("、", fitting),
        $"状态“{row.State}”在这里不能用。有数的写 {ValueState.reported}；没有数的写：{string.Join("、", fitting)}。", $"The state '{row.State}' does not fit. With a value it is {ValueState.reported}, without one: {string.Join(", ", fitting)}.");

    public static Finding BoundBad(LongRow row, IEnumerable<string> known) => Error(row, "row_bound", "bound", row.Bound, string.Join("、", known),
        $"看不懂界限“{row.Bound}”。可以写：{string.Join("、", known)}；不写就是准确数。", $"'{row.Bound}' is no bound. It may be: {string.Join(", ", known)}, or nothing for exact.");

    public static Finding Repeated(LongRow row, int first) => Error(row, "row_repeated", null, row.Value, null,
        $"与第 {first} 行说的是同一个数，却不一样，不知以哪一行为准。请只留一行。", $"States the figure of line {first} again and differently. Keep one of them.");

    public static Finding TotalDiffers(int line, string stated, string sum, decimal difference, string words, string english) => new(
        "row_total_differs", Severity.warning, new($"第 {line} 行", "value"), stated, sum, difference, $"{words}。请核对；数照原样入库。", $"{english}. Check it; the figures are taken in as stated.");

    public static Finding More(int count, int told) => new("rows_more", Severity.info, Place.File, $"{count}", null, null,
        $"问题较多，上面只列出前 {told} 处，另有 {count} 处没有列出。改好同类问题后重新报送，会再列出余下的。", $"Only the first {told} are listed; {count} more were found.");

    public static Finding None() => new("rows_none", Severity.error, Place.File, null, null, null,
        "文件只有表头，没有数据行。请在表头下面逐行写明数据后重新报送。", "The file has its header and no line below it. Write one figure a line and send it again.");

    static Finding Error(LongRow row, string code, string? column, string? found, string? expected, string message, string english) =>
        new(code, Severity.error, At(row, column), found is "" ? null : found, expected is "" ? null : expected, null, message, english);

    static Place At(LongRow row, string? column) => new($"第 {row.Number} 行", column);

    static string Text(decimal value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
