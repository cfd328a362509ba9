using System.Collections.Concurrent;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Portal;

/// <summary>
/// An office in this process, on a folder of its own, that knows the shipped definitions and has received nothing, asked by verbs. Entering
/// them takes longer than what most tests then ask: it is done once for each moment at which a clock begins, and the store copied.
/// </summary>
sealed class ShippedOffice : IDisposable
{
    static readonly ConcurrentDictionary<DateTime, Lazy<byte[]>> Entered = [];
    readonly TestFolder folder = new();

    public ShippedOffice(TimeProvider? time = null)
    {
        File.WriteAllBytes(folder.Data.WarehouseFile, EnteredBy(time ?? TimeProvider.System));
        Office = new(folder.Data, TestOffice.Installation with { Time = time ?? TimeProvider.System });
    }

    public Office Office { get; }

    /// <summary>The warehouse of an office that has opened by this clock and done nothing else.</summary>
    public static byte[] EnteredBy(TimeProvider time) =>
        Entered.GetOrAdd(time == TimeProvider.System ? default : time.GetUtcNow().UtcDateTime, _ => new(() => Enter(time))).Value;

    /// <summary>What a process that has read the shipped definitions keeps for the next one.</summary>
    public static byte[] DefinitionsRead => Read.Value;

    static readonly Lazy<byte[]> Read = new(() =>
    {
        using var folder = new TestFolder();
        DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null, folder.Data.ReadDefinitions);
        return File.ReadAllBytes(folder.Data.ReadDefinitions);
    });

    static byte[] Enter(TimeProvider time)
    {
        using var folder = new TestFolder();
        using (var office = new Office(folder.Data, TestOffice.Installation with { Time = time })) _ = office.Warehouse;
        Assert.False(File.Exists(folder.Data.WarehouseFile + ".wal"));
        return File.ReadAllBytes(folder.Data.WarehouseFile);
    }

    /// <summary>The answer to words as typed.</summary>
    public Answer Ask(params string[] words)
    {
        try
        {
            var typed = Words.Of(words, Verbs.All);
            return Dispatch.InOffice(Asking.RequestOf(typed, typed.Verb!, "zh"), typed.Verb!, Office);
        }
        catch (MisuseException error) { return Answer.Misused(error.In("zh")); }
    }

    public Answer Done(params string[] words)
    {
        var answer = Ask(words);
        Assert.True(answer.ExitCode == 0, answer.Error);
        return answer;
    }

    public void Refused(string why, params string[] words)
    {
        var answer = Ask(words);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(why, answer.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Office.Dispose();
        folder.Dispose();
    }
}
