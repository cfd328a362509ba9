using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>Which lines of a form are parts (其中) of which, and which column holds what, read from the form itself.</summary>
static class FormParts
{
    /// <summary>The line that a line is part of; null for a whole.</summary>
    public static FormLine? WholeOf(this Form form, FormLine line)
    {
        if (line.Breakdown != Breakdown.Total)
        {
            var total = form.Lines.FirstOrDefault(other => other.Element == line.Element && other.Breakdown == Breakdown.Total);
            if (total is not null) return total;
        }
        return line.Level == 0 ? null : form.Lines.LastOrDefault(other => other.Number < line.Number && other.Level < line.Level);
    }

    public static IEnumerable<FormLine> PartsOf(this Form form, FormLine whole) => form.Lines.Where(line => form.WholeOf(line) == whole);

    public static FormColumn? MonthColumn(this Form form) =>
        form.Columns.FirstOrDefault(column => column is { Basis: Basis.in_period, IsQuoted: false });

    public static FormColumn? YearToDateColumn(this Form form) =>
        form.Columns.FirstOrDefault(column => column is { Basis: Basis.year_to_date, IsQuoted: false });
}
