using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Runs;

/// <summary>One frozen run: what was asked, by whom and why. What came of it stands in its documents.</summary>
/// <param name="Run">From 1, over all districts.</param>
/// <param name="AsOfLoad">The load as of which everything was read.</param>
/// <param name="Schemes">Ids of the schemes scored, with commas between.</param>
/// <param name="Corrects">The earlier run that this one takes the place of, after a correction or an appeal.</param>
/// <param name="Seal">SHA-256 of the manifest, and so of all documents.</param>
public sealed record AssessmentRun(
    long Run, string District, int Year, string Through, long AsOfLoad, string Engine, string Schemes, long? Corrects, string Reason, string DecidedBy, DateTime DecidedAt,
    int Uncertified, string Seal, long KnownFromLoad);

/// <summary>One document of a run in canonical form.</summary>
/// <param name="Name"><c>manifest</c>, <c>evaluations/310151101</c>, <c>board/chongming-townships</c>.</param>
public sealed record RunDocument(long Run, string Name, string Body, string Sha256)
{
    public const string Manifest = "manifest", Evaluations = "evaluations/", Board = "board/";

    public static RunDocument Of<T>(string name, T content)
    {
        var body = CanonicalJson.Of(content);
        return new(0, name, body, CanonicalJson.Sha256(body));
    }
}

/// <summary>A definition that a run went by: the hash is that of its body.</summary>
public sealed record RunDefinition(DefinitionKind Kind, string Id, int? Version, string Sha256);

public sealed record RunResult(string Name, string Sha256);

/// <summary>What a run stands on and what it holds, each with its hash: the seal is the hash of this.</summary>
public sealed record RunManifest(
    string Engine, string District, int Year, string Through, long AsOfLoad, DateTime AsOfMoment, long? Corrects, string Reason, string DecidedBy,
    IReadOnlyList<RunDefinition> Definitions, IReadOnlyList<RunInput> Inputs, IReadOnlyList<CertifiedUnit> Certified, IReadOnlyList<RunResult> Results);

/// <summary>A run worked out: its documents, the manifest last.</summary>
public static class RunContents
{
    public static IReadOnlyList<RunDocument> Of(
        AssessmentRun run, Load asOf, YearInputs inputs, IReadOnlyList<Definition> definitions, IReadOnlyList<CertifiedUnit> certified)
    {
        var judged = inputs.Judged();
        List<RunDocument> results =
        [
            .. judged.Boards.Select(board => RunDocument.Of(RunDocument.Board + board.Scheme, board)).OrderBy(result => result.Name, StringComparer.Ordinal),
            .. judged.Standings.Select(standing => RunDocument.Of(RunDocument.Evaluations + standing.OrgUnit, standing)).OrderBy(result => result.Name, StringComparer.Ordinal),
        ];
        var manifest = new RunManifest(run.Engine, run.District, run.Year, run.Through, asOf.LoadId, asOf.CommittedAt, run.Corrects, run.Reason, run.DecidedBy,
            [.. Spoken(inputs, definitions)], inputs.Evidence().Hashed(), certified, [.. results.Select(result => new RunResult(result.Name, result.Sha256))]);
        return [.. results, RunDocument.Of(RunDocument.Manifest, manifest)];
    }

    // The district, its plans and schemes, the indicators that they speak of and the elements of those; hashed from the bodies themselves.
    static IEnumerable<RunDefinition> Spoken(YearInputs inputs, IReadOnlyList<Definition> definitions)
    {
        var plans = inputs.Plans.Select(one => one.Plan).ToList();
        var indicators = plans.SelectMany(plan => plan.Commitments).SelectMany(one => new[] { one.Indicator, one.Benchmark }).OfType<string>().ToHashSet();
        var elements = inputs.Plans.SelectMany(one => one.Units[0].Indicators).Where(one => indicators.Contains(one.Id))
            .SelectMany(one => one.Numerator.Concat(one.Denominator)).Select(term => term.Element).ToHashSet();
        var schemes = inputs.Scorings.Select(one => (one.Scheme.Id, one.Scheme.Version)).ToHashSet();
        return definitions.Where(one => one.Kind switch
        {
            DefinitionKind.district => one.Id == inputs.District,
            DefinitionKind.plan => plans.Exists(plan => plan.Id == one.Id),
            DefinitionKind.indicator => indicators.Contains(one.Id),
            DefinitionKind.element => elements.Contains(one.Id),
            DefinitionKind.scheme => schemes.Contains((one.Id, one.Version ?? 0)),
            _ => false,
        }).OrderBy(one => one.Kind).ThenBy(one => one.Id, StringComparer.Ordinal).ThenBy(one => one.Version)
            .Select(one => new RunDefinition(one.Kind, one.Id, one.Version, CanonicalJson.Sha256(one.Body)));
    }
}

/// <summary>The documents of a run as they were stored, read back.</summary>
public sealed class StoredRun(AssessmentRun run, IReadOnlyList<RunDocument> documents)
{
    public AssessmentRun Run => run;
    public IReadOnlyList<RunDocument> Documents => documents;

    public RunManifest? Manifest => documents.FirstOrDefault(one => one.Name == RunDocument.Manifest) is { } manifest ? CanonicalJson.Read<RunManifest>(manifest.Body) : null;
    public IReadOnlyList<Standing> Standings => [.. documents.Where(one => one.Name.StartsWith(RunDocument.Evaluations, StringComparison.Ordinal)).Select(one => CanonicalJson.Read<Standing>(one.Body))];
    public IReadOnlyList<ScoreBoard> Boards => [.. documents.Where(one => one.Name.StartsWith(RunDocument.Board, StringComparison.Ordinal)).Select(one => CanonicalJson.Read<ScoreBoard>(one.Body))];
}
