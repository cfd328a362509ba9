using System.Text.RegularExpressions;

namespace Reporting.Etl.Sheets;

/// <summary>What stands below a body: notes and the signature block.</summary>
static partial class Tail
{
    public static (IReadOnlyList<string> Footnotes, Signature Signature, int LastRow) Read(Grid grid, Layout layout)
    {
        var notes = new List<string>();
        var signed = new List<(string Key, string Value)>();
        var last = 0;
        foreach (var row in grid.Rows.Skip(layout.BodyEnd).Take(layout.End - layout.BodyEnd))
        {
            if (row.IsSignature) signed.AddRange(Pairs(row));
            else if (notes.Count > 0 || SheetWords.IsNote(row.Cells[0].Text)) notes.Add(string.Join(' ', row.Cells.Select(cell => Words.OneLine(cell.Text))));
            else continue;
            last = row.Number;
        }
        return (notes, new(Value(signed, "填表", "填报人", "制表", "经办"), Value(signed, "负责人", "领导", "签发"), Value(signed, "电话", "手机"), Value(signed.FindAll(pair => pair.Value.Any(char.IsAsciiDigit)), "日期", "时间")), last);
    }

    static string? Value(List<(string Key, string Value)> signed, params string[] words) =>
        signed.Where(pair => pair.Value.Length > 0 && words.Any(word => pair.Key.Contains(word, StringComparison.Ordinal)))
            .Select(pair => pair.Value).FirstOrDefault();

    /// <summary>填表人：张三  电话：5961… in one cell, or key and value in neighbours.</summary>
    static IEnumerable<(string, string)> Pairs(GridRow row)
    {
        var text = Words.Narrow(string.Join("   ", row.Cells.Select(cell => cell.Text)));
        var keys = Key().Matches(text);
        for (var index = 0; index < keys.Count; index++)
        {
            var from = keys[index].Index + keys[index].Length;
            var to = index + 1 < keys.Count ? keys[index + 1].Index : text.Length;
            var value = text[from..to];
            // 制表：赵六　　2022年4月2日: a day without a key of its own is the day of signing.
            if (Day().Match(value) is { Success: true } day)
            {
                yield return ("日期", Words.OneLine(day.Value));
                value = value[..day.Index];
            }
            yield return (Words.Bare(keys[index].Groups[1].Value), Words.OneLine(value));
        }
    }

    [GeneratedRegex(@"(?<=\S\s{2,})(?:19|20)\d\d\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?\s*$")]
    private static partial Regex Day();
    [GeneratedRegex(@"((?:[\p{Lo}()]{0,10}(?:负责人|领导|审核人|复核人|填表人|填报人|制表人?|经办人|报送人|联系人|统计员|签发人)(?:\(.{1,6}\))?|[\p{Lo}()]{0,4}(?:电话|手机|传真)(?:号码)?|(?:填报|填表|报出|报送|上报|制表|审核)(?:日期|时间)|日期)\s*(?:签章|签字|签名|盖章)?)\s*:")]
    private static partial Regex Key();
}
