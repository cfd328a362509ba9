using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>Certifications and frozen runs: added, never changed. Each is a load of its own.</summary>
public sealed class Runs(DuckDbGateway gateway)
{
    /// <param name="acts">Their load is given here.</param>
    /// <param name="check">Asked when it is this act's turn to write; it throws to refuse (<see cref="Acts"/>).</param>
    public Load Certify(IReadOnlyList<Certification> acts, DateTime now, Action? check = null) => Acts.Write(gateway, "certification", now, check, (transaction, load) =>
    {
        foreach (var act in acts)
            transaction.Execute("Schema/runs/insert_certification.sql", new
            {
                district = act.District, orgUnit = act.OrgUnit, year = act.Year, act = act.Act.ToString(), person = act.Person, sha256 = act.FiguresSha256,
                by = act.DecidedBy, reason = act.Reason, load = load.LoadId,
            });
    });

    /// <summary>Stores a run whole.</summary>
    /// <param name="asked">Its number, moment and load are given here.</param>
    /// <param name="contents">
    /// Asked when it is this run's turn to write, with those: the run as it is stored and its documents, the manifest last. What it reads of certifications and of earlier
    /// runs nobody changes before the run stands, so that it is found again when the run is replayed. It throws to refuse, and nothing is written.
    /// </param>
    public AssessmentRun Freeze(AssessmentRun asked, Func<AssessmentRun, (AssessmentRun Run, IReadOnlyList<RunDocument> Documents)> contents, DateTime now)
    {
        var frozen = asked;
        Acts.Write(gateway, "assessment_run", now, check: null, (transaction, load) =>
        {
            var (run, documents) = contents(asked with { Run = transaction.One<long>("Schema/runs/next_run.sql"), DecidedAt = load.CommittedAt, KnownFromLoad = load.LoadId });
            frozen = run with { Seal = documents[^1].Sha256 };
            transaction.Execute("Schema/runs/insert_run.sql", new
            {
                id = frozen.Run, district = frozen.District, year = frozen.Year, through = frozen.Through, asOf = frozen.AsOfLoad, engine = frozen.Engine, schemes = frozen.Schemes,
                corrects = frozen.Corrects, reason = frozen.Reason, by = frozen.DecidedBy, now = frozen.DecidedAt, uncertified = frozen.Uncertified, seal = frozen.Seal, load = load.LoadId,
            });
            foreach (var document in documents)
                transaction.Execute("Schema/runs/insert_document.sql", new { id = frozen.Run, name = document.Name, body = document.Body, sha256 = document.Sha256 });
        });
        return frozen;
    }
}
