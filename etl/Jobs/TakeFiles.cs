using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>Channels by which a person sends who is known by a login; all others are a unit's.</summary>
public static class LoginChannel
{
    public const string Command = "command", Page = "page", Api = "api";

    public static bool Is(string channel) => channel is Command or Page or Api;
}

/// <summary>A file that has arrived over some channel and is to be taken.</summary>
/// <param name="Key">Tells one arrival from another over the same channel: its path, time and size, or an upload's id.</param>
/// <param name="Unit">Unit whose channel it came through; null for an operator.</param>
public sealed record ArrivedFile(string Name, Func<Stream> Open, string Channel, string? Unit, string Key, string SentBy)
{
    /// <summary>Where an operator named a unit, its district; else the channel's.</summary>
    public string? District { get; init; }
}

/// <summary>Takes files: bytes into the archive, synced, before anything looks at them; then a receipt.</summary>
public static class TakeFiles
{
    /// <param name="answers">A person answers what was asked of the same bytes: they are taken anew, and what was unclear is settled by it.</param>
    /// <returns>For each file, in order, its submission and whether it is new; an old one stands already and is answered again.</returns>
    public static IReadOnlyList<(Submission Submission, bool IsNew)> Run(OpenWarehouse warehouse, IReadOnlyList<ArrivedFile> files, DateTime now, Answers? answers = null)
    {
        if (files.Count == 0) return [];
        var kept = warehouse.Archive.Keep([.. files.Select(file => file.Open)]);
        Durable.Passed(DurableStep.take_archived);

        var taken = warehouse.Submissions.Record([.. files.Zip(kept, (file, bytes) => new Arrival(
            OneLine.Of(file.Name), bytes.Sha256, bytes.Size, file.Channel, file.Unit,
            file.District ?? (file.Unit is null ? null : warehouse.Definitions.Current.OrgUnit(file.Unit)?.District),
            file.Key, OneLine.Of(file.SentBy), now, answers))]);
        Durable.Passed(DurableStep.take_recorded);
        return taken;
    }
}
