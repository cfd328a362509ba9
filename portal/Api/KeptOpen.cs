namespace Reporting.Portal.Api;

/// <summary>Reads a stream that others read after it: it is left open.</summary>
sealed class KeptOpen(Stream under) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => under.CanSeek;
    public override bool CanWrite => false;
    public override long Length => under.Length;
    public override long Position { get => under.Position; set => under.Position = value; }
    public override int Read(byte[] buffer, int offset, int count) => under.Read(buffer, offset, count);
    public override int Read(Span<byte> buffer) => under.Read(buffer);
    public override long Seek(long offset, SeekOrigin origin) => under.Seek(offset, origin);
    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
