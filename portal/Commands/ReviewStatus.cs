using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Who has reported what for a period: one line for each unit and form that was owed.</summary>
static class ReviewStatus
{
    public static Verb Verb { get; } = new("review status", "一期报送情况：各单位各报表已报、零报告、迟报、退回、缺报", "who has reported what for a period: reported, nil, late, returned, missing")
    {
        Parameters =
        [
            Asked.DistrictOption,
            new("--period", ParameterKind.Text, "哪个报告期", "which period") { Required = true, Shape = "YYYY-MM" },
            new("--form", ParameterKind.Text, "只看这张报表", "only this form") { Shape = "FORM" },
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var catalog = office.Warehouse.Definitions.Current;
        var (district, period) = (Asked.District(request, catalog), Asked.Period(request["--period"]!));
        var form = request["--form"] is { } given ? Asked.Form(given, catalog).Id : null;
        var asOf = office.Warehouse.Marts.LastLoad() is { } last ? last.LoadId : throw new MisuseException("数据仓库里还没有任何批次。", "The warehouse holds no load yet.");
        var rows = office.Warehouse.Marts.SubmissionStatus(district.Code, period.Start, period.Start, asOf, office.Now)
            .Where(row => (form is null || row.Form == form) && catalog.Form(row.Form, period.Start)?.Period == period.Kind).ToList();
        if (request.Json) return Answer.Document(new { district = district.Code, period = period.ToString(), rows });
        return Answer.Done(rows.Count == 0 ? request.Say($"{period.InWords()}没有应报的报表。", $"Nothing is owed for {period}.")
            : string.Join('\n', rows.Select(row => InWords(row, catalog))));
    }

    internal static string InWords(UnitPeriodStatus row, Catalog catalog) => string.Join("  ",
        catalog.OrgUnit(row.OrgUnit)?.Name ?? row.OrgUnit, catalog.Form(row.Form, row.PeriodStart)?.Name ?? row.Form,
        $"{Word(row.State)}{(Lateness(row) is { } words ? $"（{words}）" : "")}{(row.Waiting is { } waiting ? $"，另有一份{Word(waiting)}" : "")}",
        $"截止 {row.DueDate:yyyy-MM-dd}", row.FirstReceivedAt is { } first ? $"首次收到 {ShanghaiTime.Print(first)}" : "未收到",
        $"报送 {row.Attempts} 次", $"退回 {row.Returned} 次", $"提示 {row.Warnings} 处（已说明 {row.Explained} 处）");

    /// <summary>On time or late is said of the first receipt; a sheet that was mended after the day says so too.</summary>
    internal static string? Lateness(UnitPeriodStatus row) => row switch
    {
        { FirstReceivedAt: null } or { State: "withdrawn" or "voided" } => null,
        { Late: true } => "迟报",
        { AcceptedLate: true } => "按时首报、逾期通过",
        _ => "按时",
    };

    internal static string Word(string state) => state switch
    {
        "reported" => "已报",
        "nil" => "零报告",
        "partly" => "部分已报",
        "missing" => "缺报",
        "not_due" => "未到期",
        _ => Etl.Jobs.Verdicts.Word(Enum.Parse<TableState>(state)),
    };
}
