namespace Reporting.Etl.Intake;

/// <summary>What a file may be; enforced while streaming, before anything is held in memory. Honest books inflate up to 15 times.</summary>
public sealed record ReadLimits
{
    public long FileBytes { get; init; } = 50 * 1024 * 1024;
    public long InflatedBytes { get; init; } = 512L * 1024 * 1024;
    public int InflationRatio { get; init; } = 100;
    public int Rows { get; init; } = 200_000;
    public int Columns { get; init; } = 1_000;
    public int Cells { get; init; } = 4_000_000;
    public int Sheets { get; init; } = 100;
    public int TextLength { get; init; } = 32_767;
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);
}
