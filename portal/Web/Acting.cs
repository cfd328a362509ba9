using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Warehouse;

namespace Reporting.Portal.Web;

/// <summary>
/// How pages and the API decide anything: by the verb that the command line has for it, so one place knows the rules, the words and the
/// audit. Whether the caller may do it to this thing has been asked before (<see cref="ForAttribute"/>, <see cref="InScope"/>).
/// </summary>
/// <param name="from">The caller's address, for the audit; null: not by the network.</param>
sealed class Acting(Office office, string? from)
{
    /// <param name="values">By parameter name; a null value is left out, an empty one is a flag.</param>
    public Answer Do(Caller caller, Verb verb, string? reason, params (string Name, string? Value)[] values) => Do(caller, verb, reason, [], values);

    /// <inheritdoc cref="Do(Caller, Verb, string?, ValueTuple{string, string}[])"/>
    public Answer Do(Caller caller, Verb verb, string? reason, IReadOnlyList<RequestFile> files, params (string Name, string? Value)[] values) =>
        PageWords.Of(Answer(Asked(caller, verb, reason, files, values, json: false), verb));

    /// <summary>What the verb says as one JSON document.</summary>
    public Answer Document(Caller caller, Verb verb, params (string Name, string? Value)[] values) => Answer(Asked(caller, verb, null, [], values, json: true), verb);

    Answer Answer(Request request, Verb verb)
    {
        try { Asking.CheckValues(request, verb); }
        catch (MisuseException misuse) { return Commands.Answer.Misused(misuse.In(request.Lang)); }
        var answer = verb.IsHeavy ? KeptAnswers.InTurn(() => Dispatch.InOffice(request, verb, office)) : Dispatch.InOffice(request, verb, office);
        return answer.ExitCode == 1 ? answer with { Error = Unforeseen.Told(answer.Error) } : answer;
    }

    internal Request Asked(Caller caller, Verb verb, string? reason, IReadOnlyList<RequestFile> files, (string Name, string? Value)[] values, bool json)
    {
        var given = values.Where(value => value.Value is not null).GroupBy(value => value.Name)
            .ToDictionary(same => same.Key, same => (IReadOnlyList<string>)[.. same.Select(value => value.Value!).Where(text => text.Length > 0)]);
        foreach (var name in given.Keys) if (verb.Parameters.All(parameter => parameter.Name != name)) throw new InvalidOperationException($"{verb.Name} has no parameter {name}");
        return new(verb.Name, given, files, caller.Login, string.IsNullOrWhiteSpace(reason) ? null : OneLine.Of(reason).Trim(), "zh", json) { FromAddress = from };
    }
}
