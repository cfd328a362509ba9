namespace Reporting.Etl.Intake;

/// <summary>Bytes in memory whose every reading looks at the clock: a library that reads them knows nothing of deadlines.</summary>
sealed class WatchedStream(byte[] bytes, ReadBudget budget) : MemoryStream(bytes, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        budget.CheckTime();
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        budget.CheckTime();
        return base.Read(buffer);
    }

    public override int ReadByte()
    {
        budget.CheckTime();
        return base.ReadByte();
    }
}
