using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Reporting.Tests.Jobs;

namespace Reporting.Tests.Keeping;

/// <summary>归档: whole, readable without the program, and the same bytes each time.</summary>
public sealed class BundleTests : IDisposable
{
    readonly KeptOffice kept = new();

    public void Dispose() => kept.Dispose();

    [Fact]
    public void A_year_in_one_zip_holds_what_it_names_and_is_the_same_each_time()
    {
        var load = kept.Office.Warehouse.Marts.LastLoad()!.LoadId;
        var first = Bundled();
        Assert.Equal(first, Bundled());
        JanuarySheets.Send(kept.Office.Warehouse, [JanuarySheets.All[2]], kept.Office.Now);
        Assert.NotEqual(first, Bundled());
        Assert.Equal(first, Bundled("--as-of", $"{load}"));

        using var zip = new ZipArchive(new MemoryStream(first));
        var files = zip.Entries.ToDictionary(entry => entry.FullName, Bytes);
        var manifest = JsonSerializer.Deserialize<JsonElement>(files["manifest.json"]).GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(files.Keys.Except(["manifest.json", "manifest.csv", "目录.txt"]).Order(StringComparer.Ordinal), manifest.Select(entry => entry.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(manifest, entry => Assert.Equal(entry.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(files[entry.GetProperty("path").GetString()!]))));
        foreach (var sheet in JanuarySheets.All.Take(2)) Assert.Equal(sheet.Bytes, files.Single(file => file.Key.StartsWith("originals/", StringComparison.Ordinal) && file.Key.EndsWith(sheet.FileName, StringComparison.Ordinal)).Value);
        Assert.Equal(File.ReadAllBytes(Assert.Single(Directory.GetFiles(kept.Data.Editions))), files.Single(file => file.Key.StartsWith("editions/", StringComparison.Ordinal)).Value);
        Assert.Equal(2, files.Keys.Count(path => path.StartsWith("receipts/", StringComparison.Ordinal)));
        Assert.Contains("runs/001/manifest.json", files.Keys);
        Assert.Contains("definitions/form/employment-monthly v1.json", files.Keys);
        var contents = System.Text.Encoding.UTF8.GetString(files["目录.txt"]);
        Assert.Contains("崇明区 2022 年归档目录", contents, StringComparison.Ordinal);
        Assert.Contains("除原件外本归档不含个人信息", contents, StringComparison.Ordinal);
        Assert.All(files.Keys.Except(["manifest.json", "manifest.csv", "目录.txt"]), path => Assert.Contains(path, contents, StringComparison.Ordinal));
    }

    byte[] Bundled(params string[] more)
    {
        var answer = kept.Ask(["bundle", "--district", KeptOffice.District, "--year", "2022", "--out", Path.Combine(kept.Home, "b.zip"), .. more]);
        Assert.True(answer.ExitCode == 0, answer.Error);
        var laid = Assert.Single(answer.Files!).LaidAt!;
        var bytes = File.ReadAllBytes(laid);
        File.Delete(laid);
        return bytes;
    }

    static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var whole = new MemoryStream();
        content.CopyTo(whole);
        return whole.ToArray();
    }
}
