namespace Reporting.Portal.Commands;

/// <summary>Puts an answer's files where the client stands. Each appears whole or not at all; in a folder nothing is ever overwritten.</summary>
static class WrittenFiles
{
    // A workbook opens only under the ending of its kind.
    static readonly string[] Endings = [".xlsx", ".xlsm", ".xls", ".et", ".csv"];

    /// <returns>Where each file lies now, and whether another one of that name lay there.</returns>
    public static IReadOnlyList<(OutFile File, string Path, bool Replaced)> Write(IEnumerable<OutFile> files) => [.. files.Select(file => Write(file))];

    static (OutFile, string, bool) Write(OutFile file)
    {
        if (file.LaidAt is { } laid) return Taken(file, laid);
        var path = PathOf(file);
        var replaced = File.Exists(path) && !file.Bytes.AsSpan().SequenceEqual(File.ReadAllBytes(path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllBytes(draft, file.Bytes);
            File.Move(draft, path, overwrite: true);
        }
        finally { File.Delete(draft); }
        return (file, path, replaced);
    }

    // On another disk moving is copying, so that the name comes last here too.
    static (OutFile, string, bool) Taken(OutFile file, string laid)
    {
        var path = Path.GetFullPath(file.Path);
        var (replaced, draft) = (File.Exists(path), $"{path}.{Environment.ProcessId}.part");
        try
        {
            File.Move(laid, draft, overwrite: true);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
            File.Delete(laid);
        }
        return (file, path, replaced);
    }

    static string PathOf(OutFile file)
    {
        var given = Path.GetFullPath(file.Path);
        if (file.Name is not { } name) return given;
        if (file.InFolder || Directory.Exists(given)) return Free(Path.Combine(given, name), file.Bytes);
        var (ending, typed) = (Path.GetExtension(name), Path.GetExtension(given));
        if (ending.Equals(typed, StringComparison.OrdinalIgnoreCase)) return given;
        return Free(Endings.Contains(typed.ToLowerInvariant()) ? Path.ChangeExtension(given, ending) : given + ending, file.Bytes);
    }

    // Two inputs may have one name, and what lies there from an earlier round may have been worked on since.
    static string Free(string path, byte[] bytes)
    {
        for (var number = 1; ; number++)
        {
            var tried = number == 1 ? path : Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}（{number}）{Path.GetExtension(path)}");
            if (!Path.Exists(tried) || File.Exists(tried) && bytes.AsSpan().SequenceEqual(File.ReadAllBytes(tried))) return tried;
        }
    }
}
