namespace Reporting.Portal.Delivery;

/// <summary>
/// The last part of a mail. Whether all of it was fetched is what tells a connection that broke before the server can have the mail from one that
/// broke after: the mail library does not say. Once cut off it gives nothing more, so that a mail that was given up cannot come to its end.
/// </summary>
sealed class WatchedStream(byte[] bytes) : Stream
{
    readonly Lock reading = new();
    int fetched;
    bool cut;

    /// <summary>All of it was fetched: the server may have it.</summary>
    public bool IsWhole
    {
        get { lock (reading) return fetched == bytes.Length; }
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => bytes.Length;
    public override long Position { get => fetched; set => throw new NotSupportedException(); }

    /// <summary>Tells whether all of it had been fetched by then; if not, no more of it ever will be.</summary>
    public bool CutOff()
    {
        lock (reading)
        {
            cut = true;
            return fetched == bytes.Length;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        lock (reading)
        {
            if (cut) throw new IOException("the mail was given up");
            var count = Math.Min(buffer.Length, bytes.Length - fetched);
            bytes.AsSpan(fetched, count).CopyTo(buffer);
            fetched += count;
            return count;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
