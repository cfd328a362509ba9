using Reporting.Warehouse;

namespace Reporting.Tests.Warehouse;

/// <summary>Two spellings of one folder would be two engines over one file, and a committed row could be lost: there is one spelling.</summary>
public class DataFolderTests
{
    [Fact]
    public void Spellings_of_one_folder_are_one_path()
    {
        using var folder = new TestFolder();
        var real = Path.Combine(folder.Data.Root, "real", "data");
        Directory.CreateDirectory(real);
        Link("by-parent", "real");
        Link("by-self", "real/data");
        // A link into a folder that is reached over a link itself.
        Link("by-two", Path.Combine(folder.Data.Root, "by-parent", "data"));
        Link("by-chain", "by-two");

        string[] spellings =
        [
            real, real + "/", real + "//", Path.Combine(folder.Data.Root, "real", ".", "..", "real", "data"), Path.GetRelativePath(Environment.CurrentDirectory, real),
            At("by-parent/data"), At("by-self"), At("by-self/"), At("by-two"), At("by-chain"),
        ];
        Assert.All(spellings, spelling => Assert.Equal(real, DataFolder.At(spelling).Root));
        // What is not there yet keeps its name below what is.
        Assert.Equal(Path.Combine(real, "new", "er"), DataFolder.At(At("by-chain/new/er")).Root);

        string At(string name) => Path.Combine(folder.Data.Root, name);
        void Link(string name, string target) => Directory.CreateSymbolicLink(At(name), target);
    }
}
