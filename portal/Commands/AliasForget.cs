namespace Reporting.Portal.Commands;

/// <summary>Words that were given a wrong meaning are asked about again; figures loaded by it are taken back by their receipts.</summary>
static class AliasForget
{
    public static Verb Verb { get; } = new("alias forget", "忘掉一个记错的写法，以后再遇到重新询问", "forget what words were said to mean")
    {
        Parameters = [new("WORDS", ParameterKind.Text, "写法，见 alias list", "the words, as alias list shows them") { Required = true }, Asked.DistrictOption],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        var (warehouse, words, _) = (office.Warehouse, request["WORDS"]!, Deciding.Reason(request));
        var catalog = warehouse.Definitions.Current;
        var district = request["--district"] is null ? null : Asked.District(request, catalog).Code;
        var known = catalog.Aliases.Where(alias => alias.Words == words && (district is null || alias.District == district)).ToList();
        if (known.Count == 0) throw Asked.Unknown("写法", "alias", words, catalog.Aliases.Select(alias => alias.Words));
        foreach (var alias in known) warehouse.Decisions.SetAlias(alias with { Target = "", DecidedBy = request.By }, office.Now);
        warehouse.Definitions.Refresh();
        return request.Json ? Answer.Document(new { forgotten = known }) : Answer.Done(request.Say($"已忘掉“{words}”；以后再遇到会重新询问。", $"Forgot '{words}'; it will be asked about again."));
    }
}
