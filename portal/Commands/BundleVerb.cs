using Reporting.Portal.Keeping;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>归档: a district's year in one zip.</summary>
static class BundleVerb
{
    public static Verb Verb { get; } = new("bundle", "归档：一个区一年的原件、回执、原因、定义、报告和考核，打成一个 zip", "a district's year in one zip: originals, receipts, reasons, definitions, editions, runs")
    {
        Parameters = [Asked.DistrictOption, AskedRun.YearOption, Asked.AsOfOption, new("--out", ParameterKind.OutPath, "写到哪个 zip；不写为当前目录下的 区名年份归档", "where to write the zip; named after district and year where none is given") { Shape = "FILE" }],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var asOf = Asked.AsOf(request, office.Warehouse);
        var catalog = office.Warehouse.Definitions.AsOf(asOf.LoadId);
        var (district, year) = (Asked.District(request, catalog), Asked.Year(request["--year"]!));
        using var stop = new Interrupt(request.Gone);
        var bundle = new Bundle(office, district, year, asOf, stop.Token);
        var (laid, entries) = Written(office, bundle);
        var path = request["--out"] is not { } given ? bundle.FileName : Directory.Exists(given) ? Path.Combine(given, bundle.FileName) : given;
        var answer = request.Json ? Answer.Document(new { District = district.Code, year, AsOf = asOf.LoadId, File = path, Entries = entries.Count, Sha256 = FileHash.Of(laid) })
            : Answer.Done(request.Say($"{district.Name} {year} 年归档（批次 {asOf.LoadId}）：{entries.Count(entry => entry.Kind == "original")} 份原件，共 {entries.Count} 个文件，写到 {path}", $"{district.Code} {year} as of load {asOf.LoadId}: {entries.Count(entry => entry.Kind == "original")} originals, {entries.Count} files in all, written to {path}"));
        return answer with { Files = [OutFile.At(path, laid)] };
    }

    /// <summary>The bundle in a file of its own in the data folder, for whoever asked to take.</summary>
    public static (string Laid, IReadOnlyList<BundleEntry> Entries) Written(Office office, Bundle bundle)
    {
        var laid = Laid.New(office.Data);
        try
        {
            using var file = File.Create(laid);
            return (laid, bundle.Write(file));
        }
        catch
        {
            File.Delete(laid);
            throw;
        }
    }
}
