using Reporting.Reports.Issuing;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>A workbook: the issued edition's bytes where there is one, else an unnumbered draft marked 未签发.</summary>
static class Report
{
    public static Verb Verb { get; } = new("report", "取报告：已签发的原样给出，未签发的给草稿", "a workbook: the issued bytes, else a draft")
    {
        Parameters =
        [
            AskedReport.Name, Asked.DistrictOption, AskedReport.PeriodOption, AskedReport.UnitOption, Asked.AsOfOption,
            AskedReport.ProfileOption, AskedReport.AnnexOption,
            new("--out", ParameterKind.OutPath, "写到哪个文件；.pdf 由 LibreOffice 转成 PDF", "where to write it; .pdf is made by LibreOffice") { Required = true, Shape = "FILE" },
        ],
        Run = Run,
        IsHeavy = true,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var asOf = Asked.AsOf(request, warehouse);
        var key = AskedReport.Key(request, office, asOf);
        var edition = request["--as-of"] is null ? warehouse.Editions.Issued(key.Report.Name, key.District, key.Period, key.Unit) : null;
        var bytes = (edition, AskedReport.Print(request)) switch
        {
            ({ } issued, null) => warehouse.Archive.Read(issued.Sha256),
            ({ } issued, { } print) => Editing.Again(warehouse, issued, office.IsDemo, print),
            (null, var print) => key.Report.Render(new(warehouse, key.District, key.Period, asOf, Stamp: null, office.IsDemo, key.Unit) { Print = print ?? Reports.PrintProfile.House }),
        };
        if (LibreOffice.IsPdf(request["--out"]!)) bytes = LibreOffice.Pdf(bytes, request.Gone);
        var said = new
        {
            Report = key.Report.Name, key.District, key.Unit, Period = key.Period.ToString(), Issued = edition is not null, edition?.Number, edition?.ReleaseAt,
            AsOf = edition?.AsOfLoad ?? asOf.LoadId, File = request["--out"],
        };
        var answer = request.Json ? Answer.Document(said) : Answer.Done(edition is not null
            ? request.Say($"{key.InWords(warehouse.Definitions.Current)}第 {edition.Number} 期（已签发{Embargo(edition, office.Now)}{(request.Has("--profile") ? "，按公文附件重排，数与原件相同" : "")}）", $"{key.District} {key.Period}: issue {edition.Number}")
            : request.Say($"{key.InWords(warehouse.Definitions.Current)}草稿（未签发，批次 {asOf.LoadId}）", $"{key.District} {key.Period}: draft as of load {asOf.LoadId}"));
        return answer with { Files = [new(request["--out"]!, bytes)] };
    }

    static string Embargo(Edition edition, DateTime now) => edition.IsReleased(now) ? "" : $"，{ShanghaiTime.Print(edition.ReleaseAt!.Value)} 发布，在此之前只给签字人和审核人";
}
