using System.Diagnostics;

namespace Reporting.Tests.Answers;

/// <summary>Files opened and saved again by a real office program.</summary>
static class Office
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>All given workbooks in another format, in one start of the program; what could not be opened is absent.</summary>
    public static IReadOnlyDictionary<string, byte[]> Converted(IReadOnlyDictionary<string, byte[]> books, string format)
    {
        var folder = Directory.CreateTempSubdirectory("reporting-office-").FullName;
        try
        {
            var names = books.Keys.Index().ToDictionary(book => book.Item, book => $"book{book.Index}");
            foreach (var (name, bytes) in books) File.WriteAllBytes(Path.Combine(folder, $"{names[name]}.xlsx"), bytes);
            var target = Directory.CreateDirectory(Path.Combine(folder, "out")).FullName;
            // A profile of its own: another user's office would share the default one.
            Run("soffice", [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", format, "--outdir", target, .. names.Values.Select(name => $"{name}.xlsx")], folder);
            return names.Where(name => File.Exists(Path.Combine(target, $"{name.Value}.{format}"))).ToDictionary(name => name.Key, name => File.ReadAllBytes(Path.Combine(target, $"{name.Value}.{format}")));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    static void Run(string program, IEnumerable<string> args, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience)) { process.Kill(entireProcessTree: true); Assert.Fail($"{program} did not end within {Patience}"); }
        Assert.True(process.ExitCode == 0, $"{output.Result} {error.Result}");
    }
}
