using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Plans;

/// <summary>What a feed gives to a commitment: its own figure, the number issued from above, or what it is held against.</summary>
public enum FeedUse { figure, issued, benchmark }

/// <summary>One form that brings an element of a commitment, and who owes it.</summary>
/// <param name="Form">Null where no form of the district brings the element: nothing can come.</param>
/// <param name="Role">Who owes the line; null where nobody does.</param>
/// <param name="Authority">Who counts for the district: a role, or null where the district is the sum of its units.</param>
public sealed record Feed(FeedUse Use, string Element, string Breakdown, string? Form, string? Role, string? Authority);

/// <summary>From a commitment to the forms that feed it, by the definitions alone.</summary>
public static class Feeds
{
    public static IReadOnlyList<Feed> Of(Catalog catalog, Plan plan, Commitment commitment) =>
    [
        .. from asked in Asked(catalog, plan, commitment).Distinct()
           from feed in Bringing(catalog, plan, commitment, asked.Use, asked.Element, asked.Breakdown)
           select feed,
    ];

    static IEnumerable<(FeedUse Use, string Element, string Breakdown)> Asked(Catalog catalog, Plan plan, Commitment commitment)
    {
        foreach (var term in Terms(catalog, plan, commitment.Indicator)) yield return (FeedUse.figure, term.Element, term.Breakdown);
        if (commitment.IssuedBy is { } issued) yield return (FeedUse.issued, issued, Breakdown.Total);
        foreach (var term in Terms(catalog, plan, commitment.Benchmark)) yield return (FeedUse.benchmark, term.Element, term.Breakdown);
    }

    // As the indicator is defined when the plan ends; one that has ended by then as it was last.
    static IEnumerable<Term> Terms(Catalog catalog, Plan plan, string? id)
    {
        var indicator = id is null ? null : catalog.Indicator(id, new(plan.LastYear, 1, 1)) ?? catalog.Indicators.LastOrDefault(one => one.Id == id);
        return indicator is null ? [] : indicator.Numerator.Concat(indicator.Denominator);
    }

    static IReadOnlyList<Feed> Bringing(Catalog catalog, Plan plan, Commitment commitment, FeedUse use, string element, string breakdown)
    {
        var versions = catalog.Elements.Where(version => version.Id == element).ToList();
        var authority = versions.Select(version => version.Authority.GetValueOrDefault(OrgUnitKind.district)).LastOrDefault(role => role is not null);
        var feeds =
            from form in catalog.Forms
            where form.District == plan.District
            from line in form.Lines
            where line.Element == element && line.Breakdown == breakdown && Reaches(form, line, plan, commitment.BaseYear)
            let roles = form.Obligations.Where(duty => duty.Owes(line.Number)).Select(duty => (string?)duty.Role)
            from role in roles.DefaultIfEmpty()
            select new Feed(use, element, breakdown, form.Id, role, authority);
        IReadOnlyList<Feed> found = [.. feeds.Distinct()];
        return found.Count > 0 ? found : [new(use, element, breakdown, null, null, authority)];
    }

    // A column speaks of the sheet's period, or of one of its own (基数/历史表): that one must lie in the plan, or be the base's year.
    static bool Reaches(Form form, FormLine line, Plan plan, int? baseYear) => form.Columns.Where(column => !column.IsQuoted && line.Fills(column.Id))
        .Any(column => column.PeriodCode is null
            ? form.AppliesFrom.Year <= plan.LastYear && (form.AppliesUntil is null || plan.FirstYear <= form.AppliesUntil.Value.Year)
            : Period.Parse(column.PeriodCode) is var own && (own.Start.Year <= plan.LastYear && plan.FirstYear <= own.End.Year || own.End.Year == baseYear));
}
