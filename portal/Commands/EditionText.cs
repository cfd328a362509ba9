using Reporting.Reports.Issuing;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Editions as verbs print them.</summary>
sealed record EditionText(IReadOnlyList<Edition> All, IReadOnlyList<EditionSignature> Signatures, Catalog Catalog, DateTime Now)
{
    public static EditionText Of(Office office) =>
        new(office.Warehouse.Editions.All(), office.Warehouse.Editions.Signatures(), office.Warehouse.Definitions.Current, office.Now);

    readonly ILookup<EditionKey, Edition> versions = All.ToLookup(EditionKey.Of);

    public IReadOnlyList<EditionSignature> SignaturesOf(Edition edition) => [.. Signatures.Where(signature => signature.EditionId == (edition.SignedFrom ?? edition.EditionId))];

    public int Asked(Edition edition) => ReportPolicy.Of(Catalog, edition.Report).SignaturesAsked;

    /// <summary>Coded: <c>held</c>, <c>signed</c> (a held one that became an issued one), <c>overtaken</c> (a held one after which another was made), <c>unreleased</c>, <c>issued</c>, <c>revised</c>.</summary>
    public string State(Edition edition)
    {
        var later = versions[EditionKey.Of(edition)].Where(other => other.EditionId > edition.EditionId).ToList();
        if (edition.Status == EditionStatus.held) return later.Exists(other => other.SignedFrom == edition.EditionId) ? "signed" : later.Count > 0 ? "overtaken" : "held";
        return later.Exists(other => other.Status == EditionStatus.issued) ? "revised" : edition.IsReleased(Now) ? "issued" : "unreleased";
    }

    public string StateInWords(Edition edition) => State(edition) switch
    {
        "held" => $"待签字 {SignaturesOf(edition).Count}/{Asked(edition)}（未签发，只给签字人和审核人）",
        "signed" => "已签字，另成一期",
        "overtaken" => "已由新稿代替",
        "revised" => "已签发，后有更正",
        "unreleased" => $"已签发，{ShanghaiTime.Print(edition.ReleaseAt!.Value)} 发布（在此之前只给签字人和审核人）",
        _ => "已签发",
    };

    public string Title(Edition edition) => EditionKey.Of(edition).InWords(Catalog);

    public object Printed(Edition edition) => new
    {
        Id = edition.EditionId, edition.Report, edition.District, edition.Unit, Period = edition.Period.ToString(), Number = edition.Number > 0 ? edition.Number : (int?)null,
        State = State(edition), File = edition.FileName, edition.Sha256, edition.ContentHash, AsOf = edition.AsOfLoad, edition.IssuedAt, edition.IssuedBy, edition.ReleaseAt,
        edition.SignedFrom, edition.Reason, SignaturesAsked = Asked(edition),
        Signatures = SignaturesOf(edition).Select(signature => new { By = signature.Login, At = signature.SignedAt, Remark = signature.Remark.Length > 0 ? signature.Remark : null }),
    };

    public static object Printed(OpenPoint point) => new { point.Point, point.Blocks, Open = point.Names };

    public static IEnumerable<string> Lines(IReadOnlyList<OpenPoint> open) => open.Select(point => $"  {(point.Blocks ? "未办" : "提示")}  {point.InWords()}");
}
