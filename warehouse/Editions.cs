using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>Workbooks that are issued or wait for it: their bytes lie in the archive before their row exists, and are served again for ever.</summary>
public sealed class Editions(DuckDbGateway gateway)
{
    /// <summary>The edition issued last for this report, district, period and unit; null while none is.</summary>
    public Edition? Issued(string report, string district, Period period, string? unit = null) =>
        Of(report, district, period, unit).FirstOrDefault(edition => edition.Status == EditionStatus.issued);

    /// <summary>The edition that waits for signatures: the last one made, where none was issued after it.</summary>
    public Edition? Held(string report, string district, Period period, string? unit = null) =>
        Of(report, district, period, unit) is [{ Status: EditionStatus.held } latest, ..] ? latest : null;

    /// <summary>All of a period, held ones too, newest first.</summary>
    public IReadOnlyList<Edition> Of(string report, string district, Period period, string? unit = null) =>
        gateway.Read<Edition>("Schema/editions/of_period.sql", new { report, district, unit, kind = period.Kind.ToString(), start = period.Start });

    /// <summary>The next 期次 of a report in a district (of a report about units: of the unit) and year.</summary>
    public int NextNumber(string report, string district, int year, string? unit = null) =>
        gateway.Read<int>("Schema/editions/next_number.sql", new { report, district, unit, year }).Single();

    public IReadOnlyList<EditionSignature> Signatures() => gateway.Read<EditionSignature>("Schema/editions/signatures.sql");

    public IReadOnlyList<Edition> All() => gateway.Read<Edition>("Schema/editions/all.sql");

    /// <summary>Records an edition whose bytes are kept.</summary>
    /// <param name="edition">Its id is given here.</param>
    /// <param name="announce">What is told of it, once it has an id; null: nothing.</param>
    public Edition Record(Edition edition, Func<Edition, Notice>? announce = null) => gateway.Write(transaction =>
    {
        var recorded = Insert(transaction, edition);
        if (announce is not null) Outbox.Insert(transaction, [announce(recorded)]);
        return recorded;
    });

    /// <summary>Records a signature, with the edition that it completes: one act.</summary>
    /// <param name="issued">Null while more signatures are asked for.</param>
    public Edition? Sign(EditionSignature signature, Edition? issued) => gateway.Write(transaction =>
    {
        transaction.Execute("Schema/editions/insert_signature.sql", new { id = signature.EditionId, by = signature.Login, now = signature.SignedAt, reason = signature.Remark });
        return issued is null ? null : Insert(transaction, issued);
    });

    static Edition Insert(WriteTransaction transaction, Edition edition)
    {
        var id = transaction.One<long>("Schema/editions/next_id.sql");
        transaction.Execute("Schema/editions/insert.sql", new
        {
            id, report = edition.Report, district = edition.District, unit = edition.Unit, kind = edition.PeriodKind.ToString(), start = edition.PeriodStart,
            end = edition.PeriodEnd, number = edition.Number, fileName = edition.FileName, sha256 = edition.Sha256, contentHash = edition.ContentHash,
            status = edition.Status.ToString(), signedFrom = edition.SignedFrom, asOf = edition.AsOfLoad, issuedAt = edition.IssuedAt,
            releaseAt = edition.ReleaseAt, by = edition.IssuedBy, reason = edition.Reason,
        });
        return edition with { EditionId = id };
    }
}
