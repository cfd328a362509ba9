using System.Text.RegularExpressions;

namespace Reporting.Etl.Sheets;

/// <summary>Tables that go on from the one above them: 续表 with the same columns is the same table.</summary>
static partial class Continuations
{
    /// <summary>Both as one table, where the second is a continuation of the first; else null.</summary>
    public static UnderstoodTable? Joined(UnderstoodTable first, UnderstoodTable next)
    {
        if (!(next.Title is null || Continued().IsMatch(Words.Bare(next.Title))) || !SameColumns(first, next)) return null;
        return first with
        {
            Range = first.Range with { LastRow = next.Range.LastRow, LastColumn = Math.Max(first.Range.LastColumn, next.Range.LastColumn) },
            LastDataRow = next.LastDataRow,
            Rows = [.. first.Rows, .. next.Rows],
            Footnotes = [.. first.Footnotes, .. next.Footnotes],
            Signature = next.Signature == Signature.None ? first.Signature : next.Signature,
            Findings = [.. first.Findings, .. next.Findings],
            IsPersonal = first.IsPersonal || next.IsPersonal,
        };
    }

    /// <summary>A further table of a sheet that names no period or unit of its own shares those of the table above.</summary>
    public static UnderstoodTable Informed(UnderstoodTable table, UnderstoodTable before) => table with
    {
        OrgWords = table.OrgWords ?? before.OrgWords,
        Period = table.Period ?? before.Period,
        PeriodWords = table.PeriodWords ?? before.PeriodWords,
    };

    static bool SameColumns(UnderstoodTable first, UnderstoodTable next) =>
        first.RowLabelColumn == next.RowLabelColumn && first.Columns.Count == next.Columns.Count
        && first.Columns.Zip(next.Columns).All(pair => pair.First.Column == pair.Second.Column && pair.First.Path.SequenceEqual(pair.Second.Path));

    [GeneratedRegex(@"^\(?续表?[一二三四五\d]*\)?$|\(续表?[一二三四五\d]*\)$|[(（]续[)）]|续表[一二三四五\d]*$")]
    private static partial Regex Continued();
}
