namespace Reporting.Warehouse.Marts;

/// <summary>Which values: of a district (or of one unit of it) whose periods begin in a span, as known at a load.</summary>
/// <param name="OrgUnit">Null: of all units.</param>
/// <param name="Elements">Null: all.</param>
public sealed record CountedSpan(string District, string? OrgUnit, IReadOnlySet<string>? Elements, DateOnly From, DateOnly To, long AsOf);

/// <summary>How many values of an element count.</summary>
public sealed record CountedElement(string Element, long Rows);

/// <summary>A value that counts, with what it is called and the cell it came from; texts as they stand in the long CSV.</summary>
/// <param name="Unit">人, 件: of the element.</param>
/// <param name="Load">The load that made it known.</param>
/// <param name="Receipt">Null, as all that follows, of what came without a sheet.</param>
public sealed record CountedValue(
    string District, string OrgUnit, string Element, string Period, string Basis, string Breakdown, decimal? Value, string State, string Bound,
    string DistrictName, string OrgName, string ElementName, string Unit, string BreakdownName, long Load, string? Receipt, string? File, string? Sheet, string? Cell);

/// <summary>
/// Values in bulk: some elements of one district at a time, so that what is held does not grow with what is asked. The order is that of the
/// long CSV: district, element, unit, period.
/// </summary>
public static class CountedValues
{
    /// <summary>Rows held at a time; a single element with more is one page.</summary>
    const int PageRows = 10_000;

    public static IEnumerable<CountedValue> Of(MartQueries marts, IEnumerable<CountedSpan> spans) =>
        spans.SelectMany(span => Pages(marts, span, PageRows).SelectMany(elements => marts.CountedValues(span, elements)));

    /// <summary>The elements asked for that hold anything, in their order, as many together as stay below some rows.</summary>
    internal static IEnumerable<IReadOnlyList<string>> Pages(MartQueries marts, CountedSpan span, long most)
    {
        var (page, rows) = (new List<string>(), 0L);
        foreach (var element in marts.CountedElements(span).Where(element => span.Elements?.Contains(element.Element) != false))
        {
            if (page.Count > 0 && rows + element.Rows > most)
            {
                yield return page;
                (page, rows) = ([], 0);
            }
            page.Add(element.Element);
            rows += element.Rows;
        }
        if (page.Count > 0) yield return page;
    }
}
