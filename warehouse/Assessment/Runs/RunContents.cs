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

    /// <summary>No document: what is told of the run beside them, which the manifest repeats.</summary>
    public const string Told = "run";

    public static RunDocument Of<T>(string name, T content)
    {
        var body = CanonicalJson.Of(content);
        return new(0, name, body, CanonicalJson.Sha256(body));
    }
}

/// <summary>A definition that a run went by: the hash is that of its body.</summary>
public sealed record RunDefinition(DefinitionKind Kind, string Id, int? Version, string Sha256);

public sealed record RunResult(string Name, string Sha256);

/// <summary>What a run was asked as, what it stands on and what it holds, each list with its hash: the seal is the hash of this.</summary>
/// <param name="Run">Absent, like <paramref name="Schemes"/>, <paramref name="DecidedAt"/> and <paramref name="Load"/>, in what engine 1 froze.</param>
/// <param name="Load">The load that froze it: certifications before it count.</param>
public sealed record RunManifest(
    long? Run, string Engine, string District, int Year, string Through, long AsOfLoad, DateTime AsOfMoment, string? Schemes, long? Corrects, string Reason, string DecidedBy,
    DateTime? DecidedAt, long? Load,
    IReadOnlyList<RunDefinition> Definitions, IReadOnlyList<RunInput> Inputs, IReadOnlyList<CertifiedUnit> Certified, IReadOnlyList<RunResult> Results)
{
    /// <summary>Whether this is what is told of the run beside its documents.</summary>
    public bool Tells(AssessmentRun run) =>
        (Run ?? run.Run, Engine, District, Year, Through, AsOfLoad, Schemes ?? run.Schemes) == (run.Run, run.Engine, run.District, run.Year, run.Through, run.AsOfLoad, run.Schemes)
        && (Corrects, Reason, DecidedBy, DecidedAt ?? run.DecidedAt, Load ?? run.KnownFromLoad) == (run.Corrects, run.Reason, run.DecidedBy, run.DecidedAt, run.KnownFromLoad)
        && CertifiedUnit.Open(Certified) == run.Uncertified;
}

/// <summary>A run worked out, to be sealed when it is its turn to be written: only then it has its number, and only then nobody can certify any more.</summary>
public sealed class RunContents
{
    readonly Load asOf;
    readonly IReadOnlyList<RunDocument> results;
    readonly IReadOnlyList<RunDefinition> definitions;
    readonly IReadOnlyList<RunInput> inputs;

    /// <param name="definitions">As written, as of the load.</param>
    public RunContents(Load asOf, YearInputs inputs, IReadOnlyList<Definition> definitions)
    {
        var judged = inputs.Judged();
        this.asOf = asOf;
        results =
        [
            .. judged.Boards.Select(board => RunDocument.Of(RunDocument.Board + board.Scheme, board)).OrderBy(result => result.Name, StringComparer.Ordinal),
            .. judged.Standings.Select(standing => RunDocument.Of(RunDocument.Evaluations + standing.OrgUnit, standing)).OrderBy(result => result.Name, StringComparer.Ordinal),
        ];
        (this.definitions, this.inputs) = ([.. Spoken(inputs, definitions)], inputs.Evidence().Hashed());
    }

    /// <summary>The documents of a run, the manifest last.</summary>
    public IReadOnlyList<RunDocument> Sealed(AssessmentRun run, IReadOnlyList<CertifiedUnit> certified) =>
    [
        .. results,
        RunDocument.Of(RunDocument.Manifest, new RunManifest(run.Run, run.Engine, run.District, run.Year, run.Through, asOf.LoadId, asOf.CommittedAt, run.Schemes, run.Corrects, run.Reason,
            run.DecidedBy, run.DecidedAt, run.KnownFromLoad, definitions, inputs, certified, [.. results.Select(result => new RunResult(result.Name, result.Sha256))])),
    ];

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
