using Reporting.Warehouse;

namespace Reporting.Tests.Warehouse;

/// <summary>An empty data folder that goes away with the test.</summary>
sealed class TestFolder : IDisposable
{
    public DataFolder Data { get; } = DataFolder.At(Directory.CreateTempSubdirectory("reporting-").FullName);

    public void Dispose() => Directory.Delete(Data.Root, recursive: true);
}
