using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>Takes back what was sent: 撤回 by the sender, 作废 by the district.</summary>
public static class TakeBack
{
    /// <summary>
    /// Takes back every table of a submission that is loaded or still waits, all or none; values fall back to the last accepted sheet that
    /// states them. A department whose figure that leaves beside another sum is told, and one that waited for the sum is checked again at once.
    /// </summary>
    /// <returns>The tables taken back; none where nothing of it stood.</returns>
    public static IReadOnlyList<SubmissionTable> Run(OpenWarehouse warehouse, Submission submission, TableState to, string reason, string by, ReadLimits limits, DateTime now)
    {
        // What is settled meanwhile would have been judged by figures that are gone.
        using var settling = warehouse.Settling.EnterScope();
        var claims = warehouse.Submissions.TablesOf(submission.SubmissionId).Where(table => table.State is TableState.loaded or TableState.superseded)
            .SelectMany(table => warehouse.Submissions.CellsOf(table.TableId));
        var fallen = StatedSums.Fallen(claims, asked => warehouse.Submissions.Held(asked), warehouse.Definitions.Current, now);
        var taken = warehouse.Loading.TakeBack(submission.SubmissionId, to, reason, by, Announcements.For(warehouse, submission, to, reason, by, now), now, fallen);
        if (taken.Count > 0) SettleSubmissions.Unsettled(warehouse, now, by, limits);
        return taken;
    }

    /// <summary>
    /// Why the sender may not take a submission back any more: the district has looked at it, or its period is locked. What must go then is
    /// voided by the district.
    /// </summary>
    /// <returns>Null where the sender may.</returns>
    public static (string Zh, string En)? Barred(OpenWarehouse warehouse, Submission submission, DateOnly today)
    {
        var catalog = warehouse.Definitions.Current;
        foreach (var table in warehouse.Submissions.TablesOf(submission.SubmissionId).Where(table => table.State is TableState.loaded or TableState.superseded))
        {
            if (warehouse.Reviews.WasReviewed(table) || table.PeriodStart is { } start && catalog.Form(table.Form ?? "", start)?.NeedsReview == true)
                return ("区级已经审核，不能再撤回；确要取消的，请区级作废（void）。", "The district has reviewed it; only the district can void it now.");
            foreach (var (form, unit, period) in Sheets(warehouse, table, catalog))
                if (PeriodLock.IsLocked(warehouse.Reviews.Locks(unit.District, long.MaxValue - 1), form, unit, period, today))
                    return ($"{period.InWords()}已经锁定，不能再撤回；请报送更正申请，或请区级作废（void）。", $"The period {period} is locked; send a correction, or ask the district to void it.");
        }
        return null;
    }

    /// <summary>The sheets that a table stands for: itself, or those of every form that asks for lines of a long list.</summary>
    static IEnumerable<(Form Form, OrgUnit Unit, Period Period)> Sheets(OpenWarehouse warehouse, SubmissionTable table, Catalog catalog)
    {
        if (table.Form == LongCsv.Form)
            return LongTables.Of(warehouse.Submissions.CellsOf(table.TableId).Select((cell, index) => (cell, index)), catalog).Select(sheet => (sheet.Form!, sheet.Unit!, sheet.Period!.Value));
        return table is { Form: { } id, OrgUnit: { } code, Period: { } period } && catalog.Form(id, period.Start) is { } form && catalog.OrgUnit(code) is { } unit
            ? [(form, unit, period)] : [];
    }
}
