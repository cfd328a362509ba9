using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Targets;

/// <summary>One promise and year: its numbers with their versions, the units' parts, 下达, 序时; and the acts on them for 审核 of the district.</summary>
[For(Role.reviewer, Role.leader, Role.assessor, Role.reporter)]
public sealed class OfModel(Office office) : DistrictPage(office)
{
    public Commitment Commitment { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public int Year { get; private set; }

    public IReadOnlyList<TargetVersion> Versions { get; private set; } = [];
    public TargetVersion? InForce { get; private set; }
    public IReadOnlyList<CommitmentTarget> Parts { get; private set; } = [];
    public IReadOnlyList<TargetDecision> UnitDecisions { get; private set; } = [];
    public IReadOnlyList<TargetSplit> Splits { get; private set; } = [];
    public TargetIssue? Issue { get; private set; }
    public IReadOnlyList<CurvePoint> Curves { get; private set; } = [];

    /// <summary>Units that a split gives parts to.</summary>
    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];

    /// <summary>Why it is not split; null where it can be.</summary>
    public string? WhyNoSplit { get; private set; }

    /// <summary>What was typed into the form that was refused or tried; empty on a fresh page.</summary>
    public IFormCollection Typed => Request.HasFormContentType ? Request.Form : FormCollection.Empty;

    /// <summary>What is wrong with a split before it is tried, told beside its buttons.</summary>
    public string? Wrong { get; private set; }

    public bool HasSum => WhyNoSplit is null;

    public IActionResult OnGet(string commitment, int year) => Find(commitment, year) ? Page() : NotFound();

    /// <summary>The sum of typed parts beside the district's number; writes nothing.</summary>
    public IActionResult OnPostSum(string commitment, int year) => Find(commitment, year) && MayDecide ? Partial("_Sum", this) : NotFound();

    public IActionResult OnPostSet(string commitment, int year) => Decide(commitment, year, TargetSet.Verb, [],
        ("--value", Given("value")), ("--from", Given("from")), ("--to", Given("to")), ("--org", Given("org")), ("--document", Given("document")), ("--decided-on", Given("decided-on")), Revise());

    public IActionResult OnPostSplit(string commitment, int year, bool trial)
    {
        if (!Find(commitment, year) || !MayDecide) return NotFound();
        Wrong = Given("method") == "given" && TypedSum() is { Count: 0 } or { IsWhole: false } ? "逐个给定要填各单位的数，写成 1200 或 92.5；一家也没有填，或有的不是数。"
            : !trial && (Given("document") is null || Given("reason") is null) ? "登记分解要写明依据的文件和原因。" : null;
        return Wrong is not null ? Page() : Decide(commitment, year, TargetSplitVerb.Verb,
            Given("method") == "given" ? [File("org,value", TypedParts.Select(part => (part.Code, part.Text)))] : [],
            ("--year", $"{year}"), ("--method", Given("method")), ("--document", Given("document")), ("--decided-on", Given("decided-on")), Revise(), ("--dry-run", trial ? "" : null));
    }

    public IActionResult OnPostIssue(string commitment, int year) => Decide(commitment, year, TargetIssueVerb.Verb, [],
        ("--year", $"{year}"), ("--document", Given("document")), ("--decided-on", Given("decided-on")));

    public IActionResult OnPostCurve(string commitment, int year) => Decide(commitment, year, TargetCurveVerb.Verb,
        Given("method") == "given" ? [File("month,share", Enumerable.Range(1, 12).Select(month => ($"{month}", Share(Given($"month-{month}")))))] : [],
        ("--year", $"{year}"), ("--org", Given("org")), ("--method", Given("method")));

    /// <summary>Typed parts of units, those that say something.</summary>
    internal IReadOnlyList<(string Code, string Text)> TypedParts => [.. Units.Select(unit => (unit.Code, Text: Plain(Given($"part-{unit.Code}")))).Where(part => part.Text.Length > 0)];

    internal (decimal Sum, int Count, bool IsWhole) TypedSum()
    {
        var numbers = TypedParts.Select(part => decimal.TryParse(part.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 100_000_000_000_000m ? number : (decimal?)null).ToList();
        return (numbers.Sum() ?? 0, numbers.Count(number => number is not null), numbers.TrueForAll(number => number is not null));
    }

    IActionResult Decide(string commitment, int year, Verb verb, IReadOnlyList<RequestFile> files, params (string, string?)[] values)
    {
        if (!Find(commitment, year) || !MayDecide) return NotFound();
        var answer = Acting.Do(Me, verb, Given("reason"), files, [("COMMITMENT", commitment), .. values]);
        Say(answer);
        // A trial and a refusal keep what was typed.
        return answer.ExitCode == 0 && !values.Contains(("--dry-run", "")) ? Redirect($"/targets/of/{commitment}/{year}") : Page();
    }

    bool Find(string commitment, int year)
    {
        if (Promise(commitment) is not { } promise || !promise.Plan.Covers(year) || AsOf is not { } asOf) return false;
        (Plan, Commitment, Year) = (promise.Plan, promise.Commitment, year);
        var marts = Office.Warehouse.Marts;
        Parts = [.. marts.Targets(District.Code, year, asOf.LoadId).Where(target => target.Commitment == commitment && target.OrgUnit != District.Code && Reads(target.OrgUnit)).OrderBy(part => part.OrgUnit, StringComparer.Ordinal)];
        if (!ReadsAll && Parts.Count == 0) return false;
        UnitDecisions = [.. marts.TargetDecisions(asOf.LoadId, Plan.Id).Where(one => one.Commitment == commitment && one.OrgUnit != District.Code && one.FromYear <= year && year <= (one.ToYear ?? Plan.LastYear) && Reads(one.OrgUnit))];
        Issue = TargetIssue.Of(marts.TargetIssues(asOf.LoadId, Plan.Id), commitment, year, Commitment.Kind == "plan_total");
        Curves = [.. marts.TargetCurves(asOf.LoadId, Plan.Id).Where(point => point.Commitment == commitment && point.Year == year && Reads(point.OrgUnit))];
        if (ReadsAll) ReadDistrict(marts, asOf);
        return true;
    }

    void ReadDistrict(MartQueries marts, Load asOf)
    {
        var evidence = AssessmentReading.Evidence(marts, Catalog, Plan, District.Code, asOf.LoadId);
        Versions = [.. TargetSeries.Of(Plan, Commitment, evidence).SelectMany(series => series.Versions).Distinct()];
        InForce = TargetSeries.InForce(Plan, Commitment, evidence, Year);
        Splits = [.. marts.TargetSplits(asOf.LoadId, Plan.Id).Where(split => split.Commitment == Commitment.Id && split.Year == Year)];
        Units = SplitWeights.UnitsOf(Catalog, District.Code, Year);
        WhyNoSplit = Splitting.WhyNot(Commitment, AskedSplit.Indicator(Catalog, Commitment, Year)) is { } why ? PageWords.Of(why.Zh) : null;
    }

    string? Given(string name) => Typed[name].ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    (string, string?) Revise() => ("--revise", Typed.ContainsKey("revise") ? "" : null);

    static string Plain(string? number) => (number ?? "").Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);

    // Twelve shares are typed in per cent.
    static string Share(string? percent) => decimal.TryParse(Plain(percent).TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 100 ? (share / 100).ToString(CultureInfo.InvariantCulture) : percent is null ? "0" : $"“{percent}”";

    static RequestFile File(string head, IEnumerable<(string Key, string Number)> rows) =>
        new("--file", "填写的数.csv", System.Text.Encoding.UTF8.GetBytes($"{head}\n{string.Concat(rows.Select(row => $"{row.Key},{row.Number}\n"))}"));
}
