using System.IO.Compression;

namespace Reporting.Etl.Intake;

/// <summary>
/// One part of a zip file as it is inflated, counted byte by byte: what the file declares as its length is not believed. At its end
/// the check sum must fit, so that a figure changed on the way is damage and not a figure.
/// </summary>
sealed class InflatedStream(ZipArchiveEntry entry, ReadBudget budget) : ReadOnlyStream
{
    readonly Stream part = entry.Open();
    Crc32 sum = new();

    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        budget.CountInflated(read);
        sum.Add(buffer[..read]);
        if (read == 0 && buffer.Length > 0 && sum.Value != entry.Crc32) throw new InvalidDataException($"the check sum of {entry.FullName} is wrong");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) part.Dispose();
        base.Dispose(disposing);
    }
}
