using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>Issued workbooks: their bytes lie in the archive before their row exists, and are served again for ever.</summary>
public sealed class Editions(DuckDbGateway gateway)
{
    /// <summary>The edition issued last for this report, district and period; null while none is.</summary>
    public Edition? Issued(string report, string district, Period period) =>
        gateway.Read<Edition>("Schema/editions/issued.sql", new { report, district, kind = period.Kind.ToString(), start = period.Start }) is [var latest, ..] ? latest : null;

    /// <summary>The next 期次 of a report in a district and year.</summary>
    public int NextNumber(string report, string district, int year) =>
        gateway.Read<int>("Schema/editions/next_number.sql", new { report, district, year }).Single();

    /// <summary>Records an edition whose bytes are kept.</summary>
    public Edition Record(Edition edition) => gateway.Write(transaction =>
    {
        var id = transaction.One<long>("Schema/editions/next_id.sql");
        transaction.Execute("Schema/editions/insert.sql", new
        {
            id, report = edition.Report, district = edition.District, kind = edition.PeriodKind.ToString(), start = edition.PeriodStart,
            number = edition.Number, fileName = edition.FileName, sha256 = edition.Sha256, asOf = edition.AsOfLoad, issuedAt = edition.IssuedAt,
        });
        return edition with { EditionId = id };
    });

    public IReadOnlyList<Edition> All() => gateway.Read<Edition>("Schema/editions/all.sql");
}
