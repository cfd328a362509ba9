using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Reference;
using static Reporting.Portal.Commands.Digits;

namespace Reporting.Portal.Commands;

/// <summary>Splits the district's target of a year to its units; what the parts lack of it, or have beyond it, is shown and kept.</summary>
static class TargetSplitVerb
{
    public static Verb Verb { get; } = new("target split", "把全区目标分解到各单位", "split a district's target to its units")
    {
        Parameters =
        [
            AskedPlan.CommitmentNamed,
            new("--year", ParameterKind.Text, "哪一年的目标", "the year whose target it is") { Required = true, Shape = "YYYY" },
            new("--method", ParameterKind.Text, "按上年实绩、按人口或逐个给定；按人口时也可用 --file 给人口", "by last year's figures, by population (of the definitions or --file) or as given") { Required = true, Choices = ["last-year", "population", "given"] },
            new("--file", ParameterKind.File, "第一行为 org,value 的 CSV", "a CSV whose first line is org,value") { Shape = "CSV" },
            new("--document", ParameterKind.Text, "依据的文件；试算可不写", "the document that decides it; not needed for a trial") { Shape = "TEXT" },
            new("--decided-on", ParameterKind.Text, "文件日期；不写为今天", "date of the document; today where none is given") { Shape = "YYYY-MM-DD" },
            TargetLock.Revise,
            new("--dry-run", ParameterKind.Flag, "只试算，不登记", "show the parts and write nothing"),
        ],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var (warehouse, isTrial, year) = (office.Warehouse, request.Has("--dry-run"), Asked.Year(request["--year"]!));
        var catalog = warehouse.Definitions.Current;
        var (plan, commitment) = AskedPlan.Commitment(request["COMMITMENT"]!, catalog, catalog);
        var district = AskedSplit.District(warehouse, catalog, plan, commitment, year);
        var method = Enum.Parse<SplitMethod>(request["--method"]!.Replace('-', '_'));
        var parts = AskedSplit.Parts(request, office, catalog, plan, commitment, year, method, district.Value);
        var split = Splitting.Of(commitment.Id, year, method, district.Value, parts, request["--document"] ?? "",
            Deciding.PastDay(request, "--decided-on", ShanghaiTime.DateOf(office.Now)), request.By, isTrial ? request.Reason ?? "" : Deciding.Reason(request));
        var load = isTrial ? null : Decide(request, office, plan, commitment, split, parts);
        return request.Json
            ? Answer.Document(new { split = split with { KnownFromLoad = load?.LoadId ?? 0 }, district.Source, parts = parts.Select(part => new { org = part.OrgUnit, part.Basis, part.Value }), load = load?.LoadId })
            : Answer.Done(Text(request, catalog, commitment, district, split, parts, load)
                + (FrozenYears.Stands(request, warehouse.Marts, plan.District, year, commitment.Kind == "plan_total" ? plan.LastYear : year) is { Length: > 0 } stands ? $"\n{stands.Trim()}" : ""));
    }

    static Load Decide(Request request, Office office, Plan plan, Commitment commitment, TargetSplit split, IReadOnlyList<SplitPart> parts)
    {
        if (split.Document.Length == 0) throw new MisuseException("要写明依据的文件：--document \"……\"。", "Name the document with --document \"...\".");
        // A part of a whole plan's total holds until the plan's end; a year's part for its year.
        var isWholePlan = commitment.Kind == "plan_total";
        return office.Warehouse.Decisions.Split(split, [.. parts.Select(part => new TargetDecision(commitment.Id, part.OrgUnit, split.Year, isWholePlan ? null : split.Year,
            part.Value, split.Document, split.DecidedOn, split.DecidedBy, split.Reason, 0))], office.Now,
            () => TargetLock.Check(request, office.Warehouse, plan, commitment, split.Year, split.Year));
    }

    static string Text(Request request, Catalog catalog, Commitment commitment, TargetVersion district, TargetSplit split, IReadOnlyList<SplitPart> parts, Load? load) => string.Join('\n',
    [
        $"{commitment.Name ?? commitment.Id}  {split.Year} 年全区目标 {Number(split.DistrictTarget)} {commitment.Unit}（{district.Source}），{split.Method.InWords()}分解到 {split.Units} 个单位：",
        .. parts.Select(part => $"  {part.OrgUnit}  {catalog.OrgUnit(part.OrgUnit)?.Name}  {Number(part.Value)}{(part.Basis is { } basis ? $"（依据数 {Number(basis)}）" : "")}"),
        .. split.Method == SplitMethod.given ? [] : LeftOut(catalog, commitment, split, parts),
        $"合计 {Number(split.PartsSum)}，{Difference(split)}",
        load is null ? request.Say("试算，没有登记。", "A trial; nothing was written.") : request.Say($"已登记（批次 {load.LoadId}）；下达用 target issue。", $"Written (load {load.LoadId}); issue it with target issue."),
    ]);

    static IEnumerable<string> LeftOut(Catalog catalog, Commitment commitment, TargetSplit split, IReadOnlyList<SplitPart> parts) =>
        SplitWeights.UnitsOf(catalog, catalog.Plans.First(plan => plan.Commitments.Contains(commitment)).District, split.Year).Where(unit => parts.All(part => part.OrgUnit != unit.Code))
            .Select(unit => $"  {unit.Code}  {unit.Name}  没有分到（依据数为 0 或没有），本级无目标");

    public static string Difference(TargetSplit split) => Difference(split.Difference);

    /// <param name="lacking">District's target less the sum of the parts.</param>
    public static string Difference(decimal lacking) => lacking switch
    {
        0 => "与全区目标一致",
        > 0 => $"比全区目标少 {Number(lacking)}，没有分下去",
        _ => $"比全区目标多 {Number(-lacking)}",
    };
}
