using System.Text;

namespace Reporting.Tests.Portal;

/// <summary>A good January sheet of one township, as small as the form allows, written into a folder.</summary>
static class SmallSheet
{
    /// <param name="month">新增就业, in month and sum to date alike, as January has it.</param>
    /// <param name="period">As the title has it; empty for a sheet that does not say.</param>
    public static string In(string folder, string name, int month = 12, string unit = "城桥镇", string period = "（2022年1月）")
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, $"""
            就业工作月报表{period}
            填报单位：{unit},,计量单位：人,
            项目,本月数,本年累计,上年同期累计
            新增就业人数,{month},{month},11
            其中：女性,5,5,4
            其中：离土农民,3,3,3
            帮扶引领成功创业人数,2,2,1
            其中：青年大学生,1,1,1
            帮助长期失业青年实现就业创业人数,4,4,3
            其中：女性,2,2,1
            职业技能培训人次,30,30,28
            其中：农民,9,9,8
            期末城乡登记失业人数,210,—,—

            """, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return path;
    }
}
