using Reporting.Reports.Issuing;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Reports and editions as verbs name them.</summary>
static class AskedReport
{
    public static readonly Parameter Name = new("NAME", ParameterKind.Text, "报告名", "which report") { Required = true, Choices = [.. Reports.Report.All.Select(report => report.Name)] };
    public static readonly Parameter PeriodOption = new("--period", ParameterKind.Text, "报告期，如 2022-03、2022-Q1；不写取最近有数的一期", "the period, such as 2022-03 or 2022-Q1; the latest with data where none is given") { Shape = "PERIOD" };
    public static readonly Parameter UnitOption = new("--org", ParameterKind.Text, "一家一册的报告是哪家的（代码或名称）", "of a report about one unit, which (code or name)") { Shape = "CODE|NAME" };
    public static readonly Parameter ProfileOption = new("--profile", ParameterKind.Text, "按公文附件的版式印（official 同）", "printed as the annex of an official document") { Choices = ["公文附件", "official"] };
    public static readonly Parameter AnnexOption = new("--annex", ParameterKind.Text, "公文附件的顺序号；只有一个附件时不写", "number of the annex; none where there is one only") { Shape = "N" };
    public static readonly Parameter EditionNumber = new("ID", ParameterKind.Text, "编号，见 edition list", "the id that edition list shows") { Required = true };

    /// <summary>What is asked for, as known at a load; a period that is none of the report's, or a unit where none belongs, is misuse.</summary>
    public static EditionKey Key(Request request, Office office, Load asOf)
    {
        var catalog = office.Warehouse.Definitions.AsOf(asOf.LoadId);
        var report = Reports.Report.Named(request["NAME"]!);
        var asked = Given(request, report);
        var district = Asked.District(request, catalog);
        var period = PeriodOf(asked, office, report, district, asOf);
        return new(report, district.Code, period, Unit(request, catalog, report, district));
    }

    /// <summary>Null: as the house prints.</summary>
    public static Reports.PrintProfile? Print(Request request)
    {
        int? number = null;
        if (request["--annex"] is { } given)
        {
            if (!request.Has("--profile")) throw new MisuseException("--annex 只用于公文附件：加 --profile 公文附件。", "--annex is of an official annex: add --profile official.");
            if (!int.TryParse(given, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var asked) || asked is < 1 or > 99)
                throw new MisuseException($"--annex 的“{given}”不是顺序号；写成 1 到 99。", $"'{given}' of --annex is no number from 1 to 99.");
            number = asked;
        }
        return request.Has("--profile") ? Reports.PrintProfile.Annex(number) : null;
    }

    public static Edition Edition(Request request, OpenWarehouse warehouse)
    {
        var all = warehouse.Editions.All();
        return all.FirstOrDefault(edition => $"{edition.EditionId}" == request["ID"]) ?? throw new MisuseException(
            $"没有编号 {request["ID"]} 的期次；用 edition list 查看。", $"There is no edition {request["ID"]}; see edition list.");
    }

    /// <summary>A time of this place; none that is past.</summary>
    public static DateTime? ReleaseAt(Request request, DateTime now)
    {
        if (request["--release-at"] is not { } given) return null;
        if (!DateTime.TryParseExact(given, ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time))
            throw new MisuseException($"--release-at 的“{given}”不是时间；写成 \"2023-07-16 09:00\"（北京时间）。", $"'{given}' of --release-at is no time; write \"2023-07-16 09:00\" (Asia/Shanghai).");
        return ShanghaiTime.ToUtc(time) is var release && release > now ? release
            : throw new MisuseException($"发布时间 {given} 已经过了；要马上发布就不写 --release-at。", $"{given} is past; leave out --release-at to release at once.");
    }

    static Period? Given(Request request, Reports.Report report)
    {
        if (request["--period"] is not { } given) return null;
        var asked = Asked.Period(given);
        return asked.Kind == report.Period ? asked
            : throw new MisuseException($"{report.Title}按{Kind(report.Period)}：“{asked}”不是{Kind(report.Period)}，写成 {Shape(report.Period)}。",
                $"The {report.Name} report is by {report.Period}: '{asked}' is none, write {Shape(report.Period)}.");
    }

    static Period PeriodOf(Period? asked, Office office, Reports.Report report, District district, Load asOf)
    {
        var today = ShanghaiTime.DateOf(office.Now);
        var period = asked ?? Containing(report.Period, office.Warehouse.Marts.LatestPeriod(district.Code, asOf.LoadId) ?? today, office.Warehouse.Definitions.Current, district);
        return period.Start <= today ? period
            : throw new MisuseException($"{period.InWords()}还没有到，没有{report.Title}可取。", $"{period} is yet to come; there is no report of it.");
    }

    static string? Unit(Request request, Catalog catalog, Reports.Report report, District district)
    {
        var unit = Asked.Unit(request, catalog, district.Code);
        if (report.IsOfUnit && unit is null) throw new MisuseException($"{report.Title}一家一册：用 --org 指明哪家单位。", $"The {report.Name} report is about one unit: name it with --org.");
        if (!report.IsOfUnit && unit is not null) throw new MisuseException($"{report.Title}是全区的，不分单位；不用写 --org。", $"The {report.Name} report is about the whole district; leave out --org.");
        return unit?.Code;
    }

    static Period Containing(PeriodKind kind, DateOnly day, Catalog catalog, District district) => kind switch
    {
        PeriodKind.month => Period.Month(day),
        PeriodKind.quarter => Period.Quarter(day.Year, (day.Month + 2) / 3),
        PeriodKind.half => Period.Half(day.Year, (day.Month + 5) / 6),
        PeriodKind.plan => catalog.Plans.Where(plan => plan.District == district.Code && plan.FirstYear <= day.Year).MaxBy(plan => plan.FirstYear) is { } plan
            ? Period.Plan(plan.FirstYear, plan.LastYear) : throw new MisuseException($"{district.Name}没有规划；用 --period 写明，如 2021/2025。", "The district has no plan; name the span with --period, such as 2021/2025."),
        _ => Period.Year(day.Year),
    };

    static string Kind(PeriodKind kind) => kind switch { PeriodKind.month => "月份", PeriodKind.quarter => "季度", PeriodKind.half => "半年", PeriodKind.plan => "规划期", _ => "年份" };

    static string Shape(PeriodKind kind) => kind switch { PeriodKind.month => "2022-03", PeriodKind.quarter => "2022-Q1", PeriodKind.half => "2022-H1", PeriodKind.plan => "2021/2025", _ => "2022" };
}
