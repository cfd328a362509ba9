using System.Text.RegularExpressions;
using Reporting.Etl.Intake;

namespace Reporting.Etl.Sheets;

/// <summary>Knows a list of persons, by its header words or by the identity numbers in it, so that nothing of it is passed on.</summary>
static partial class Persons
{
    /// <summary>An identity number is asked for, or a name together with something that only a person has.</summary>
    public static bool AreListed(Grid grid, Layout layout, HeaderPaths header)
    {
        var words = header.Columns.Select(column => Words.Bare(string.Concat(header.Of(column)))).ToList();
        if (words.Exists(Identity().IsMatch) || words.Exists(Name().IsMatch) && words.Exists(OfPerson().IsMatch)) return true;
        // One number among figures is a slip of the hand; a column of them is a list.
        return grid.Rows.Skip(layout.HeaderEnd).Take(layout.End - layout.HeaderEnd).SelectMany(row => row.Cells).Where(cell => IsIdentity(cell.Text))
            .GroupBy(cell => cell.Column).Any(column => column.Count() > 1);
    }

    /// <summary>Which rows of a sheet speak of persons: those below the header of a list, and rows of several identity numbers anywhere.</summary>
    public static Predicate<int> RowsOf(Sheet sheet, IReadOnlyList<UnderstoodTable> tables)
    {
        var lists = tables.Where(table => table.IsPersonal).Select(table => (First: table.HeaderLastRow + 1, Last: table.Range.LastRow)).ToList();
        var numbered = sheet.Cells.Where(cell => IsIdentity(cell.Text)).GroupBy(cell => cell.Column).Where(column => column.Count() > 1)
            .SelectMany(column => column).Select(cell => cell.Row).ToHashSet();
        return row => numbered.Contains(row) || lists.Exists(list => row >= list.First && row <= list.Last);
    }

    /// <summary>A resident's identity number: region, day of birth, serial number.</summary>
    public static bool IsIdentity(string text) => text.Length is >= 18 and < 40 && Number().IsMatch(Words.Bare(text));

    /// <summary>An identity number behind its first digits; any other text as it is.</summary>
    public static string Masked(string text) => IsIdentity(text) ? string.Concat(Words.Bare(text).AsSpan(0, 4), new string('*', 14)) : text;

    [GeneratedRegex("身份证|身份号|公民身份|证件号|证件类型|社会保障号|社保卡号|社会保障卡号|护照号")]
    private static partial Regex Identity();
    [GeneratedRegex("(?:^|[^报表称签])姓名")]
    private static partial Regex Name();
    [GeneratedRegex("手机|电话|联系方式|住址|地址|出生|银行卡|银行账号|户籍地|民族|政治面貌|残疾证|婚姻")]
    private static partial Regex OfPerson();
    [GeneratedRegex(@"^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$")]
    private static partial Regex Number();
}
