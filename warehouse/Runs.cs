using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>Certifications and frozen runs: added, never changed. Each is a load of its own.</summary>
public sealed class Runs(DuckDbGateway gateway)
{
    /// <param name="acts">Their load is given here.</param>
    public Load Certify(IReadOnlyList<Certification> acts, DateTime now)
    {
        var certified = gateway.Write(transaction =>
        {
            var load = LoadSteps.Begin(transaction, "certification", now);
            foreach (var act in acts)
                transaction.Execute("Schema/runs/insert_certification.sql", new
                {
                    district = act.District, orgUnit = act.OrgUnit, year = act.Year, act = act.Act.ToString(), person = act.Person, sha256 = act.FiguresSha256,
                    by = act.DecidedBy, reason = act.Reason, load = load.LoadId,
                });
            return load;
        });
        Durable.Passed(DurableStep.load_committed);
        return certified;
    }

    /// <summary>Stores a run whole.</summary>
    /// <param name="run">Its number, seal and load are given here.</param>
    /// <param name="documents">The manifest last.</param>
    public AssessmentRun Freeze(AssessmentRun run, IReadOnlyList<RunDocument> documents, DateTime now)
    {
        var frozen = gateway.Write(transaction =>
        {
            var load = LoadSteps.Begin(transaction, "assessment_run", now);
            var stored = run with { Run = transaction.One<long>("Schema/runs/next_run.sql"), Seal = documents[^1].Sha256, KnownFromLoad = load.LoadId, DecidedAt = load.CommittedAt };
            transaction.Execute("Schema/runs/insert_run.sql", new
            {
                id = stored.Run, district = stored.District, year = stored.Year, through = stored.Through, asOf = stored.AsOfLoad, engine = stored.Engine, schemes = stored.Schemes,
                corrects = stored.Corrects, reason = stored.Reason, by = stored.DecidedBy, now = stored.DecidedAt, uncertified = stored.Uncertified, seal = stored.Seal, load = load.LoadId,
            });
            foreach (var document in documents)
                transaction.Execute("Schema/runs/insert_document.sql", new { id = stored.Run, name = document.Name, body = document.Body, sha256 = document.Sha256 });
            return stored;
        });
        Durable.Passed(DurableStep.load_committed);
        return frozen;
    }
}
