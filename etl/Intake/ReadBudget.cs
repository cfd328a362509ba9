using System.Diagnostics;
using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>Keeps count, while a file is being read, of what it has used of its limits; the first one passed ends the reading.</summary>
sealed class ReadBudget(ReadLimits limits, long fileBytes, CancellationToken deadline)
{
    // A book of a few kilobytes may honestly hold a few hundred kilobytes of empty styled cells; the ratio says nothing about it.
    const long TooSmallForRatio = 1024 * 1024;
    readonly long began = Stopwatch.GetTimestamp();
    long inflated;
    int cells;

    public ReadLimits Limits => limits;

    /// <summary>By the clock as well: on a busy machine the timer that cancels may come late.</summary>
    public void CheckTime()
    {
        deadline.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(began) > limits.Time) throw new FileLimitException(ReadFindings.TookTooLong(limits.Time));
    }

    public void CountInflated(int bytes)
    {
        CheckTime();
        CheckInflated(inflated += bytes);
    }

    /// <summary>What the file says of itself: a part that is never read is not let in either. What it leaves unsaid is counted as it is read.</summary>
    public void CheckInflated(long length)
    {
        if (length > limits.InflatedBytes) throw new FileLimitException(ReadFindings.InflatesTooMuch(length, limits.InflatedBytes));
        if (length > TooSmallForRatio && length / limits.InflationRatio > fileBytes)
            throw new FileLimitException(ReadFindings.InflatesTooOften(length / Math.Max(1, fileBytes), limits.InflationRatio));
    }

    public void CountCell(string? sheet, int row, int column)
    {
        if (row > limits.Rows) throw new FileLimitException(ReadFindings.TooManyRows(sheet, row, column, limits.Rows));
        if (column > limits.Columns) throw new FileLimitException(ReadFindings.TooManyColumns(sheet, row, column, limits.Columns));
        if (++cells > limits.Cells) throw new FileLimitException(ReadFindings.TooManyCells(limits.Cells));
    }

    public void CheckSheets(int count)
    {
        if (count > limits.Sheets) throw new FileLimitException(ReadFindings.TooManySheets(count, limits.Sheets));
    }

    public void CheckText(int length)
    {
        if (length > limits.TextLength) throw new FileLimitException(ReadFindings.TextTooLong(limits.TextLength));
    }

    /// <summary>Shared strings, merges and number formats are held in memory as cells are: as many are let in.</summary>
    public void CheckEntries(int count)
    {
        if (count > limits.Cells) throw new FileLimitException(ReadFindings.TooManyCells(limits.Cells));
    }
}

/// <summary>Carries the finding of a passed limit out of the depth of a stream; caught only in <see cref="FileReader"/>.</summary>
sealed class FileLimitException(Finding finding) : Exception(finding.MessageEn)
{
    public Finding Finding { get; } = finding;
}
