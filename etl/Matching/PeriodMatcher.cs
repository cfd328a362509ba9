using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>Which period it is of: a person's answer, else the sheet's words, else the file's name; the form says of what kind.</summary>
static class PeriodMatcher
{
    public static (Period? Period, IReadOnlyList<Finding> Findings) Match(UnderstoodTable table, Form form, MatchHints hints)
    {
        if (hints.Period is { } answered)
            return answered.Kind == form.Period ? (answered, []) : (null, [MatchFindings.PeriodKind(table, answered, form)]);
        var ofFile = OfFileName(hints.FileName, form.Period, table.Period);
        if (table.Period is not { } written) return ofFile is { } named ? (named, [MatchFindings.PeriodFromFileName(table, named, hints.FileName)])
            : OfColumns(form) is { } only ? (only, [MatchFindings.PeriodFromColumns(table, only)]) : Missing(table, form);
        if (table.PeriodWords is { } words && PeriodWords.ImpossibleMonth(words) is { } month) return (null, [MatchFindings.PeriodImpossible(table, month, form)]);
        if (Fitted(table, written, form) is not { } period)
            return ofFile is { } inside && written.Start <= inside.Start && inside.End <= written.End
                ? (inside, [MatchFindings.PeriodFromFileName(table, inside, hints.FileName)]) : (null, [MatchFindings.PeriodKind(table, written, form)]);
        List<Finding> findings = [];
        if (ofFile is { } other && other != period) findings.Add(MatchFindings.PeriodFileNameDiffers(table, period, other, hints.FileName));
        return table.Findings.Any(finding => finding is { Code: "period_conflict", Severity: Severity.error }) ? (null, findings) : (period, findings);
    }

    /// <summary>The sheet's period as one of the form's kind; null where that would be a guess too far (a year for a month's form).</summary>
    static Period? Fitted(UnderstoodTable table, Period written, Form form)
    {
        if (written.Kind == form.Period) return written;
        // “十三五”…表（2021年填报）: of a plan's form the plan is meant, not the year of writing.
        if (form.Period == PeriodKind.plan) return PeriodWords.PlanOf(table.Title ?? "")?.Period;
        if (written.Kind == PeriodKind.day && form.Period == PeriodKind.month) return Period.Month(written.Start);
        if (written.Kind == PeriodKind.month && form.Period is PeriodKind.quarter or PeriodKind.half or PeriodKind.year)
            return Period.Of(form.Period, written.Start) is var wide && wide.End == written.End ? wide : null;
        var rows = table.Rows.Where(row => row.Period is { Kind: PeriodKind.month } && form.Period == PeriodKind.month
            && row.Values.Values.Any(value => value.Value is not null)).ToList();
        return rows.Count > 0 ? rows[^1].Period : null;
    }

    static Period? OfFileName(string fileName, PeriodKind kind, Period? ofSheet)
    {
        if (PeriodWords.FindInName(fileName) is not { } found) return null;
        var period = found.Period ?? (ofSheet is { } known ? found.In(known.Start.Year) : null);
        return period is { } named && named.Kind == kind ? named : null;
    }

    /// <summary>A plan's form whose columns speak of one plan can be of no other.</summary>
    static Period? OfColumns(Form form) => form.Period != PeriodKind.plan ? null
        : form.Columns.Where(column => column.HasOwnPeriod).Select(column => Period.Parse(column.PeriodCode!)).Where(period => period.Kind == PeriodKind.plan)
            .Distinct().ToList() is [var only] ? only : null;

    static (Period?, IReadOnlyList<Finding>) Missing(UnderstoodTable table, Form form) => (null, [MatchFindings.PeriodMissing(table, form)]);
}
