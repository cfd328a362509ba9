namespace Reporting.Warehouse.Reference;

/// <summary>
/// What must hold between definitions. Pure: yields every problem, each at its file, line and key. Checked for each day on which
/// another set of definitions comes into force.
/// </summary>
static class DefinitionChecks
{
    public static IEnumerable<DefinitionProblem> Of(IReadOnlyList<WrittenDefinition> written)
    {
        var days = written.Select(item => item.Definition.Issued ?? DateOnly.MinValue).Append(DateOnly.MinValue).Distinct().Order();
        return Twice(written).Concat(days.SelectMany(day =>
            {
                var index = new DefinitionIndex(Definition.InForce(written, item => item.Definition, day), written);
                return Versions(index).Concat(DistrictChecks.Of(index)).Concat(SeriesChecks.Of(index)).Concat(FormChecks.Of(index))
                    .Concat(PlanChecks.Of(index)).Concat(SchemeChecks.Of(index)).Concat(LightChecks.Of(index)).Concat(ReportPolicyReader.Problems(index)).Concat(DeadlineChecks.Of(index)).Concat(Calendars(index));
            }))
            .DistinctBy(problem => (problem.File, problem.Line, problem.Key, problem.Message));
    }

    static IEnumerable<DefinitionProblem> Twice(IEnumerable<WrittenDefinition> written) => written
        .Where(item => item.Definition.Id.Length > 0)
        .GroupBy(item => (item.Definition.Overrides, item.Definition.Kind, item.Definition.Id, item.Definition.Version))
        .SelectMany(same => same.Skip(1).Select(again => again.Problem(
            again.Definition.Kind == DefinitionKind.district ? "code" : "id",
            $"“{again.Definition.Id}”{VersionWords(again)}已在 {same.First().Definition.File} 定义，请删去其一或改 version",
            $"'{again.Definition.Id}' is already defined in {same.First().Definition.File}; remove one of them or change version")));

    static string VersionWords(WrittenDefinition item) => item.Definition.Version is { } version ? $"（第 {version} 版）" : "";

    // Two versions that speak of one day would make "the version that applies" a matter of luck.
    static IEnumerable<DefinitionProblem> Versions(DefinitionIndex index)
    {
        var spans = index.All<Element>().Select(item => (item.Written, item.Record.AppliesFrom, item.Record.AppliesUntil))
            .Concat(index.All<Indicator>().Select(item => (item.Written, item.Record.AppliesFrom, item.Record.AppliesUntil)))
            .Concat(index.All<Form>().Select(item => (item.Written, item.Record.AppliesFrom, item.Record.AppliesUntil)));
        foreach (var versions in spans.GroupBy(span => (span.Written.Definition.Kind, span.Written.Definition.Id)))
        {
            var last = DateOnly.MinValue;
            foreach (var (written, from, until) in versions.DistinctBy(span => span.Written.Definition.Version).OrderBy(span => span.AppliesFrom))
            {
                if (until < from)
                    yield return written.Problem("applies_until", "早于 applies_from，请改正", "lies before applies_from; correct it");
                if (from <= last)
                    yield return written.Problem("applies_from", "与前一版的适用时间重叠，请给前一版写 applies_until 或改这一天",
                        "overlaps the version before; give that one an applies_until or change this day");
                last = until ?? DateOnly.MaxValue;
            }
        }
    }

    static IEnumerable<DefinitionProblem> Calendars(DefinitionIndex index) => index.All<HolidayCalendar>()
        .SelectMany(calendar => calendar.Record.Days.Select((day, number) => (calendar.Written, day.Date, number)))
        .GroupBy(day => day.Date)
        .SelectMany(same => same.Skip(1).Select(again => again.Written.Problem($"days[{again.number}]",
            $"{same.Key:yyyy-MM-dd} 已在 {same.First().Written.Definition.File} 中，请删去其一",
            $"{same.Key:yyyy-MM-dd} already stands in {same.First().Written.Definition.File}; remove one")));
}
