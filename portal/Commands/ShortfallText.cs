using Reporting.Warehouse.Assessment.Lights;
using static Reporting.Portal.Commands.Digits;

namespace Reporting.Portal.Commands;

/// <summary>By whom a district is short, in words. Of many units the first are named; JSON has all.</summary>
static class ShortfallText
{
    const int MostNamed = 10;

    public static IEnumerable<string> Of(Shortfall shortfall, Func<string, string> name)
    {
        string Amount(decimal amount) => shortfall.Unit.Length == 0 ? Number(amount) : $"{Number(amount)} {shortfall.Unit}";
        var counted = shortfall.Unit.Length == 0 ? "（按分子的个数）" : "";
        if (shortfall.WhyNot is { } why) return [$"{(shortfall.District is > 0 and var short_ ? $"全区差 {Amount(short_)}{counted}；" : "")}{why}"];
        string Named(UnitGap unit) => $"{name(unit.OrgUnit)} {Number(unit.Amount)}{(unit.Share is { } share ? $"（{share:0.0}%）" : "")}";
        return
        [
            shortfall.District switch { null => "全区不能算", > 0 and var less => $"全区差 {Amount(less)}", var more => $"全区没有差距，多 {Amount(-more.Value)}" }
                + counted + $"；落后 {shortfall.Behind.Count} 家共差 {Amount(shortfall.BehindSum)}"
                + (shortfall.Ahead.Count == 0 ? "，没有领先的" : $"，领先 {shortfall.Ahead.Count} 家共多 {Amount(shortfall.AheadSum)}（另列，不抵）")
                + (shortfall.Rest is null or 0 ? "" : $"；单位以外{(shortfall.Rest > 0 ? "差" : "多")} {Amount(Math.Abs(shortfall.Rest.Value))}（没有分下去的目标、曲线不同或不计入全区的数）"),
            .. shortfall.Behind.Count == 0 ? Array.Empty<string>() : [$"落后：{Listed(shortfall.Behind, Named)}"],
            .. shortfall.Ahead.Count == 0 ? Array.Empty<string>() : [$"领先：{Listed(shortfall.Ahead, Named)}"],
            .. shortfall.Unknown.Count == 0 ? Array.Empty<string>() : [$"数不全、不能算：{string.Join("、", shortfall.Unknown.Select(name))}"],
        ];
    }

    static string Listed(IReadOnlyList<UnitGap> units, Func<UnitGap, string> named)
    {
        if (units.Count <= MostNamed + 1) return string.Join('、', units.Select(named));
        var others = units.Skip(MostNamed).ToList();
        return $"{string.Join('、', units.Take(MostNamed).Select(named))}，另 {others.Count} 家共 {Number(others.Sum(unit => unit.Amount))}{(others[0].Share is null ? "" : $"（{others.Sum(unit => unit.Share):0.0}%）")}";
    }
}
