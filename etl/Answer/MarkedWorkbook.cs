using Reporting.Etl.Answer.Marked;
using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Answer;

/// <summary>For whom a marked workbook is: the one who sent it gets all of it back, others get it without what is the sender's own.</summary>
public enum Audience { sender, others }

/// <param name="Extension">With its dot; a workbook that has lost its macros is no .xlsm any more.</param>
/// <param name="LeftOut">What a copy for others does not hold, in words.</param>
public sealed record MarkedFile(string Extension, byte[] Bytes, IReadOnlyList<string> LeftOut);

/// <summary>What a sender has written beside a finding of an earlier round.</summary>
/// <param name="Cell">As the finding named it; empty where it named none.</param>
/// <param name="Code">Of the finding; empty where the column that holds it has been taken out.</param>
/// <param name="Question">What it is the answer to, in the words of the finding.</param>
public sealed record GivenReason(string Sheet, string Cell, string Code, string Words, string Question = "");

/// <summary>
/// The sender's own workbook with the wrong cells marked: comments and colours on the cells, a list of results as the last sheet, and help
/// beside it. Only the parts that must change do. Marks of an earlier round are taken out first.
/// </summary>
public static class MarkedWorkbook
{
    /// <summary>Null where nothing can be marked: a file that could not be read, or lines of a long CSV.</summary>
    public static MarkedFile? Of(ReadOnlyMemory<byte> original, ReadFile read, AnswerContent answer, Audience audience, ReadLimits limits)
    {
        if (read.Sheets.Count == 0 || read.Rows is not null) return null;
        if (read.Format != "xlsx") return OfValues(read, answer, audience, limits, []);
        using var parts = PackageParts.Open(original, limits);
        if (parts is null) return null;
        try
        {
            return audience == Audience.others && CopyForOthers.IsEntangled(parts)
                ? OfValues(read, answer, audience, limits, ["原表的格式、公式、图表和查询（只留数值）"])
                : Marked(parts, read, answer, audience, limits, []);
        }
        catch (FormatException) { return null; } // a part that no reader has asked for is broken
    }

    /// <summary>The reasons in the column 上报说明 of a list of results that came back.</summary>
    public static IReadOnlyList<GivenReason> Reasons(ReadFile read) => [.. read.Marks.Where(OwnMarks.IsResult).SelectMany(ReasonsIn)];

    static MarkedFile? OfValues(ReadFile read, AnswerContent answer, Audience audience, ReadLimits limits, IReadOnlyList<string> leftOut)
    {
        var (bytes, renamed) = PlainWorkbook.Of(read);
        using var parts = PackageParts.Open(bytes, limits with { InflationRatio = int.MaxValue });
        return parts is null ? null : Marked(parts, renamed, answer, audience, limits, leftOut);
    }

    static MarkedFile Marked(PackageParts parts, ReadFile read, AnswerContent answer, Audience audience, ReadLimits limits, IReadOnlyList<string> alreadyOut)
    {
        var book = new MarkedBook(parts, read, new(read, answer, limits));
        IReadOnlyList<string> leftOut = audience == Audience.others ? [.. alreadyOut, .. new CopyForOthers(parts, book).Clean()] : [];
        book.Write(answer, leftOut, Reasons(read));
        return new(book.HasMacros ? ".xlsm" : ".xlsx", parts.ToBytes(), leftOut);
    }

    static IEnumerable<GivenReason> ReasonsIn(Sheet sheet)
    {
        var head = OwnMarks.Head(sheet, 1);
        int Column(string word) => head.Where(cell => cell.Text.StartsWith(word, StringComparison.Ordinal)).Select(cell => cell.Column).FirstOrDefault();
        var (name, place, code, reason, question) = (Column(OwnMarks.SheetName), Column(OwnMarks.CellName), Column(OwnMarks.Marker), Column(OwnMarks.Reason), Column(OwnMarks.Message));
        string Text(int row, int column) => column == 0 ? "" : sheet.At(row, column)?.Text.Trim() ?? "";
        for (var row = 2; row <= sheet.LastRow; row++)
            if (Text(row, reason) is { Length: > 0 } words) yield return new(Text(row, name), Text(row, place), Text(row, code), words, Text(row, question));
    }
}
