using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>What people do about lights: they answer for them (签收), and demand of units what is to be put right (督办). Each act is a load of its own.</summary>
public sealed class Supervisions(DuckDbGateway gateway)
{
    /// <param name="acknowledgement">Its load is given here.</param>
    public Load Acknowledge(Acknowledgement acknowledgement, DateTime now) => Acts.Write(gateway, "acknowledgement", now, check: null, (transaction, load) =>
        transaction.Execute("Schema/supervision/insert_acknowledgement.sql", new
        {
            commitment = acknowledgement.Commitment, orgUnit = acknowledgement.OrgUnit, year = acknowledgement.Year, through = acknowledgement.Through,
            light = acknowledgement.Light.ToString(), owner = acknowledgement.Owner, reason = acknowledgement.Reason, decidedOn = acknowledgement.DecidedOn,
            by = acknowledgement.DecidedBy, load = load.LoadId,
        }));

    /// <param name="order">Its number and load are given here.</param>
    /// <param name="check">Asked when it is this act's turn to write; it throws to refuse (<see cref="Acts"/>).</param>
    public (SupervisionOrder Order, Load Load) Open(SupervisionOrder order, DateTime now, Action? check = null)
    {
        var number = 0L;
        var load = Acts.Write(gateway, "supervision", now, check, (transaction, load) =>
        {
            number = transaction.One<long>("Schema/supervision/next_number.sql");
            transaction.Execute("Schema/supervision/insert_order.sql", new
            {
                number, district = order.District, orgUnit = order.OrgUnit, commitment = order.Commitment, demand = order.Demand, deadline = order.Deadline,
                openedOn = order.OpenedOn, light = order.Light, by = order.OpenedBy, reason = order.Reason, load = load.LoadId,
            });
        });
        return (order with { Number = number, KnownFromLoad = load.LoadId }, load);
    }

    /// <summary>Takes one act where it is lawful as things stand inside the transaction; else nothing is written and the refusal says why.</summary>
    /// <param name="step">Its load is given here.</param>
    public (Refusal? Refusal, Load? Load) Take(SupervisionStep step, DateTime now)
    {
        var taken = gateway.Write<(Refusal?, Load?)>(transaction =>
        {
            var all = new { asOf = long.MaxValue - 1, only = (string?)null };
            var known = SupervisionCase.Of(transaction.Read<SupervisionOrder>("Marts/queries/supervision_orders.sql", all), transaction.Read<SupervisionStep>("Marts/queries/supervision_steps.sql", all))
                .FirstOrDefault(one => one.Order.Number == step.Number);
            if (known is null) return (new($"没有督办 {step.Number} 号。", $"There is no demand {step.Number}."), null);
            if (known.WhyNot(step.Act, step.DecidedBy) is { } refusal) return (refusal, null);
            var load = LoadSteps.Begin(transaction, "supervision", now);
            transaction.Execute("Schema/supervision/insert_step.sql", new
            {
                number = step.Number, act = step.Act.ToString(), onDate = step.OnDate, words = step.Words, evidenceFile = step.EvidenceFile,
                evidenceSha256 = step.EvidenceSha256, by = step.DecidedBy, load = load.LoadId,
            });
            return (null, load);
        });
        Durable.Passed(DurableStep.load_committed);
        return taken;
    }
}
