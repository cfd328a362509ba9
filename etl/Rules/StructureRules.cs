using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>Rules that can be judged before the cells are: is this a table that this unit owes now?</summary>
static partial class StructureRules
{
    public static IEnumerable<Finding> PeriodInFuture(MatchedTable table, DateOnly today)
    {
        if (table.Period is not { } period || period.End <= today || IsIssued(table.Unit, period, today)) yield break;
        var end = period.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return RuleTexts.PeriodInFuture.At(CheckedTable.PlaceOf(table), period.InWords(), LatestEnded(period.Kind, today), null,
            new("period", period.InWords(), period.ToString()), new("end", Period.Day(period.End).InWords(), end));
    }

    public static IEnumerable<Finding> PeriodNotOwed(MatchedTable table, DateOnly today)
    {
        if (table is not { Form: { } form, Unit: { } unit, Period: { } period } || ObligationOf(form, unit, period) is not null || IsNotice(form, unit)) yield break;
        yield return RuleTexts.PeriodNotOwed.At(CheckedTable.PlaceOf(table), $"{unit.Name} {period.InWords()}", null, null,
            new("unit", unit.Name), new("form", form.Name), new("period", period.InWords(), period.ToString()));
    }

    public static IEnumerable<Finding> SignatureMissing(CheckedTable table)
    {
        if (table.Form.NeedsSignature == true && !SignedWith().IsMatch(table.Table.Table.Signature.ResponsiblePerson ?? ""))
            yield return RuleTexts.SignatureMissing.At(CheckedTable.PlaceOf(table.Table), table.Table.Table.Signature.ResponsiblePerson, "单位负责人姓名", null);
    }

    /// <summary>Nobody owes a notice of the city; it comes when it comes.</summary>
    static bool IsNotice(Form form, OrgUnit unit) => form.Obligations.Count == 0 && unit.Kind == OrgUnitKind.city;

    /// <summary>What the unit owes of the form for the period; null where it owes nothing, or no longer exists.</summary>
    public static Obligation? ObligationOf(Form form, OrgUnit unit, Period period) =>
        period.Kind != form.Period || !(unit.IsValidOn(period.Start) || unit.IsValidOn(period.End)) ? null
        : form.Obligations.FirstOrDefault(obligation => obligation.Role == unit.Role
            && obligation.From <= period.Start && (obligation.To is null || period.Start <= obligation.To));

    /// <summary>What the city issues (市下达) is of the year ahead, not of what has happened; a year further on is still a slip of the pen.</summary>
    static bool IsIssued(OrgUnit? unit, Period period, DateOnly today) => unit?.Kind == OrgUnitKind.city && period.Start <= today.AddYears(1);

    static string LatestEnded(PeriodKind kind, DateOnly today)
    {
        if (kind is PeriodKind.week or PeriodKind.plan) return $"{Period.Day(today).InWords()}前已结束的报告期";
        var current = Period.Of(kind, today);
        return $"{(current.End <= today ? current : current.Next(-1)).InWords()}或更早";
    }

    // A name, and not only the words that ask for one: （签字）.
    [GeneratedRegex(@"^(?!\W*(?:签字|签章|签名|盖章)\W*$).*\p{L}")]
    private static partial Regex SignedWith();
}
