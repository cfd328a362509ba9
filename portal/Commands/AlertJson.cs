using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Lights as one JSON document.</summary>
static class AlertJson
{
    /// <param name="unit">Null: the district and all its units.</param>
    public static object Of(AlertBoard board, OrgUnit? unit) => new
    {
        District = board.District.Code, board.Input.Year, board.Through, AsOf = board.AsOf.LoadId, Lights = board.Input.Table!.Id,
        Commitments = (unit is null ? board.Alerts : board.Of(unit)).Select(alert => One(board, alert)),
        Supervision = SupervisionCounts.Of(board.Input.Cases.Where(one => unit is null || one.Order.OrgUnit == unit.Code), new(board.Input.Year, 1, 1), new(board.Input.Year, 12, 31), board.Day),
    };

    static object One(AlertBoard board, Alert alert) => new
    {
        alert.Commitment.Id, alert.Evaluation.Name, alert.Evaluation.Version, Plan = alert.Plan.Id, alert.Commitment.Kind, Org = alert.Evaluation.OrgUnit, alert.Commitment.Departments, alert.Commitment.Supporting,
        alert.Now.Light, Before = alert.Before?.Light, Moved = alert.HasMoved, alert.Now.Reason, alert.Now.Distance,
        alert.Evaluation.State, StateWords = alert.Evaluation.Words, alert.Evaluation.Value, alert.Evaluation.Target, alert.Evaluation.Unit, alert.Evaluation.Attainment, alert.Evaluation.Pace, alert.Evaluation.PointsAhead,
        Months = alert.Months.Select(month => new { month.Month, month.Light, month.Distance, month.Reason }),
        Landing = board.LandedOf(alert),
        alert.Shortfall,
        Acknowledged = alert.Acknowledged is not { } one ? null
            : new { one.Owner, one.Reason, one.Light, one.Through, one.DecidedOn, one.DecidedBy, Load = one.KnownFromLoad, Holds = alert.AcknowledgementEnded is null, Ended = alert.AcknowledgementEnded },
        Supervisions = alert.Cases.Select(each => SupervisionJson.Of(each, board.Day)),
    };
}
