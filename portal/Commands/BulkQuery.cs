using Reporting.Reports.Bulk;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Values in bulk into a file: of one district-year, of all years, of all districts, as of a load.</summary>
static class BulkQuery
{
    const string All = "all";

    public static readonly IReadOnlyList<string> Formats = [.. Enum.GetNames<BulkFormat>()];

    public static readonly Parameter OutOption = new("--out", ParameterKind.OutPath, "逐条填报值写到哪个文件（xlsx、csv、parquet；--district、--year 可写 all）", "where to write the reported values (xlsx, csv, parquet; --district and --year may be all)") { Shape = "FILE" };

    /// <exception cref="MisuseException">A file is asked for and not named, or named and not asked for.</exception>
    public static bool IsAsked(Request request)
    {
        var (format, isNamed) = (request["--format"], request.Has(OutOption.Name));
        if (isNamed && format is null or "text") throw new MisuseException($"写成文件要用 --format 指明格式：{string.Join('、', Formats)}。", $"Name the file's format with --format: {string.Join(", ", Formats)}.");
        if (!isNamed && format is not (null or "text" or "csv")) throw new MisuseException($"{format} 只能写成文件；用 --out 指明写到哪里。", $"{format} goes into a file; name it with --out.");
        if (isNamed && (request["--view"] ?? request["--through"]) is not null) throw new MisuseException("写成文件的是逐条填报值，不分 --view 和 --through。", "A file holds single values: neither --view nor --through.");
        return isNamed;
    }

    public static Answer Run(Request request, Office office, Catalog catalog, Load asOf)
    {
        var spans = Spans(request, office, catalog, asOf);
        var (path, format) = (request[OutOption.Name]!, Enum.Parse<BulkFormat>(request["--format"]!));
        using var stop = new Interrupt(request.Gone);
        var (rows, laid) = Lay(office, spans, asOf, format, stop.Token);
        var answer = request.Json ? Answer.Document(new { Rows = rows, Format = format, AsOf = asOf.LoadId, File = path })
            : Answer.Done(request.Say($"填报值 {rows:#,##0} 条（批次 {asOf.LoadId}），写到 {path}", $"{rows:#,##0} values as of load {asOf.LoadId}, written to {path}"));
        return answer with { Files = [OutFile.At(path, laid)] };
    }

    /// <summary>Lays the values as a file where whoever asked takes it from; nothing is left of one that was stopped.</summary>
    public static (long Rows, string LaidAt) Lay(Office office, IReadOnlyList<CountedSpan> spans, Load asOf, BulkFormat format, CancellationToken stop)
    {
        var laid = Laid.New(office.Data);
        try
        {
            var rows = CountedValueFile.Write(office.Warehouse.Marts, spans, asOf, format, laid, stop);
            stop.ThrowIfCancellationRequested();
            return (rows, laid);
        }
        catch
        {
            File.Delete(laid);
            throw;
        }
    }

    static List<CountedSpan> Spans(Request request, Office office, Catalog catalog, Load asOf)
    {
        var elements = request["--element"] is null && request["--indicator"] is null ? null : Asked.ElementsAsked(request, catalog);
        var isEvery = request["--district"] == All;
        if (isEvery && request["--org"] is not (null or All)) throw new MisuseException("--district all 不能再用 --org 指明一个单位。", "--district all excludes one --org.");
        var districts = isEvery ? [.. catalog.Districts.OrderBy(district => district.Code, StringComparer.Ordinal)] : (IReadOnlyList<District>)[Asked.District(request, catalog)];
        var years = Years(request, office, districts, asOf);
        return [.. districts.Select(district => new CountedSpan(district.Code,
            request["--org"] is null or All ? null : Asked.Unit(request, catalog, district.Code)!.Code, elements, years.From, years.To, asOf.LoadId))];
    }

    static (DateOnly From, DateOnly To) Years(Request request, Office office, IReadOnlyList<District> districts, Load asOf)
    {
        if (request["--year"] == All) return (DateOnly.MinValue, new(9999, 12, 31));
        var year = request["--year"] is { } given ? Asked.Year(given)
            : (districts.Max(district => office.Warehouse.Marts.LatestPeriod(district.Code, asOf.LoadId)) ?? ShanghaiTime.DateOf(office.Now)).Year;
        return (new(year, 1, 1), new(year, 12, 31));
    }
}
