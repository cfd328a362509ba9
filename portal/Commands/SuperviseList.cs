using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>督办台账: each demand with all that was done, and the counts of each unit.</summary>
static class SuperviseList
{
    static readonly (string Title, int Width, bool Right)[] Columns = [("  单位", 40, false), ("开单", 8, true), ("销号", 8, true), ("逾期办结", 10, true), ("未办结", 8, true), ("其中逾期", 10, true)];

    public static Verb Verb { get; } = new("supervise list", "督办台账：每件办到哪一步，各单位多少件、逾期多少", "demands, how far each has come, and the counts of each unit")
    {
        Parameters =
        [
            Asked.DistrictOption, new("--org", ParameterKind.Text, "只看一个单位", "of one unit only") { Shape = "CODE" },
            new("--year", ParameterKind.Text, "只看这一年开的", "opened in this year only") { Shape = "YYYY" },
            new("--unfinished", ParameterKind.Flag, "只看没有销号的", "only those that are not closed"), Asked.AsOfOption,
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var asOf = AskedAlerts.AsOf(request, office);
        var (catalog, day) = (office.Warehouse.Definitions.AsOf(asOf.LoadId), ShanghaiTime.DateOf(asOf.CommittedAt));
        var district = request["--district"] is null ? null : Asked.District(request, catalog).Code;
        var unit = Asked.Unit(request, catalog, district)?.Code;
        int? year = request["--year"] is { } given ? Asked.Year(given) : null;
        var cases = office.Warehouse.Marts.Supervisions(district, asOf.LoadId)
            .Where(one => (unit is null || one.Order.OrgUnit == unit) && (year is null || one.Order.OpenedOn.Year == year) && (!one.IsClosed || !request.Has("--unfinished"))).ToList();
        var counts = SupervisionCounts.Of(cases, DateOnly.MinValue, DateOnly.MaxValue, day);
        return request.Json ? Answer.Document(new { Supervisions = cases.Select(one => SupervisionJson.Of(one, day)), Counts = counts, AsOf = asOf.LoadId })
            : Answer.Done(cases.Count == 0 ? "没有督办。" : Text(catalog, cases, counts, day));
    }

    static string Text(Catalog catalog, List<SupervisionCase> cases, IReadOnlyList<SupervisionCounts> counts, DateOnly day)
    {
        string Name(string code) => catalog.OrgUnit(code)?.Name ?? code;
        string About(string id) => catalog.Plans.SelectMany(plan => plan.Commitments).FirstOrDefault(commitment => commitment.Id == id) is { } commitment ? commitment.Name ?? commitment.Clause : id;
        return string.Join('\n',
        [
            $"督办 {cases.Count} 件，截至 {day:yyyy-MM-dd}：{string.Join("、", Enum.GetValues<SupervisionState>().Select(state => $"{state.InWords()} {cases.Count(one => one.State == state)}"))}；逾期 {cases.Count(one => one.IsOverdue(day))} 件。",
            // What is overdue most stands first, what is done with last.
            .. cases.OrderBy(one => one.IsClosed).ThenByDescending(one => one.DaysOverdue(day)).ThenBy(one => one.Order.Deadline).ThenBy(one => one.Order.Number)
                .SelectMany(one => SupervisionText.Whole(one, Name, About, day).Prepend("")),
            "", EvaluationTable.Line(Columns, Columns.Select(column => column.Title)),
            .. counts.Select(unit => EvaluationTable.Line(Columns, [$"  {Name(unit.OrgUnit)}", $"{unit.Opened}", $"{unit.Closed}", $"{unit.ClosedLate}", $"{unit.Unfinished}", $"{unit.Overdue}"])),
        ]);
    }
}
