using System.Globalization;
using System.Text.Json.Nodes;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Arrivals;

/// <summary>Messages about sources: to operations that one fails or works again, to its unit what was not taken from it.</summary>
static class Outage
{
    public const string Down = "source_down", Back = "source_back";

    /// <param name="since">When the outage began: one message for all of it.</param>
    public static Notice Begun(Catalog catalog, Source source, string fault, DateTime since) => Of(catalog, source, Down, since, since,
        $"来源中断 {source.Id}", $"{NameOf(catalog, source)}从 {ShanghaiTime.Print(since)}（北京时间）起收不到文件。\n原因：{fault}。\n其他来源照常收取；恢复以后自动补收，并再告知一次。请检查这个来源（data/sources.json 的“{source.Id}”）。\n");

    public static Notice Over(Catalog catalog, Source source, DateTime since, DateTime now) => Of(catalog, source, Back, since, now,
        $"来源恢复 {source.Id}", $"{NameOf(catalog, source)}从 {ShanghaiTime.Print(since)} 起中断，{ShanghaiTime.Print(now)}（北京时间）已恢复收取。\n");

    /// <summary>To the unit: a file that no pull will take; once for the file as it is.</summary>
    public static Notice Left(Catalog catalog, Source source, LeftFile left, DateTime now) => Left(catalog, source.Channel, source.Id, source.Unit, left, now);

    /// <param name="place">The source's id, or the inbox.</param>
    public static Notice Left(Catalog catalog, string channel, string place, string unit, LeftFile left, DateTime now) => new(
        $"left:{channel}/{left.Name}|{left.Mark}", "left_alone", catalog.OrgUnit(unit)?.District, unit, null, $"未收取 {OneLine.Of(left.Name)}",
        Body(place, unit, $"“{OneLine.Of(left.Name)}”没有收取。\n原因：{left.Why}。\n请把填好的报表文件直接放进报送的文件夹。\n"), now);

    static Notice Of(Catalog catalog, Source source, string kind, DateTime since, DateTime now, string subject, string words) => new(
        string.Create(CultureInfo.InvariantCulture, $"{kind}:{source.Id}:{since.Ticks}"), kind, catalog.OrgUnit(source.Unit)?.District, null, null,
        $"{subject} {ShanghaiTime.Print(since).Replace(':', '.')}", Body(source.Id, source.Unit, words), now);

    static string Body(string place, string unit, string words) => new JsonObject { ["source"] = place, ["unit"] = unit, ["words"] = words }.ToJsonString(Verdicts.Readable);

    static string NameOf(Catalog catalog, Source source) => $"{catalog.OrgUnit(source.Unit)?.Name ?? source.Unit}的来源“{source.Id}”（{Place(source)}）";

    static string Place(Source source) => source switch { FolderSource folder => folder.Folder, ListingSource listing => listing.Url.ToString(), _ => "" };
}
