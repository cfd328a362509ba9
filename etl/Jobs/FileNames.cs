using System.Text;

namespace Reporting.Etl.Jobs;

/// <summary>Names that fit a file system, which counts bytes: a Chinese character is three.</summary>
static class FileNames
{
    /// <summary>The longest name of one file, in bytes.</summary>
    public const int Longest = 255;

    /// <summary>The name, its words cut short where it is too long; the ending after the last point stays.</summary>
    public static string Fitting(string name, int bytes)
    {
        var ending = Path.GetExtension(name) is { Length: <= 10 } given ? given : "";
        var words = name[..^ending.Length];
        while (Encoding.UTF8.GetByteCount(words + ending) > bytes) words = words[..^(words.Length > 1 && char.IsLowSurrogate(words[^1]) ? 2 : 1)];
        return words + ending;
    }
}
