using Reporting.Warehouse;

namespace Reporting.Portal.Pages;

/// <summary>The coded reasons of a voiding, and of a return, as people read them.</summary>
public static class VoidWords
{
    public static string Of(string code) => Enum.TryParse<VoidCode>(code, out var known) ? Of(known) : code;

    public static string Of(VoidCode code) => code switch
    {
        VoidCode.duplicate => "重复报送",
        VoidCode.wrong_unit => "报错单位",
        VoidCode.wrong_period => "报错报告期",
        VoidCode.wrong_definition => "口径不符",
        VoidCode.untrue => "数据不实",
        _ => "其他",
    };

    /// <summary>Why a sheet is sent back: the word stands before what the reviewer writes.</summary>
    public static IReadOnlyList<string> Returns { get; } = ["数据有误", "口径不符", "缺行缺项", "报错单位", "报错报告期", "原因没有说清", "其他"];
}
