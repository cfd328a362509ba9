using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>A line that has both 本期 and 本年累计: a flow.</summary>
sealed record Cumulated(FormLine Line, MatchedCell MonthCell, decimal Month, MatchedCell YtdCell, decimal Ytd)
{
    public static IEnumerable<Cumulated> In(CheckedTable table) =>
        from monthColumn in ColumnsOf(table, Basis.in_period)
        from ytdColumn in ColumnsOf(table, Basis.year_to_date)
        from line in table.Form.Lines
        let month = table.Number(line, monthColumn)
        let ytd = table.Number(line, ytdColumn)
        where month is not null && ytd is not null
        select new Cumulated(line, table.Cell(line, monthColumn)!, month.Value, table.Cell(line, ytdColumn)!, ytd.Value);

    /// <summary>What the line's other column and the year's sum before say this cell must be; null where they cannot, or where that is no lawful figure.</summary>
    public static decimal? Due(CheckedTable table, MatchedCell cell)
    {
        if (!ColumnsOf(table, cell.Column.Basis).Contains(cell.Column) || YearBefore.Of(table, cell.Line) is not { } before) return null;
        var isMonth = cell.Column.Basis == Basis.in_period;
        var other = ColumnsOf(table, isMonth ? Basis.year_to_date : Basis.in_period).Select(column => table.Number(cell.Line, column)).FirstOrDefault(number => number is not null);
        return other is { } number && (isMonth ? number - before.Sum : before.Sum + number) is var due && CheckedTable.IsLawful(cell.Line, due) ? due : null;
    }

    static IEnumerable<FormColumn> ColumnsOf(CheckedTable table, Basis basis) => table.Period.Kind is not (PeriodKind.month or PeriodKind.quarter or PeriodKind.half) ? []
        : table.Form.Columns.Where(column => column is { IsQuoted: false, HasOwnPeriod: false } && column.Basis == basis);
}

/// <summary>The year's sum before a period: the last cumulative figure, else the months where all are held.</summary>
/// <param name="LastMonth">The period before alone, where held.</param>
sealed record YearBefore(decimal Sum, decimal? LastMonth, YearBeforeSource Source)
{
    public static YearBefore? Of(CheckedTable table, FormLine line)
    {
        var previous = table.Period.Next(-1);
        if (previous.Start.Year != table.Period.Start.Year) return new(0, null, YearBeforeSource.YearBegins);
        var lastMonth = table.HeldValue(line, Basis.in_period, previous);
        if (table.HeldValue(line, Basis.year_to_date, previous) is { } ytd) return new(ytd, lastMonth, YearBeforeSource.Cumulative);
        return HeldMonths.Sum(table, line, previous) is { } sum ? new(sum, lastMonth, YearBeforeSource.Months) : null;
    }

    /// <summary>How the cumulative figure that is due comes about.</summary>
    public Word How(CheckedTable table, Cumulated pair)
    {
        var previous = table.Period.Next(-1);
        var (month, sum, monthTitle, ytdTitle) = (Shown.Number(pair.Month), Shown.Number(Sum), pair.MonthCell.Column.Title, pair.YtdCell.Column.Title);
        return Source switch
        {
            YearBeforeSource.YearBegins => new("how", $"一年的第一期，与{monthTitle} {month} 相同", $"first period of the year: equal to {monthTitle} {month}"),
            YearBeforeSource.Cumulative => new("how", $"{previous.InWords()}{ytdTitle} {sum} + {monthTitle} {month}", $"{ytdTitle} of {previous}: {sum} + {monthTitle} {month}"),
            _ => new("how", $"{previous.InWords()}止各期{monthTitle}之和 {sum} + {monthTitle} {month}", $"sum of {monthTitle} through {previous}: {sum} + {monthTitle} {month}"),
        };
    }
}

enum YearBeforeSource { YearBegins, Cumulative, Months }
