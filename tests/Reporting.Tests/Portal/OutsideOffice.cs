using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>An office that knows another district's unit, elements, indicators and plan out of its definitions folder, and is asked by verbs.</summary>
sealed class OutsideOffice : IDisposable
{
    static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Portal", "cases", "outside");
    static readonly Lazy<byte[]> Entered = new(Enter); // once for all that ask it
    readonly TestFolder folder = new();

    OutsideOffice(byte[]? store)
    {
        Directory.CreateDirectory(folder.Data.Definitions);
        File.WriteAllText(Path.Combine(folder.Data.Definitions, FileName), Definitions);
        if (store is not null) File.WriteAllBytes(folder.Data.WarehouseFile, store);
        Office = new(folder.Data, new(Verbs.All, JobCatalog.Shipped, TimeProvider.System));
    }

    public OutsideOffice() : this(Entered.Value) { }

    static byte[] Enter()
    {
        using var outside = new OutsideOffice(null);
        _ = outside.Office.Warehouse;
        outside.Office.Dispose();
        return File.ReadAllBytes(outside.folder.Data.WarehouseFile);
    }

    public const string FileName = "outside.yaml";

    public static string Definitions => File.ReadAllText(Path.Combine(Cases, "definitions.yaml"));
    public static string Totals => File.ReadAllText(Path.Combine(Cases, "totals.csv"));

    public Office Office { get; }

    public JsonElement Submit(string text)
    {
        var path = Path.Combine(folder.Data.Root, "年度数.csv");
        File.WriteAllText(path, text);
        return Json("submit", path).GetProperty("answers")[0];
    }

    public JsonElement Json(params string[] words) => JsonSerializer.Deserialize<JsonElement>(Ask([.. words, "--json"]).Out);

    public Answer Ask(params string[] words)
    {
        var answer = Try(words);
        Assert.True(answer.ExitCode == 0, $"{answer.Error} {answer.Out}");
        return answer;
    }

    public Answer Try(params string[] words)
    {
        var typed = Words.Of(words, Verbs.All);
        return Dispatch.InOffice(Asking.RequestOf(typed, typed.Verb!, "zh"), typed.Verb!, Office);
    }

    public void Dispose()
    {
        Office.Dispose();
        folder.Dispose();
    }
}
