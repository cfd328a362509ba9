using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Plans;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>A checked plan in words: one block for each commitment, the target first.</summary>
static class PlanCheckText
{
    public static string Of(Catalog catalog, Plan plan, Waits waits)
    {
        var waiting = plan.Commitments.Where(commitment => waits.Of(commitment).Count > 0).ToList();
        return string.Join('\n', plan.Commitments.Select((commitment, number) => Block(catalog, plan, commitment, number + 1, waits.Of(commitment)))
            .Prepend($"{plan.Id}  {plan.Name}  {plan.FirstYear}—{plan.LastYear}年  承诺 {plan.Commitments.Count} 项，其中有所等待 {waiting.Count} 项"));
    }

    static string Block(Catalog catalog, Plan plan, Commitment one, int number, IReadOnlyList<Wait> waits)
    {
        var lines = new List<string> { $"{number}. {NameOf(catalog, one)}  {Target(one)}  [{CommitmentKinds.InWords(one.Kind)}]  {one.Id}" };
        foreach (var feeds in Feeds.Of(catalog, plan, one).GroupBy(feed => (feed.Use, feed.Element, feed.Breakdown, feed.Authority)))
            lines.Add($"   {Use(feeds.Key.Use)}：{ElementName(catalog, plan, feeds.Key.Element)}{BreakdownName(catalog, feeds.Key.Breakdown)} ← "
                + string.Join('、', feeds.GroupBy(feed => feed.Form).Select(form => form.Key is null ? "没有报表" : $"{FormName(catalog, form.Key)}（{Roles(catalog, plan, form)}）"))
                + $"；全区数：{(feeds.Key.Authority is { } role ? RoleName(catalog, plan, role) : "各单位相加")}");
        lines.Add($"   口径：{one.Interpretation}");
        lines.AddRange((one.Notes ?? []).Select(note => $"   注意：{note}"));
        lines.AddRange(waits.Select(wait => $"   等待：{Say(catalog, plan, wait)}"));
        return string.Join('\n', lines);
    }

    public static string NameOf(Catalog catalog, Commitment one) => one.Name ?? catalog.Indicators.LastOrDefault(indicator => indicator.Id == one.Indicator)?.Name ?? one.Id;

    public static string Say(Catalog catalog, Plan plan, Wait wait)
    {
        var words = wait.Subject.Split(' ');
        var subject = string.Join(' ', words.Select((word, at) => at == 0 ? ElementName(catalog, plan, word) : word + "年"));
        return wait.What switch
        {
            Lacking.form => $"没有报表填报“{subject}”",
            Lacking.figures => $"规划期内还没有收到“{subject}”",
            Lacking.@base => $"基数未入库：{subject}",
            Lacking.issue => $"待下达：{subject}",
            Lacking.benchmark => $"对比数未收到：{subject}",
            Lacking.ledger => "要有逐户、逐人台账",
            Lacking.state => "还没有登记状态和依据",
            _ => throw new ArgumentOutOfRangeException(nameof(wait), wait.What, "no words for this"),
        };
    }

    static string Target(Commitment one)
    {
        var scope = one.Scope switch { "each_year" => "每年", "plan_total" => "规划期合计", "by_end" => "到期末", _ => "始终" };
        var words = one switch
        {
            { IssuedFromAbove: true, Value: null } => $"{Sign(one.Comparator)}市下达数",
            { Upper: { } upper } => $"{Number(one.Value)}—{Number(upper)}",
            { Kind: "yearly_reduction" } => $"减少{Number(one.Value)}",
            { Kind: "growth_on_base" } => $"比{one.BaseYear}年增长{Number(one.Value)}",
            { Kind: "benchmark", Value: null } => $"{Sign(one.Comparator)}对比数",
            { Kind: "benchmark" } => $"{Sign(one.Comparator)}对比数且{Sign(one.Comparator)}{Number(one.Value)}",
            { Kind: "fact", Stated: { } stated } => $"原文“{stated.Words}”",
            { Kind: "direction" } => one.Path switch { "up" => "提高", "down" => "减少", _ => "保持" },
            { Value: null } => "",
            _ => $"{Sign(one.Comparator)}{Number(one.Value)}",
        };
        var unit = words.Length > 0 && char.IsAsciiDigit(words[^1]) ? one.Unit : "";
        var revised = string.Concat((one.Revisions ?? []).Select(version => $"，调整为{Number(version.Value)}{one.Unit}"));
        return $"{scope}{words}{unit}{revised}{(one.Tolerance is { } soft ? $"（{soft}）" : "")}";
    }

    static string Number(decimal? value) => value?.ToString("#,##0.####", CultureInfo.InvariantCulture) ?? "";

    static string Sign(string comparator) => comparator switch { ">=" => "≥", "<=" => "≤", "=" => "", _ => comparator };

    static string Use(FeedUse use) => use switch { FeedUse.issued => "下达", FeedUse.benchmark => "对比", _ => "填报" };

    // Under the name it has in the plan's years: 城镇 before 2021, 城乡 since.
    static string ElementName(Catalog catalog, Plan plan, string id) =>
        (catalog.Element(id, new(plan.LastYear, 1, 1)) ?? catalog.Elements.LastOrDefault(element => element.Id == id))?.Name ?? id;

    static string BreakdownName(Catalog catalog, string id) => id == Breakdown.Total ? "" : $"（{catalog.Breakdowns.FirstOrDefault(breakdown => breakdown.Id == id)?.Name ?? id}）";

    static string FormName(Catalog catalog, string id) => catalog.Forms.LastOrDefault(form => form.Id == id)?.Name ?? id;

    static string Roles(Catalog catalog, Plan plan, IEnumerable<Feed> feeds) =>
        string.Join('、', feeds.Select(feed => feed.Role is { } role ? RoleName(catalog, plan, role) : "不设报送义务").Distinct());

    // One unit of a role is named; many are told by what they are.
    static string RoleName(Catalog catalog, Plan plan, string role)
    {
        var units = catalog.OrgUnits.Where(unit => unit.District == plan.District && unit.Role == role).DistinctBy(unit => unit.Code).ToList();
        return units is [var only] ? only.Name : role switch { "township" => $"各街镇（{units.Count}）", "park" => $"各园区（{units.Count}）", "village" => $"各村居（{units.Count}）", _ => role };
    }
}
