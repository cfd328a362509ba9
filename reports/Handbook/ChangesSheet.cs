using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Handbook;

/// <summary>口径变动: everything that had more than one version or comes to an end, with what a version changed.</summary>
static class ChangesSheet
{
    public const string Name = "口径变动";

    /// <summary>One version, of an element or an indicator alike.</summary>
    /// <param name="Told">What it says, by the names of its parts; what differs from the version before is told.</param>
    sealed record Version(string Kind, string Id, int Number, string Name, string Unit, DateOnly From, DateOnly? Until, string Meaning, IReadOnlyDictionary<string, string> Told);

    public static SheetLayout Of(HandbookFacts facts)
    {
        var table = Changes(facts);
        return new(Name, true, [5, 10, 28, 6, 9, 16, 44, 56],
        [
            Heading.Of(facts.Content.Cover, "口径变动"), Heading.Below(facts.Content.Cover), table,
            new Line(LineKind.note, "注：列有过几版口径、或已定停用时间的指标和填报指标；没有列出的，口径没有变过。前后两版的数不直接相比，跨版的合计和增减列为待定（口径变化）。"),
        ], MostPages: 0, table, 3);
    }

    /// <summary>Names of what begins in the year, on its first day or later.</summary>
    public static IEnumerable<string> Begun(HandbookFacts facts) => Versions(facts).Where(one => one.From.Year == facts.Content.Year).Select(one => one.Name).Distinct();

    /// <summary>Names of what ends with the year or in it.</summary>
    public static IEnumerable<string> Ended(HandbookFacts facts) => Versions(facts).Where(one => one.Until?.Year == facts.Content.Year).Select(one => one.Name).Distinct();

    public static int Count(HandbookFacts facts) => Series(facts).Count();

    static IEnumerable<IGrouping<(string Kind, string Id), Version>> Series(HandbookFacts facts) =>
        Versions(facts).GroupBy(one => (one.Kind, one.Id)).Where(series => series.Count() > 1 || series.Any(one => one.Until is not null));

    static Table Changes(HandbookFacts facts) => new(
        [new("序号", Alignment.center), new("种类", Alignment.center), new("名称和代码"), new("版", Alignment.right), new("计量单位", Alignment.center), new("适用期"), new("口径"), new("与前一版的不同")],
        [.. Series(facts).SelectMany((series, index) => series.OrderBy(one => one.From).Select((one, place) => new Row(
        [
            $"{index + 1}", one.Kind, HandbookFacts.Named(one.Name, 1, one.Id), new Number(one.Number, "0"), one.Unit, HandbookFacts.Span(one.From, one.Until), one.Meaning.Length > 0 ? one.Meaning : FigureCells.NotApplicable,
            place == 0 ? "第一版" : Differing(series.OrderBy(each => each.From).ElementAt(place - 1), one),
        ])))], WhenEmpty: "各项口径都没有变过", Dense: true);

    static string Differing(Version before, Version now) =>
        string.Join("；", now.Told.Where(part => before.Told.GetValueOrDefault(part.Key) != part.Value).Select(part => part.Key == "口径" ? "口径改写，见左" : $"{part.Key}由“{Or(before.Told.GetValueOrDefault(part.Key))}”改为“{Or(part.Value)}”")) is { Length: > 0 } words ? words : "只改了适用时间";

    static string Or(string? words) => string.IsNullOrEmpty(words) ? "无" : words;

    static IEnumerable<Version> Versions(HandbookFacts facts) =>
    [
        .. facts.EverIndicators.Select(one => new Version("指标", one.Id, one.Version, one.Name, one.Unit, one.AppliesFrom, one.AppliesUntil, one.Meaning.Trim(), new Dictionary<string, string>
        {
            ["名称"] = one.Name, ["计量单位"] = one.Unit, ["算法"] = FormulaWords.Of(facts.Content.Catalog, one, facts.NamedOn(one.AppliesUntil)), ["口径"] = one.Meaning.Trim(),
        })),
        .. facts.EverElements.Select(one => new Version("填报指标", one.Id, one.Version, one.Name, one.Unit, one.AppliesFrom, one.AppliesUntil, one.Meaning.Trim(), new Dictionary<string, string>
        {
            ["名称"] = one.Name, ["计量单位"] = one.Unit, ["性质"] = ElementsSheet.Kind(one.Kind), ["全区数"] = ElementsSheet.Whole(facts, one), ["口径"] = one.Meaning.Trim(),
        })),
    ];
}
