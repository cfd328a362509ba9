using System.Globalization;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>What verbs are asked about, resolved against what is defined; what does not exist is misuse, with the near word.</summary>
static class Asked
{
    public static readonly Parameter DistrictOption = new("--district", ParameterKind.Text, "区代码，如 310151", "district code, such as 310151") { Shape = "CODE" };
    public static readonly Parameter AsOfOption = new("--as-of", ParameterKind.Text, "已知时点：批次号、日期或时间", "what was known then: a load id, a date or a time") { Shape = "LOAD|TIME" };

    public static readonly Parameter Receipt = new("RECEIPT", ParameterKind.Text, "回执号", "receipt number") { Required = true };

    /// <summary>The submission whose receipt was named.</summary>
    public static Submission Submission(Request request, OpenWarehouse warehouse) => warehouse.Submissions.Find(request["RECEIPT"]!) ?? throw new MisuseException(
        $"没有回执号 {request["RECEIPT"]}；回执号写在答复里，形如 310151-20220309-000123。", $"There is no receipt {request["RECEIPT"]}; it stands in the answer, such as 310151-20220309-000123.");

    /// <summary>Forms of a few districts can be listed in one message, elements and indicators cannot.</summary>
    const int MostListed = 40;

    /// <summary>The district named; without a name, the only one that the question can mean.</summary>
    public static District District(Request request, Catalog catalog)
    {
        // A unit that there is nowhere leaves no district to choose from: that is what is wrong.
        if (request["--district"] is null && request["--org"] is not (null or "all")) Unit(request, catalog);
        if (request["--district"] is not { } given)
            return Meant(request, catalog) is [var only] ? only : throw new MisuseException(
                $"用 --district 指明哪个区：{string.Join('、', catalog.Districts.Select(district => $"{district.Code} {district.Name}"))}。",
                $"Name the district with --district: {string.Join(", ", catalog.Districts.Select(district => district.Code))}.");
        return catalog.Districts.FirstOrDefault(district => district.Code == given || district.Name == given)
            ?? throw Unknown("区", "district", given, catalog.Districts.Select(district => district.Code));
    }

    /// <summary>The districts of the unit named; else those whose forms ask for what is asked about.</summary>
    static IReadOnlyList<District> Meant(Request request, Catalog catalog)
    {
        var districts = catalog.Districts;
        if (request["--org"] is { } org and not "all" && catalog.OrgUnits.Where(unit => unit.Code == org || unit.Name == org).Select(unit => unit.District).ToHashSet() is { Count: > 0 } homes)
            districts = [.. districts.Where(district => homes.Contains(district.Code))];
        if (districts.Count == 1 || (request["--element"] ?? request["--indicator"]) is null) return districts;
        var elements = ElementsAsked(request, catalog);
        var asking = catalog.Forms.Where(form => form.Lines.Any(line => elements.Contains(line.Element))).Select(form => form.District).ToHashSet();
        return [.. districts.Where(district => asking.Contains(district.Code))];
    }

    /// <summary>The element asked about, or those of which the indicator is computed.</summary>
    public static IReadOnlySet<string> ElementsAsked(Request request, Catalog catalog)
    {
        if (request["--element"] is { } element)
            return catalog.Elements.Any(known => known.Id == element) ? new HashSet<string> { element } : throw Unknown("填报指标", "element", element, catalog.Elements.Select(known => known.Id).Distinct());
        var indicator = Indicator(request, catalog);
        return catalog.Indicators.Where(known => known.Id == indicator).SelectMany(known => known.Numerator.Concat(known.Denominator)).Select(term => term.Element).ToHashSet();
    }

    /// <summary>A unit of the district by code or name; null where none was named.</summary>
    public static OrgUnit? Unit(Request request, Catalog catalog, string? district = null)
    {
        if (request["--org"] is not { } given) return null;
        var units = catalog.OrgUnits.Where(unit => district is null || unit.District == district).ToList();
        return units.Where(unit => unit.Code == given || unit.Name == given).MaxBy(unit => unit.ValidFrom)
            ?? throw Unknown("单位", "org unit", given, units.SelectMany(unit => new[] { unit.Code, unit.Name }));
    }

    public static string Indicator(Request request, Catalog catalog) => request["--indicator"] is not { } given
        ? throw new MisuseException("用 --indicator 指明指标。", "Name the indicator with --indicator.")
        : catalog.Indicators.Any(indicator => indicator.Id == given) ? given
        : throw Unknown("指标", "indicator", given, catalog.Indicators.Select(indicator => indicator.Id).Distinct());

    public static Form Form(string given, Catalog catalog) => catalog.Forms.LastOrDefault(form => form.Id == given || form.Name == given || form.Number == given)
        ?? throw Unknown("报表", "form", given, catalog.Forms.Select(form => form.Id).Distinct(), id => $"{catalog.Forms.Last(form => form.Id == id).Name}（{id}）");

    /// <summary>As it is coded, 2022-03, or as people write it, 2022年3月; null: neither.</summary>
    public static Period? PeriodOrNull(string? given) => Warehouse.Period.TryParse(given?.Trim(), out var period) ? period
        : given is not null && PeriodWords.IsOnly(given) ? PeriodWords.Find(given)?.Period : null;

    public static Period Period(string given) => PeriodOrNull(given) is { } period
        ? period
        : throw new MisuseException($"“{given}”不是报告期；写成 2022、2022-H1、2022-Q1 或 2022-03。", $"'{given}' is no period; write 2022, 2022-H1, 2022-Q1 or 2022-03.");

    public static int Year(string given) => int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2199
        ? year
        : throw new MisuseException($"“{given}”不是年份；写成 2022。", $"'{given}' is no year; write 2022.");

    /// <summary>The last month that counts: given as 3 or 2022-03, else the latest with data, else December.</summary>
    public static int Through(Request request, int year, int? latest) => request["--through"] is not { } given ? latest ?? 12
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? month
        : Warehouse.Period.TryParse(given, out var period) && period.Kind == PeriodKind.month && period.Start.Year == year ? period.Start.Month
        : throw new MisuseException($"“{given}”不是 {year} 年的月份；写成 3 或 {year}-03。", $"'{given}' is no month of {year}; write 3 or {year}-03.");

    /// <summary>The load as of which is asked: the last one there is, the one named, or the last by the end of a day or month or by a moment (Asia/Shanghai).</summary>
    public static Load AsOf(Request request, OpenWarehouse warehouse)
    {
        var empty = new MisuseException("数据仓库里还没有任何批次。", "The warehouse holds no load yet.");
        if (request["--as-of"] is not { } given) return warehouse.Marts.LastLoad() ?? throw empty;
        if (long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return warehouse.Marts.LoadById(id) ?? throw new MisuseException($"没有批次 {id}；最后一个是 {warehouse.Marts.LastLoad()?.LoadId}。", $"There is no load {id}; the last one is {warehouse.Marts.LastLoad()?.LoadId}.");
        DateTime moment;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) moment = ShanghaiTime.ToUtc(day.AddDays(1).ToDateTime(default)).AddTicks(-10); // the store counts microseconds
        else if (IsMonth(given, out var month)) moment = ShanghaiTime.ToUtc(month.AddMonths(1).ToDateTime(default)).AddTicks(-10);
        else if (given.Length > 7 && DateTime.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var exact))
            moment = exact.Kind == DateTimeKind.Unspecified ? ShanghaiTime.ToUtc(exact) : exact.ToUniversalTime();
        else throw new MisuseException($"“{given}”不是批次号、日期（2022-06-30）或时间（2022-06-30T12:00:00+08:00）。", $"'{given}' is no load id, date (2022-06-30) or time (2022-06-30T12:00:00+08:00).");
        return warehouse.Marts.LastLoadBy(moment) ?? throw new MisuseException($"到 {given} 为止还没有任何批次。", $"No load was committed by {given}.");
    }

    /// <summary>A month means its end, as a day does: what was known in it was known by then.</summary>
    static bool IsMonth(string given, out DateOnly month) => DateOnly.TryParseExact(given, ["yyyy-MM", "yyyy年M月", "yyyy年MM月"], CultureInfo.InvariantCulture, DateTimeStyles.None, out month);

    /// <param name="named">How a known one is shown to people; as it is typed where none is given.</param>
    public static MisuseException Unknown(string zh, string en, string given, IEnumerable<string> known, Func<string, string>? named = null)
    {
        var all = known.ToList();
        if (all.Count == 0) return new($"没有{zh}“{given}”；现在一个也没有。", $"There is no {en} '{given}'; there is none at all.");
        return new($"没有{zh}“{given}”。{NearMiss.Hint(given, all, "zh")}{(all.Count <= MostListed ? $"现有：{string.Join('、', all.Select(named ?? (each => each)))}。" : "")}",
            $"There is no {en} '{given}'.{NearMiss.Hint(given, all, "en")}{(all.Count <= MostListed ? $" Known: {string.Join(", ", all)}." : "")}");
    }
}
