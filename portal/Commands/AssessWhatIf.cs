using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>What was supposed and what would follow.</summary>
/// <param name="Told">Each assumption as whose, what and how much.</param>
sealed record Supposed(AskedYear Asked, string Through, IReadOnlyList<Assumption> Assumptions, IReadOnlyList<IReadOnlyList<string>> Told, RunDiff Diff);

/// <summary>What would be if a target, a value or a weight were another: before and after side by side, nothing stored.</summary>
static partial class AssessWhatIf
{
    const string Form = "COMMITMENT[@ORG]:target|value|weight=NUMBER";

    public static readonly IReadOnlyList<Parameter> Parameters =
    [
        new("--set", ParameterKind.Text, "假设一项（可多次）：目标、值或权重改成多少，看结果怎样变，不存储", "suppose (repeatable): another target, value or weight; shows what would follow and stores nothing") { Shape = Form, Many = true },
        new("--what-if", ParameterKind.File, "一行一项假设的文件，写法同 --set", "a file of suppositions, one a line as after --set") { Shape = "FILE" },
    ];

    public static bool IsAsked(Request request) => request.Has("--set") || request.Has("--what-if");

    public static Answer Run(Request request, Office office, Load asOf, Catalog catalog)
    {
        var what = Of(request, office, asOf, catalog);
        if (request.Json)
            return Answer.Document(new { district = what.Asked.District.Code, what.Asked.Year, what.Through, AsOf = asOf.LoadId, Stored = false, what.Assumptions, what.Diff.Evaluations, what.Diff.Scores });
        return Answer.Done(string.Join('\n',
        [
            $"{what.Asked.District.Name} {what.Asked.Year} 年，截至 {what.Through}，按批次 {asOf.LoadId} 的数据，假设（不存储）：",
            .. Aligned.Rows([.. what.Told.Zip(what.Assumptions, Identified)]), .. RunDiffText.Lines(what.Diff, catalog, "实际 → 假设"),
        ]));
    }

    public static Supposed Of(Request request, Office office, Load asOf, Catalog catalog)
    {
        var asked = AskedYear.Of(request, catalog);
        var assumptions = Written(request).Select(line => Parsed(line, catalog, asked)).ToList();
        if (assumptions.Count == 0) throw new MisuseException($"没有写假设；一行一项，写成 {Form}。", $"Nothing is supposed; write one a line as {Form}.");
        CheckOnce(assumptions);
        var inputs = RunReading.Inputs(office.Warehouse.Marts, catalog, asked.District.Code, asked.Year, asked.Through, asked.Schemes, asOf);
        bool Counts(string unit) => catalog.OrgUnit(unit, inputs.Horizon.End)?.Counts == true;
        var supposed = WhatIf.Supposed(inputs, assumptions, Counts);
        CheckWeights(supposed);
        var (before, after) = (inputs.Judged(), supposed.Judged());
        return new(asked, inputs.Through, assumptions, [.. assumptions.Select(one => Told(one, inputs, catalog, Counts))],
            new([], [], MovedEvaluation.Between(before.Standings, after.Standings), MovedScore.Between(before.Boards, after.Boards)));
    }

    static IEnumerable<string> Written(Request request) => request.All("--set").Concat(request.Files.Where(file => file.Parameter == "--what-if")
        .SelectMany(file => Encoding.UTF8.GetString(file.Bytes).TrimStart('\uFEFF').Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'));

    static Assumption Parsed(string line, Catalog catalog, AskedYear asked)
    {
        if (FormPattern().Match(line) is not { Success: true } match
            || !decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) >= 100_000_000_000_000m)
            throw new MisuseException($"看不懂“{line}”；写成 {Form}，如 {Example(catalog, asked)}。", $"'{line}' is not understood; write {Form}, such as {Example(catalog, asked)}.");
        var (part, named) = (Enum.Parse<AssumedPart>(match.Groups["part"].Value), match.Groups["commitment"].Value);
        var unit = match.Groups["unit"] is { Success: true, Value: var given } ? Unit(given, catalog, asked) : null;
        if (part == AssumedPart.weight) CheckRule(named, unit, number, asked);
        else CheckCommitment(named, part, number, catalog, asked);
        return new(named, unit, part, number);
    }

    static string Unit(string given, Catalog catalog, AskedYear asked)
    {
        var known = AssessmentReading.Units(catalog, asked.District.Code, asked.Year).Select(code => catalog.OrgUnit(code)!).ToList();
        return known.FirstOrDefault(unit => unit.Code == given || unit.Name == given)?.Code
            ?? (given == asked.District.Code ? null! : throw Asked.Unknown("单位", "org unit", given, known.SelectMany(unit => new[] { unit.Code, unit.Name })));
    }

    static void CheckRule(string named, string? unit, decimal weight, AskedYear asked)
    {
        // A rule below nothing would not count at all, and the others for more than the hundred that they add up to.
        if (weight < 0) throw new MisuseException($"权重不能小于 0：{named}。", $"A weight is not below 0: {named}.");
        var rules = asked.Schemes.SelectMany(scheme => scheme.Rules).Where(rule => rule.IsWeighted).ToList();
        if (unit is not null) throw new MisuseException("权重对全部单位一样，不能加 @单位。", "A weight is the same for all units; leave out @ORG.");
        if (!rules.Exists(rule => rule.Id == named || rule.Commitment == named))
            throw Asked.Unknown("有权重的评分项", "weighted rule", named, rules.SelectMany(rule => new[] { rule.Id, rule.Commitment }).OfType<string>().Distinct());
    }

    static void CheckCommitment(string named, AssumedPart part, decimal number, Catalog catalog, AskedYear asked)
    {
        var known = catalog.PlansOf(asked.District.Code, asked.Year).SelectMany(plan => plan.Commitments).ToList();
        var commitment = known.FirstOrDefault(one => one.Id == named) ?? throw Asked.Unknown("承诺", "commitment", named, known.Select(one => one.Id));
        if (commitment.Indicator is null)
            throw new MisuseException($"承诺 {named} 不按数判定，不能假设{(part == AssumedPart.target ? "目标" : "值")}。", $"The commitment {named} is not judged by a figure.");
        if (part == AssumedPart.target && TargetSet.TakesNoNumber(commitment))
            throw new MisuseException($"承诺 {named}（{commitment.Kind}）没有目标值，假设了也不会变。", $"The commitment {named} ({commitment.Kind}) takes no number; nothing would change.");
        if (part == AssumedPart.target) TargetSet.Check(commitment, AskedSplit.Indicator(catalog, commitment, asked.Year), number);
        else CheckValue(commitment, number, catalog, asked.Year);
    }

    // A count cannot be below nothing, nor a part above its whole; a change of something can.
    static void CheckValue(Commitment commitment, decimal number, Catalog catalog, int year)
    {
        if (number < 0) throw new MisuseException($"完成值不能小于 0：{commitment.Id} {number:0.####}。", $"A value is not below 0: {commitment.Id} {number:0.####}.");
        if (number > 100 && catalog.Indicator(commitment.Indicator!, new(year, 1, 1)) is { Unit: "%", IsRatio: true } && TargetSet.IsShare(commitment))
            throw new MisuseException($"{commitment.Id} 是占比，完成值不能超过 100 %：{number:0.####}。", $"{commitment.Id} is a share; its value is not above 100 %: {number:0.####}.");
    }

    // Of one thing supposed twice nobody can tell which is meant.
    static void CheckOnce(IReadOnlyList<Assumption> assumptions)
    {
        if (assumptions.GroupBy(one => (one.Commitment, one.OrgUnit, one.Part)).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new MisuseException($"{twice.Key.Commitment} 的同一项假设了 {twice.Count()} 次，只能一次。", $"{twice.Key.Commitment} is supposed {twice.Count()} times; once is enough.");
    }

    // Scores out of another whole than a hundred cannot be held beside what is published.
    static void CheckWeights(YearInputs supposed)
    {
        if (supposed.Scorings.Select(scoring => scoring.Scheme).FirstOrDefault(scheme => scheme.Rules.Sum(rule => rule.Weight) != 100) is { } scheme)
            throw new MisuseException($"{scheme.Name}改后权重合计 {scheme.Rules.Sum(rule => rule.Weight):0.##}，不是 100；再改一项使合计为 100。",
                $"The weights of {scheme.Id} would add up to {scheme.Rules.Sum(rule => rule.Weight):0.##}, not 100; suppose another one too.");
    }

    static IReadOnlyList<string> Told(Assumption one, YearInputs inputs, Catalog catalog, Func<string, bool> counts) =>
    [
        one.Part == AssumedPart.weight ? "全部单位" : RunDiffText.Name(catalog, one.OrgUnit ?? inputs.District), Named(one, inputs),
        $"{one.Part switch { AssumedPart.target => "目标", AssumedPart.value => "完成值", _ => "权重" }}改为 {one.Number:#,##0.####}"
            + (one.Part != AssumedPart.value || one.OrgUnit is null ? "" : WhatIf.MovesDistrict(inputs, one, counts) ? "（全区数随着变）" : "（全区数另行填报，不变）"),
    ];

    static IReadOnlyList<string> Identified(IReadOnlyList<string> told, Assumption one) => told[1] == one.Commitment ? told : [told[0], $"{told[1]}（{one.Commitment}）", told[2]];

    static string Named(Assumption one, YearInputs inputs) =>
        (one.Part == AssumedPart.weight ? inputs.Scorings.SelectMany(scoring => scoring.Scheme.Rules).FirstOrDefault(rule => rule.Id == one.Commitment || rule.Commitment == one.Commitment)?.Name
            : inputs.Plans.SelectMany(plan => plan.Plan.Commitments.Where(known => known.Id == one.Commitment).Select(known => Assessor.NameOf(known, plan.Units[0], inputs.Year))).FirstOrDefault())
        ?? one.Commitment;

    static string Example(Catalog catalog, AskedYear asked) =>
        $"{catalog.PlansOf(asked.District.Code, asked.Year).First().Commitments[0].Id}:target=9500";

    [GeneratedRegex(@"^(?<commitment>[^@:=\s]+)(@(?<unit>[^:=]+))?:(?<part>target|value|weight)=(?<number>[-0-9.]+)$")]
    private static partial Regex FormPattern();
}
