using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>
/// A template's hidden mark, trusted where the sheet itself is silent and held against it where it speaks. A person's answer and the
/// channel stand above both.
/// </summary>
sealed record StampMatcher(Form Form, OrgUnit Unit, Period Period, TemplateStamp Stamp)
{
    /// <summary>What the mark names, where all of it is known; else null, and why the mark is passed over.</summary>
    public static (StampMatcher? Stamp, Finding? Ignored) Of(UnderstoodTable table, Catalog catalog, MatchHints hints)
    {
        if (hints.Stamp is not { } stamp) return (null, null);
        if (!Period.TryParse(stamp.Period, out var period)) return (null, StampFindings.Ignored(table, stamp, stamp.Period));
        if ((catalog.OrgUnit(stamp.Unit, period.Start) ?? catalog.OrgUnit(stamp.Unit)) is not { } unit) return (null, StampFindings.Ignored(table, stamp, stamp.Unit));
        var versions = catalog.Forms.Where(form => form.Id == stamp.Form && form.District == unit.District).ToList();
        return (versions.Find(form => form.AppliesTo(period.Start)) ?? versions.MaxBy(form => form.Version)) is { } known
            ? (new(known, unit, period, stamp), null) : (null, StampFindings.Ignored(table, stamp, stamp.Form));
    }

    /// <summary>The unit: the mark's where the sheet names none. One that the sheet names otherwise is asked; the channel's is never overruled.</summary>
    public (OrgUnit? Unit, IReadOnlyList<Finding> Findings) OfUnit(UnderstoodTable table, (OrgUnit? Unit, IReadOnlyList<Finding> Findings) printed, MatchHints hints)
    {
        if (hints.OrgUnit is not null) return printed;
        if (IsSilent(printed.Findings))
            return hints.ChannelUnit is not { } channel || channel.ReportsFor.Contains(Unit.Code) ? (Unit, [StampFindings.Used(table, Stamp, Unit.Name)])
                : channel.Code == Unit.Code ? printed : (null, [MatchFindings.OrgUnitConflict(table, Unit.Name, Unit, channel)]);
        return printed.Unit is { } named && named.Code != Unit.Code ? (null, [.. printed.Findings, StampFindings.Conflict(table, Stamp, "填报单位", named.Name, Unit.Name)]) : printed;
    }

    /// <summary>The form: the mark's where the sheet alone does not make it sure. One that the sheet surely is otherwise is asked.</summary>
    public (Reading? Reading, decimal Score, IReadOnlyList<Finding> Findings) OfForm(
        UnderstoodTable table, (Reading? Reading, decimal Score, IReadOnlyList<Finding> Findings) printed, MatchHints hints, Func<Form, (Reading Reading, decimal Score)> held)
    {
        if (hints.Form is not null || table.IsPersonal || printed.Reading?.Form.Id == Form.Id) return printed;
        if (printed.Reading is { } other) return (null, printed.Score, [.. printed.Findings, StampFindings.Conflict(table, Stamp, "报表", other.Form.Name, Form.Name)]);
        if (table.Rows.Count > Weights.MostRows || held(Form) is var (reading, score) && reading.LinesEvidence < Weights.FormLeastLines) return printed;
        return (reading, score, [StampFindings.Used(table, Stamp, Form.Name)]);
    }

    /// <summary>
    /// The period: the printed words, also where they differ, for last month's template with a new heading is this month's sheet; the mark's
    /// where they are silent or name only a year that holds it.
    /// </summary>
    public (Period? Period, IReadOnlyList<Finding> Findings) OfPeriod(UnderstoodTable table, Form form, (Period? Period, IReadOnlyList<Finding> Findings) printed, MatchHints hints)
    {
        if (hints.Period is not null || Period.Kind != form.Period || table.Findings.Any(finding => finding is { Code: "period_conflict", Severity: Severity.error })) return printed;
        var isSaid = table.Period is not null && printed.Period is not null && !printed.Findings.Any(finding => finding.Code == "period_from_file_name");
        if (isSaid) return printed.Period == Period ? printed : (printed.Period, [.. printed.Findings, StampFindings.PeriodDiffers(table, Stamp, printed.Period!.Value, Period)]);
        var isOther = table.Period is { } written && !(written.Start <= Period.Start && Period.End <= written.End);
        return isOther || printed.Period == Period ? printed : (Period, [StampFindings.Used(table, Stamp, Period.InWords())]);
    }

    static bool IsSilent(IReadOnlyList<Finding> findings) =>
        findings.Any(finding => finding.Code is "org_unit_missing" or "org_unit_from_channel" or "org_unit_from_file_name");
}
