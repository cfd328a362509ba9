namespace Reporting.Portal.Commands;

/// <summary>What people said words of sheets mean.</summary>
static class AliasList
{
    public static Verb Verb { get; } = new("alias list", "列出记住的写法：标题是哪种报表、名称是哪个单位", "what words of sheets were said to mean")
    {
        Parameters = [Asked.AsOfOption],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var catalog = office.Warehouse.Definitions.AsOf(Asked.AsOf(request, office.Warehouse).LoadId);
        return request.Json ? Answer.Document(new { catalog.Aliases }) : Answer.Done(string.Join('\n', catalog.Aliases.Select(alias => string.Join("  ",
            alias.District, alias.Kind == Reporting.Warehouse.AliasKind.form ? "报表" : "单位", alias.Words, alias.Target, $"{alias.DecidedBy}（批次 {alias.KnownFromLoad}）"))));
    }
}
