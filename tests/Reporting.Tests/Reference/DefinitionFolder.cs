using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reference;

/// <summary>A folder of definition files that overrides the shipped ones, gone when the test is done.</summary>
sealed class DefinitionFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("definitions").FullName;

    public DefinitionFolder With(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public DefinitionFolder With(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);
        return this;
    }

    public IReadOnlyList<Definition> Read() => DefinitionFiles.Read(DefinitionFiles.ShippedFolder, Path);

    public IReadOnlyList<DefinitionProblem> Problems() => Assert.Throws<DefinitionException>(Read).Problems;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public static string Shipped(string file) => File.ReadAllText(System.IO.Path.Combine(DefinitionFiles.ShippedFolder, file));
}
