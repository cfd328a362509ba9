using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>
/// Text is a value; File is read by the client and sent along; OutPath names what the client will write; Folder is one that is there, named from
/// where the client stands.
/// </summary>
public enum ParameterKind { Text, Flag, File, OutPath, Folder }

/// <summary>
/// Where a verb makes the data folder that is not there: a folder named by <c>--data</c> may be mistyped, and an empty system in its place
/// would answer as if nothing were known, so only what is meant to begin one does.
/// </summary>
public enum Beginning { Nowhere, WhereItRuns, Anywhere }

/// <summary>One option (its name begins with <c>--</c>) or one positional argument (its name is what the help shows: FILE).</summary>
public sealed record Parameter(string Name, ParameterKind Kind, string Help, string HelpEn)
{
    public bool Required { get; init; }
    public bool Many { get; init; }
    public IReadOnlyList<string> Choices { get; init; } = [];
    /// <summary>What the help shows for the value: CODE, YYYY-MM.</summary>
    public string Shape { get; init; } = "";

    public bool Positional => !Name.StartsWith("--", StringComparison.Ordinal);
}

/// <summary>
/// One verb of the program. Exactly one of <see cref="Run"/> and <see cref="RunAlone"/> is given: the first runs in an open office,
/// here or in the serving process; the second needs the data folder to itself and is refused while another process holds it.
/// </summary>
/// <param name="Name">As typed: <c>query</c>, <c>jobs next</c>.</param>
public sealed record Verb(string Name, string Help, string HelpEn)
{
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];
    public Func<Request, Office, Answer>? Run { get; init; }
    public Func<Request, DataFolder, Installation, CancellationToken, Task<Answer>>? RunAlone { get; init; }

    /// <summary>Refuses what can be refused before the data folder is made or locked: nothing is touched by a verb that will not run.</summary>
    public Action<Request, DataFolder>? Before { get; init; }

    /// <summary>Takes <c>--by</c> and <c>--reason</c>, and is written into the audit.</summary>
    public bool Decides { get; init; }

    /// <summary>The flag with which alone it decides; without it the verb only reads. Null: it always decides.</summary>
    public string? DecidesWith { get; init; }

    public bool IsDecision(Request request) => Decides && (DecidesWith is not { } flag || request.Has(flag));

    /// <summary>Judges a year or writes a workbook: reads much of the warehouse, whose engine has one share of memory for all. Pages and the API wait their turn with it.</summary>
    public bool IsHeavy { get; init; }

    /// <summary>A decision that has to be explained: refused without <c>--reason</c>.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>Makes the data folder where there is none; other verbs say that it is missing, and so does every dry run.</summary>
    public Beginning Begins { get; init; }
}
