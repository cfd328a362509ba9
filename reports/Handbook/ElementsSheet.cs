using Reporting.Reports.Filings;
using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Handbook;

/// <summary>填报指标: what the lines of the forms ask for, form by form, and how a district's figure comes about.</summary>
static class ElementsSheet
{
    public const string Name = "填报指标";

    const string Unasked = "本年不填报";

    public static SheetLayout Of(HandbookFacts facts)
    {
        var table = Elements(facts);
        return new(Name, true, [5, 17, 26, 8, 8, 36, 30, 24, 13, 12],
        [
            Heading.Of(facts.Content.Cover, $"{facts.Content.Year}年填报指标口径"), Heading.Below(facts.Content.Cover), table,
            new Line(LineKind.note, "注：一项填报指标列在填报它的第一张报表之下，来源列出填报它的所有报表的行次和栏；引用上年数的栏只作核对，不列。分组为报表中该指标的“其中”项。"),
        ], MostPages: 0, table, 3);
    }

    static Table Elements(HandbookFacts facts) => new(
        [
            new("序号", Alignment.center), new("报表", Alignment.center), new("填报指标和代码"), new("计量单位", Alignment.center), new("性质", Alignment.center), new("口径"), new("来源（表号、行次、栏）和频率"), new("全区数"), new("分组"), new("适用期"),
        ],
        [.. Groups(facts).SelectMany(group => group.Select(element => (Form: group.Key, Element: element))).Select((one, index) => ElementRow(facts, one.Form, one.Element, index + 1))],
        WhenEmpty: "本年没有适用的填报指标", Dense: true);

    static IEnumerable<IGrouping<string, Element>> Groups(HandbookFacts facts)
    {
        var order = facts.Forms.Select(Title).ToList();
        return facts.Elements.Select(element => (Element: element, First: First(facts, element)))
            .OrderBy(one => one.First is { } first ? order.IndexOf(Title(first.Form)) : int.MaxValue).ThenBy(one => one.First?.Line.Number ?? int.MaxValue)
            .GroupBy(one => one.First is { } first ? Title(first.Form) : Unasked, one => one.Element);
    }

    static AskedLine? First(HandbookFacts facts, Element element) => facts.LinesOf(element.Id).FirstOrDefault();

    static string Title(Form form) => form.Number.Length > 0 ? $"{form.Name}（{form.Number}）" : form.Name;

    /// <summary>表号; of a form without one its name.</summary>
    public static string NumberOf(Form form) => form.Number.Length > 0 ? form.Number : form.Name;

    static Row ElementRow(HandbookFacts facts, string form, Element element, int number)
    {
        var asked = facts.LinesOf(element.Id).ToList();
        return new(
        [
            $"{number}", form, HandbookFacts.Named(element.Name, element.Version, element.Id), element.Unit, Kind(element.Kind),
            element.Meaning is { Length: > 0 } meaning ? meaning.Trim() : FigureCells.NotApplicable, asked.Count > 0 ? Sources(asked) : facts.EverLinesOf(element.Id).ToList() is { Count: > 0 } ever ? $"{Sources(ever)}；本年不填报" : "本年没有报表填报", Whole(facts, element),
            string.Join("、", asked.Select(one => one.Line.Breakdown).Where(part => part != Breakdown.Total).Distinct().Select(facts.BreakdownName)) is { Length: > 0 } parts ? parts : "不分组",
            HandbookFacts.Span(element.AppliesFrom, element.AppliesUntil),
        ]);
    }

    public static string Kind(ElementKind kind) => kind == ElementKind.flow ? "时期数" : "时点数";

    static string Sources(IReadOnlyList<AskedLine> asked) => string.Join("；", asked.GroupBy(one => one.Form.Id)
        .Select(form => $"{NumberOf(form.First().Form)} 第{string.Join("、", form.Select(one => one.Line.Number).Distinct().Order())}行{Columns([.. form])}，{RulesSheet.Often(form.First().Form.Period)}"));

    static string Columns(List<AskedLine> asked) => string.Join("、", asked[0].Form.Columns.Where(column => !column.IsQuoted && asked.Exists(one => one.Line.Fills(column.Id))).Select(column => column.Title).Distinct()) is { Length: > 0 } words ? $"（{words}）" : "";

    /// <summary>How the district's figure comes about, and whose word counts.</summary>
    public static string Whole(HandbookFacts facts, Element element)
    {
        var rollup = element.Rollup switch { Rollup.sum => "各单位相加", Rollup.reported => "部门直接报送", _ => "不汇总" };
        var authority = string.Join("；", element.Authority.OrderBy(one => one.Key).Select(one => $"{Level(one.Key)}以{(facts.IsOwn(one.Value, one.Key) ? "自报" : facts.Who(one.Value))}为准"));
        return authority.Length > 0 ? $"{rollup}；{authority}" : rollup;
    }

    static string Level(OrgUnitKind kind) => kind switch { OrgUnitKind.city => "市", OrgUnitKind.district => "全区", OrgUnitKind.township => "街镇", OrgUnitKind.park => "园区", OrgUnitKind.department => "部门", _ => "村居" };
}
