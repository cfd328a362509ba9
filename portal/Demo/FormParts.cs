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
        form.Columns.FirstOrDefault(column => column is { Basis: Basis.in_period, IsQuoted: false, PeriodCode: null });

    public static FormColumn? YearToDateColumn(this Form form) =>
        form.Columns.FirstOrDefault(column => column is { Basis: Basis.year_to_date, IsQuoted: false });

    /// <summary>What a unit sends of a form; a notice, which nobody owes, comes from the city.</summary>
    public static Obligation? SentBy(this Form form, OrgUnit unit) => form.Obligations.Count == 0
        ? unit.Kind == OrgUnitKind.city ? new(unit.Role, [], form.AppliesFrom, null, 0) : null
        : form.ObligationOf(unit.Role);

    /// <summary>What a form is about, as it stands in the names of files and sheets: 就业工作 for 就业工作月报表.</summary>
    public static string Topic(this Form form)
    {
        string[] endings = ["统计月报表", "月报表", "年报表", "历史表", "统计表", "情况表", "报表", "表"];
        var ending = endings.FirstOrDefault(each => form.Name.EndsWith(each, StringComparison.Ordinal) && form.Name.Length > each.Length + 1);
        return form.Name[..^(ending?.Length ?? 0)];
    }

    /// <summary>The version of that year; for a year before the first one (上年同期 of the first year), the earliest there is.</summary>
    public static Element ElementIn(this Catalog catalog, string id, int year) =>
        catalog.Element(id, new(year, 12, 1)) ?? catalog.Elements.Where(element => element.Id == id).MinBy(element => element.AppliesFrom)
        ?? throw new InvalidOperationException($"the element '{id}' is asked for and not defined");
}
