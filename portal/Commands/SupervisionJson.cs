using Reporting.Warehouse.Assessment.Supervision;

namespace Reporting.Portal.Commands;

/// <summary>One 督办 as JSON, with all that was done.</summary>
static class SupervisionJson
{
    public static object Of(SupervisionCase one, DateOnly day) => new
    {
        one.Order.Number, one.Order.District, Org = one.Order.OrgUnit, one.Order.Commitment, one.Order.Demand, one.Order.Deadline, one.Order.OpenedOn, one.Order.Light, one.Order.OpenedBy,
        one.Order.Reason, Load = one.Order.KnownFromLoad, one.State, DaysOverdue = one.DaysOverdue(day), one.WasLate,
        Steps = one.Steps.Select(step => new { step.Act, step.OnDate, step.Words, step.EvidenceFile, step.EvidenceSha256, step.DecidedBy, Load = step.KnownFromLoad }),
    };
}
