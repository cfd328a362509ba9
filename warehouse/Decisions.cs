using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>What people decide while a plan runs. Each decision is a load of its own, so that what was asked before it stays as it was.</summary>
public sealed class Decisions(DuckDbGateway gateway)
{
    /// <param name="decision">Its load is given here.</param>
    public Load SetTarget(TargetDecision decision, DateTime now) => Decide("target", now, "Schema/decisions/insert_target.sql", load => new
    {
        commitment = decision.Commitment, orgUnit = decision.OrgUnit, fromYear = decision.FromYear, toYear = decision.ToYear, value = decision.Value,
        document = decision.Document, decidedOn = decision.DecidedOn, by = decision.DecidedBy, reason = decision.Reason, load,
    });

    public Load ReportMilestone(MilestoneState state, DateTime now) => Decide("milestone", now, "Schema/decisions/insert_milestone.sql", load => new
    {
        commitment = state.Commitment, state = state.State.ToString(), onDate = state.OnDate, evidence = state.Evidence, by = state.DecidedBy,
        reason = state.Reason, load,
    });

    /// <summary>From this load on words mean something else, or (an empty target) are asked about again.</summary>
    public Load SetAlias(WordAlias alias, DateTime now) => Decide("alias", now, "Schema/decisions/insert_alias.sql", load => new
    {
        kind = alias.Kind.ToString(), district = alias.District, words = alias.Words, target = alias.Target, by = alias.DecidedBy, load,
    });

    Load Decide(string cause, DateTime now, string insert, Func<long, object> row)
    {
        var decided = gateway.Write(transaction =>
        {
            var load = LoadSteps.Begin(transaction, cause, now);
            transaction.Execute(insert, row(load.LoadId));
            return load;
        });
        Durable.Passed(DurableStep.load_committed);
        return decided;
    }
}
