using System.Text.Encodings.Web;
using System.Text.Json;
using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Issuing;

/// <summary>Which workbook: a report, a district, a period, and of a report about units the unit.</summary>
public sealed record EditionKey(Report Report, string District, Period Period, string? Unit = null)
{
    public static EditionKey Of(Edition edition) => new(Report.Named(edition.Report), edition.District, edition.Period, edition.Unit);

    /// <summary>崇明区 2022年3月 月报, for people and logs.</summary>
    public string InWords(Catalog catalog) =>
        $"{catalog.District(District)?.Name ?? District}{(Unit is null ? "" : catalog.OrgUnit(Unit)?.Name ?? Unit)} {Period.InWords()} {Report.Title}";
}

/// <summary>Who makes an edition, when, and what is said with it.</summary>
/// <param name="ReleaseAt">UTC; null: as the report's policy says.</param>
public sealed record Making(string By, DateTime Now, bool Demo, string? Reason = null, DateTime? ReleaseAt = null)
{
    /// <summary>Of one run over many editions: what they have in common is read once.</summary>
    public ReadOnce Shared { get; init; } = new();
}

/// <summary>
/// Makes editions: the bytes go into the archive, then the row into the warehouse. Whoever makes one holds <see cref="OpenWarehouse.Issuing"/>, so that
/// no two get one number.
/// </summary>
public static class Editing
{
    /// <summary>What would be rendered now: with what moved since the edition that it takes the place of.</summary>
    public static ReportAsk Ask(OpenWarehouse warehouse, EditionKey key, Load asOf, EditionStamp? stamp, Making making) =>
        Ask(warehouse, key, asOf, stamp, making.Demo, making.Reason, warehouse.Editions.Issued(key.Report.Name, key.District, key.Period, key.Unit)) with { Shared = making.Shared };

    /// <summary>An issued or held edition rendered again: by the same program its parts are those that were kept, whatever was loaded since.</summary>
    /// <param name="print">Otherwise than it was issued: the same figures on another page.</param>
    public static byte[] Again(OpenWarehouse warehouse, Edition edition, bool demo, PrintProfile? print = null)
    {
        var key = EditionKey.Of(edition);
        var before = warehouse.Editions.Of(edition.Report, edition.District, edition.Period, edition.Unit)
            .FirstOrDefault(other => other.EditionId < edition.EditionId && other.Status == EditionStatus.issued);
        var stamp = edition.Status == EditionStatus.issued ? new EditionStamp(edition.Number, edition.IssuedAt) : null;
        return key.Report.Render(Ask(warehouse, key, warehouse.Marts.LoadById(edition.AsOfLoad)!, stamp, demo, edition.Reason, before) with { Print = print ?? PrintProfile.House });
    }

    /// <summary>Makes an edition that waits for signatures: marked 未签发, without a number, for reviewers only.</summary>
    public static Edition Hold(OpenWarehouse warehouse, EditionKey key, Load asOf, Making making)
    {
        var edition = Kept(warehouse, Ask(warehouse, key, asOf, stamp: null, making), key, 0, making) with { Status = EditionStatus.held };
        edition = warehouse.Editions.Record(edition, held => ToReviewers(held, key.InWords(warehouse.Definitions.Current)));
        Durable.Passed(DurableStep.edition_recorded);
        return edition;
    }

    // Where the district's own answers go: readers have no edition yet.
    static Notice ToReviewers(Edition held, string title) =>
        new($"edition_held:{held.EditionId}", "edition_held", held.District, held.District, null, $"待签字 {title} {held.EditionId}号", JsonSerializer.Serialize(new
        {
            edition = held.EditionId, report = held.Report, period = held.Period.ToString(), org = held.Unit,
            words = $"{title}已做成待签稿 {held.EditionId} 号（批次 {held.AsOfLoad}），未签发，只给签字人和审核人。\n查看：reporting edition show {held.EditionId} --out 文件\n签字：reporting edition sign {held.EditionId} --by 登录名\n",
        }, Plain), held.IssuedAt);

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Issues an edition for which no signature is asked.</summary>
    public static Edition Issue(OpenWarehouse warehouse, EditionKey key, Load asOf, Making making)
    {
        var edition = warehouse.Editions.Record(Numbered(warehouse, key, asOf, making));
        Durable.Passed(DurableStep.edition_recorded);
        return edition;
    }

    /// <summary>Signs a held edition; the last signature that is asked for issues it, of the very load that was signed.</summary>
    /// <returns>The issued edition; null while more signatures are asked for.</returns>
    public static Edition? Sign(OpenWarehouse warehouse, Edition held, string remark, bool isLast, Making making)
    {
        Edition? issued = null;
        if (isLast)
        {
            var said = making with { Reason = held.Reason, ReleaseAt = held.ReleaseAt ?? making.ReleaseAt };
            issued = Numbered(warehouse, EditionKey.Of(held), warehouse.Marts.LoadById(held.AsOfLoad)!, said) with { SignedFrom = held.EditionId };
        }
        var recorded = warehouse.Editions.Sign(new(held.EditionId, making.By, making.Now, remark), issued);
        if (recorded is not null) Durable.Passed(DurableStep.edition_recorded);
        return recorded;
    }

    static Edition Numbered(OpenWarehouse warehouse, EditionKey key, Load asOf, Making making)
    {
        var number = warehouse.Editions.NextNumber(key.Report.Name, key.District, key.Period.Start.Year, key.Unit);
        return Kept(warehouse, Ask(warehouse, key, asOf, new(number, making.Now), making), key, number, making);
    }

    static ReportAsk Ask(OpenWarehouse warehouse, EditionKey key, Load asOf, EditionStamp? stamp, bool demo, string? reason, Edition? before)
    {
        var ask = new ReportAsk(warehouse, key.District, key.Period, asOf, stamp, demo, key.Unit);
        // Of a report that waits for its sheets, those that it did not wait for any longer.
        if (ReportPolicy.Of(ask.Catalog, key.Report.Name).Await is not null) ask = ask with { NotIn = Awaited.NotIn(ask, stamp?.IssuedAt) };
        return before is null ? ask : ask with
        {
            Revised = new(before, Revisions.Between(warehouse.Marts, ask.Catalog, key.District, key.Period, before.AsOfLoad, asOf.LoadId, key.Unit), reason),
        };
    }

    // The bytes are kept before anything speaks of them.
    static Edition Kept(OpenWarehouse warehouse, ReportAsk ask, EditionKey key, int number, Making making)
    {
        var bytes = key.Report.Render(ask);
        var sha256 = warehouse.Archive.Keep(bytes);
        Durable.Passed(DurableStep.edition_archived);
        var release = making.ReleaseAt ?? (ReportPolicy.Of(warehouse.Definitions.Current, key.Report.Name).ReleaseHours is { } hours && number > 0 ? making.Now.AddHours(hours) : null);
        return new(0, key.Report.Name, key.District, key.Unit, key.Period.Kind, key.Period.Start, key.Period.End, number, FileName(ask, key, number), sha256,
            EditionParts.Hash(bytes), EditionStatus.issued, null, ask.AsOf.LoadId, making.Now, release, making.By, making.Reason);
    }

    static string FileName(ReportAsk ask, EditionKey key, int number) =>
        $"{InFileName(ask.Catalog.District(key.District)!.Name)}{(key.Unit is null ? "" : InFileName(ask.Catalog.OrgUnit(key.Unit)?.Name ?? key.Unit))}{key.Report.FileTitle} {key.Period.InWords()} {(number > 0 ? $"第{number}期" : "未签发")}.xlsx";

    // Names may hold what no file's name may, and be longer than any.
    static string InFileName(string name) => string.Join('_', PlainText.Cut(name, 30).Split(Path.GetInvalidFileNameChars()));
}
