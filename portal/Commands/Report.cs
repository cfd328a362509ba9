using Reporting.Reports;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>A workbook: the issued edition's bytes where there is one, else an unnumbered draft marked 未签发.</summary>
static class Report
{
    public static Verb Verb { get; } = new("report", "取月报：已签发的原样给出，未签发的给草稿", "the monthly workbook: the issued bytes, else a draft")
    {
        Parameters =
        [
            new("NAME", ParameterKind.Text, "报告名：monthly", "which report: monthly") { Required = true, Choices = [MonthlyReading.Name] },
            Asked.DistrictOption,
            new("--period", ParameterKind.Text, "报告期，如 2022-03；不写取最近有数的一月", "month, such as 2022-03; the latest with data where none is given") { Shape = "YYYY-MM" },
            Asked.AsOfOption,
            new("--out", ParameterKind.OutPath, "写到哪个文件", "where to write it") { Required = true, Shape = "FILE" },
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var asOf = Asked.AsOf(request, warehouse);
        Period? asked = request["--period"] is { } given ? Asked.Period(given) : null;
        if (asked is { Kind: not PeriodKind.month }) throw new MisuseException($"月报按月：“{asked}”不是月份，写成 2022-03。", $"The monthly report is by month: '{asked}' is none, write 2022-03.");
        var district = Asked.District(request, warehouse.Definitions.AsOf(asOf.LoadId));
        var period = asked ?? Period.Month(warehouse.Marts.LatestPeriod(district.Code, asOf.LoadId) ?? ShanghaiTime.DateOf(office.Now));
        if (period.Start > ShanghaiTime.DateOf(office.Now))
            throw new MisuseException($"{period.InWords()}还没有到，没有月报可取。", $"{period} is yet to come; there is no report of it.");

        var edition = request["--as-of"] is null ? warehouse.Editions.Issued(MonthlyReading.Name, district.Code, period) : null;
        var bytes = edition is not null
            ? warehouse.Archive.Read(edition.Sha256)
            : MonthlyReport.Render(MonthlyReading.Read(warehouse, district.Code, period, asOf, stamp: null, office.IsDemo));
        var said = new { Report = MonthlyReading.Name, District = district.Code, Period = period.ToString(), Issued = edition is not null, edition?.Number, AsOf = edition?.AsOfLoad ?? asOf.LoadId, File = request["--out"] };
        var answer = request.Json ? Answer.Document(said) : Answer.Done(edition is not null
            ? request.Say($"{district.Name} {period.InWords()} 月报第 {edition.Number} 期（已签发）", $"{district.Code} {period}: issue {edition.Number}")
            : request.Say($"{district.Name} {period.InWords()} 月报草稿（未签发，批次 {asOf.LoadId}）", $"{district.Code} {period}: draft as of load {asOf.LoadId}"));
        return answer with { Files = [new(request["--out"]!, bytes)] };
    }
}
