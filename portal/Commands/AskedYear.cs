using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>The district, year and schemes that are assessed as a whole.</summary>
/// <param name="Through">Null: as far as the year has come.</param>
sealed record AskedYear(District District, int Year, int? Through, IReadOnlyList<Scheme> Schemes)
{
    /// <exception cref="MisuseException">No year, no plan for it, or what speaks of one unit or plan only.</exception>
    public static AskedYear Of(Request request, Catalog catalog)
    {
        if (request["--year"] is not { } given) throw new MisuseException("用 --year 指明年份。", "Name the year with --year.");
        if (new[] { "--org", "--plan", "--out" }.FirstOrDefault(request.Has) is { } narrow)
            throw new MisuseException($"冻结和假设都针对全区一年，不能加 {narrow}。", $"Freezing and supposing are about a whole district and year; leave out {narrow}.");
        var year = Asked.Year(given);
        var scheme = request["--scheme"] is { } named ? AskedScheme.Of(named, catalog, year) : null;
        var district = scheme is not null && request["--district"] is null ? catalog.District(scheme.District)! : Asked.District(request, catalog);
        if (scheme is not null && scheme.District != district.Code)
            throw new MisuseException($"{scheme.Name}是 {scheme.District} 的，不是 {district.Code} 的。", $"The scheme {scheme.Id} is of {scheme.District}, not of {district.Code}.");
        if (!catalog.PlansOf(district.Code, year).Any())
            throw new MisuseException($"{district.Name}没有覆盖 {year} 年的规划。", $"No plan of {district.Code} covers {year}.");
        int? through = request["--through"] is null ? null : Asked.Through(request, year, null);
        return new(district, year, through, scheme is not null ? [scheme] : RunReading.Schemes(catalog, district.Code, year));
    }

    /// <summary>The same, of a year and month that had begun by the day of a load.</summary>
    /// <exception cref="MisuseException">Neither can be frozen before.</exception>
    public AskedYear HasCome(Load asOf)
    {
        var day = ShanghaiTime.DateOf(asOf.CommittedAt);
        if (Year > day.Year) throw new MisuseException($"{Year} 年还没有到（批次 {asOf.LoadId} 是 {day:yyyy-MM-dd} 的），不能冻结。", $"{Year} is yet to come as of load {asOf.LoadId} ({day:yyyy-MM-dd}); it cannot be frozen.");
        return new DateOnly(Year, Through ?? 1, 1) <= day ? this
            : throw new MisuseException($"{Year}-{Through:00} 还没有到（批次 {asOf.LoadId} 是 {day:yyyy-MM-dd} 的），不能冻结。", $"{Year}-{Through:00} is yet to come as of load {asOf.LoadId} ({day:yyyy-MM-dd}); it cannot be frozen.");
    }
}
