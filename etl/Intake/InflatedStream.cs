using System.IO.Compression;

namespace Reporting.Etl.Intake;

/// <summary>
/// One part of a zip file as it is inflated, counted byte by byte: what the file declares as its length is not believed. At its end
/// the check sum must fit, so that a figure changed on the way is damage and not a figure.
/// </summary>
sealed class InflatedStream(ZipArchiveEntry entry, ReadBudget budget) : Stream
{
    readonly Stream part = entry.Open();
    Crc32 sum = new();

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        budget.CountInflated(read);
        sum.Add(buffer[..read]);
        if (read == 0 && buffer.Length > 0 && sum.Value != entry.Crc32) throw new InvalidDataException($"the check sum of {entry.FullName} is wrong");
        return read;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) part.Dispose();
        base.Dispose(disposing);
    }
}
