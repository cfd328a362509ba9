using Reporting.Tests.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reference;

/// <summary>Definitions that were read before are not read again, unless anything about them is another; and what is kept of them is only taken whole.</summary>
public sealed class ReadBeforeTests : IDisposable
{
    const string Breakdowns = "breakdowns:\n  - { id: female, name: 女性, group: sex, exhaustive: false }\n";
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Kept => folder.Data.ReadDefinitions;

    [Fact]
    public void What_is_kept_is_what_was_read()
    {
        var shipped = DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null, Kept);
        Assert.Equal(shipped, ReadBefore.Find(Kept, Key(DefinitionFiles.ShippedFolder)));
    }

    [Fact]
    public void Read_once_while_nothing_has_changed()
    {
        Write("a.yaml", Breakdowns);
        var first = Read();
        Assert.Same(first, Read());
        Write("a.yaml", Breakdowns.Replace("女性", "妇女", StringComparison.Ordinal));
        Assert.Contains("妇女", Assert.Single(Read()).Body, StringComparison.Ordinal);
        Assert.Null(ReadBefore.Find(Kept, Key(Written) + "0"));
        Assert.NotNull(ReadBefore.Find(Kept, Key(Written)));
        Write("a.yaml", "breakdowns:\n  - { id: female, group: sex }\n");
        for (var times = 0; times < 2; times++) Assert.Throws<DefinitionException>(Read);
    }

    /// <summary>Bytes of the kept file that a fault turned, or that a full disk cut off: read anew, and kept anew.</summary>
    [Fact]
    public void What_is_damaged_is_not_taken()
    {
        Write("a.yaml", Breakdowns);
        var key = (Read(), Key(Written)).Item2;
        var whole = File.ReadAllBytes(Kept);
        for (var place = 0; place < whole.Length; place += 7)
        {
            File.WriteAllBytes(Kept, whole[..place]);
            Assert.Null(ReadBefore.Find(Kept, key));
            byte[] turned = [.. whole];
            turned[place] ^= 4;
            File.WriteAllBytes(Kept, turned);
            Assert.Null(ReadBefore.Find(Kept, key));
        }
        File.Delete(Kept);
        Read();
        Assert.Equal(whole, File.ReadAllBytes(Kept));
    }

    IReadOnlyList<Definition> Read() => DefinitionFiles.Read(Written, null, Kept);

    string Written => Directory.CreateDirectory(Path.Combine(folder.Data.Root, "written")).FullName;

    void Write(string name, string text) => File.WriteAllText(Path.Combine(Written, name), text);

    static string Key(string folder) => ReadBefore.KeyOf([.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(path => new SourceFile(path, Path.GetRelativePath(folder, path), overrides: false))])!;
}
