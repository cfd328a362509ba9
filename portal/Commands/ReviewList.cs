using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>What waits for somebody: an answer, a reason, a review.</summary>
static class ReviewList
{
    static readonly string[] States = [nameof(TableState.unclear), nameof(TableState.awaiting_explanation), nameof(TableState.awaiting_review)];

    public static Verb Verb { get; } = new("review list", "列出等待确认、说明或审核的报表", "list sheets that wait for an answer, a reason or a review")
    {
        Parameters =
        [
            Asked.DistrictOption,
            new("--state", ParameterKind.Text, "只列这种", "only these") { Choices = States },
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var catalog = warehouse.Definitions.Current;
        var district = request["--district"] is null ? null : Asked.District(request, catalog).Code;
        var waiting = warehouse.Reviews.Waiting(district, request["--state"] is { } state ? Enum.Parse<TableState>(state) : null);
        if (request.Json) return Answer.Document(new { waiting });
        if (waiting.Count == 0) return Answer.Done(request.Say("没有等待办理的报表。", "Nothing waits."));
        return Answer.Done(string.Join('\n', waiting.Select(table => string.Join("  ", table.Receipt, Etl.Jobs.Verdicts.Word(table.State),
            table.OrgUnit is { } unit ? catalog.OrgUnit(unit)?.Name ?? unit : "单位待定", table.PeriodStart is { } start ? $"{start:yyyy-MM}" : "报告期待定",
            table.Form is { } form ? catalog.Forms.LastOrDefault(known => known.Id == form)?.Name ?? form : "报表待定",
            ShanghaiTime.Print(table.ReceivedAt), table.Codes ?? "", FrozenYears.Met(warehouse.Marts, table.District, table.OrgUnit, table.PeriodStart?.Year) is { } met ? $"【{met}】" : "").TrimEnd())));
    }
}
