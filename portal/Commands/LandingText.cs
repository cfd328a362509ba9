using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Reference;
using static Reporting.Portal.Commands.Digits;

namespace Reporting.Portal.Commands;

/// <summary>Foreseen ends in words, under an explanation or in a table.</summary>
static class LandingText
{
    static readonly (string Title, int Width, bool Right)[] Columns = [("承诺", 42, false), ("目前", 13, true), ("预计", 13, true), ("区间", 22, true), ("目标", 12, true), ("  看法", 0, false)];

    /// <summary>Where an evaluated commitment will land; null once its span is over, and for kinds of which nothing is foreseen.</summary>
    public static Landed? Asked(OpenWarehouse warehouse, Catalog catalog, Plan plan, Commitment commitment, Evaluation one, Load asOf)
    {
        var (year, month) = (int.Parse(one.Through.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(one.Through.AsSpan(5), CultureInfo.InvariantCulture));
        if (year > plan.LastYear || month == 12 && (one.Year is not null || year == plan.LastYear)) return null;
        return Landings.Of(plan, commitment, AssessmentReading.Evidence(warehouse.Marts, catalog, plan, one.OrgUnit, asOf.LoadId), new(year, month, ShanghaiTime.DateOf(asOf.CommittedAt)));
    }

    /// <summary>Lines that follow an explanation; nothing where there is nothing to say.</summary>
    public static string Of(Landed? landed) => landed is null ? ""
        : landed.Why is { } why ? $"\n预计：{why}"
        : string.Concat(Ends(landed).Select(end => Of(landed, end.Name, end.End)));

    /// <summary>One line for each end, without how it was found.</summary>
    public static IEnumerable<string> Short(Landed landed) => landed.Why is { } why ? [why]
        : Ends(landed).Select(end => $"{End(landed, end.Name, end.End)}{(end.End.NeededWords is null ? "" : $"；{end.End.NeededWords}")}");

    static IEnumerable<(string Name, LandedEnd End)> Ends(Landed landed)
    {
        if (landed.YearEnd is { } year) yield return ("年底", year);
        if (landed.PlanEnd is { } plan) yield return ("规划期末", plan);
    }

    static string End(Landed landed, string name, LandedEnd end) =>
        $"{end.Year} {name} {Number(end.Value)} {landed.Unit}{(end.Low is null ? "" : $"（{Between(landed, end)}）")}{(end.Target is { } target ? $"，目标 {Number(target)}{(landed.Unit == "%" ? "%" : $" {landed.Unit}")}" : "")}{(end.OutlookWords.Length > 0 ? $"：{end.OutlookWords}" : "")}";

    static string Of(Landed landed, string name, LandedEnd end) =>
        $"\n预计：{End(landed, name, end)}"
        + $"\n　　据 {landed.Through} 的数{((end.SoFar ?? landed.SoFar) is { } soFar ? $" {(end.SoFar is null ? "" : "规划期累计 ")}{Number(soFar)} {landed.SoFarUnit}" : "")}，{end.How}{(end.NeededWords is null ? "" : $"\n　　{end.NeededWords}")}";

    public static string Table(Plan plan, string unit, int year, IReadOnlyList<Landed> landed) => string.Join('\n',
    [
        $"{plan.Name}  {unit}",
        .. Part($"到 {year} 年底", landed, one => one.YearEnd),
        .. Part($"到规划期末（{plan.LastYear} 年底）", landed, one => one.PlanEnd),
        .. landed.Where(one => one.Why is not null).GroupBy(one => one.Why).Select(why => $"{why.Key}：{string.Join('、', why.Select(one => one.Name))}"),
    ]);

    static IEnumerable<string> Part(string title, IReadOnlyList<Landed> landed, Func<Landed, LandedEnd?> end)
    {
        var rows = landed.Select(one => (One: one, End: end(one))).Where(row => row.End is not null).ToList();
        return rows.Count == 0 ? [] :
        [
            title, EvaluationTable.Line(Columns, Columns.Select(column => column.Title)),
            .. rows.SelectMany(row => (IEnumerable<string>)
            [
                EvaluationTable.Line(Columns, [row.One.Name, SoFar(row.One, row.End!), In(row.One, row.End!.Value), row.End.Low is null ? "—" : Between(row.One, row.End), row.End.Target is { } target ? In(row.One, target) : "—", $"  {row.End.OutlookWords}"]),
                $"  {row.One.Through}{(row.End.SoFar is null ? "" : "，目前为规划期累计")}，{row.End.How}{(row.End.NeededWords is null ? "" : $"。{row.End.NeededWords}")}",
            ]),
        ];
    }

    static string SoFar(Landed one, LandedEnd end) => (end.SoFar ?? one.SoFar) is { } soFar ? $"{Number(soFar)}{(one.SoFarUnit == "%" ? "%" : "")}" : "—";

    static string In(Landed one, decimal value) => $"{Number(value)}{(one.Unit == "%" ? "%" : "")}";

    static string Between(Landed one, LandedEnd end) => $"{Number(end.Low!.Value)}—{In(one, end.High!.Value)}";
}
