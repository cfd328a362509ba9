namespace Reporting.Portal.Delivery;

/// <summary>
/// The last part of a mail. Whether all of it was fetched is what tells a connection that broke before the server can have the mail from one that
/// broke after: the mail library does not say. Once cut off it gives nothing more, so that a mail that was given up cannot come to its end.
/// </summary>
sealed class WatchedStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    readonly Lock reading = new();
    bool cut;

    /// <summary>All of it was fetched: the server may have it.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Tells whether all of it had been fetched by then; if not, no more of it ever will be.</summary>
    public bool CutOff()
    {
        lock (reading)
        {
            cut = true;
            return IsWhole;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        lock (reading)
        {
            if (cut) throw new IOException("the mail was given up");
            var read = base.Read(buffer[..Math.Min(buffer.Length, (int)(Length - Position))]);
            IsWhole |= Position == Length;
            return read;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
