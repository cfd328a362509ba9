using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Reports.Templates;

/// <summary>What the spreadsheet program says at a cell: the same demands, in the same words, that the rules make of it.</summary>
static class Hints
{
    /// <summary>What may be written and what is said of it. On a form of past years 余 and 以上 are kept, so there the program only asks.</summary>
    public static EntryCheck Check(FormLine line, FormColumn column, string known)
    {
        var where = $"{line.Number} {line.Label.Trim()} · {column.Title}";
        var demand = Demand(column.IsQuoted || column.HasOwnPeriod ? line with { Required = false } : line);
        var blank = column.IsQuoted ? "没有留存的可以留空。" : column.HasOwnPeriod ? "文本没有的留空；“余”“以上”“约”等字照原文填写。" : line.Required ? "" : "没有的可以留空。";
        string[] wrong = [RuleTexts.ValueUnreadable.Title, RuleTexts.ValueNotWhole.Title, .. line.Minimum is null ? Array.Empty<string>() : [RuleTexts.ValueNegative.Title]];
        return new(line.Minimum, line.Decimals, Insists: !column.HasOwnPeriod, new(where, $"{demand}{blank}{known}"),
            new(where, $"{string.Join('、', wrong)}都会退回。{demand}{(column.HasOwnPeriod ? "照原文带“余”“以上”等字的可以保留。" : "说明文字请写在备注栏。")}"));
    }

    /// <summary>Of a sum that the sheet works out itself.</summary>
    public static Saying Cumulated(FormLine line, FormColumn total, FormColumn single, Period period, decimal? before) => new(
        $"{line.Number} {line.Label.Trim()} · {total.Title}",
        before is { } sum ? $"不必填写：{period.Next(-1).InWords()}{total.Title} {Figures.Printed(sum)} ＋ {single.Title}，填了{single.Title}就算出来。"
            : $"不必填写：一年的第一期，与{single.Title}相同。");

    static string Demand(FormLine line) => $"以“{line.Unit}”为单位，{RuleTexts.InputHint(line).Zh}。";
}
