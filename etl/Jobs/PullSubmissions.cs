using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <param name="LeftAlone">Files not touched, with the reason: still being written, not to be opened, not in a unit's folder.</param>
public sealed record PullOutcome(int Taken, int Repeated, IReadOnlyList<AnswerContent> Answers, IReadOnlyList<string> LeftAlone)
{
    /// <summary>Where the time went.</summary>
    public IReadOnlyDictionary<PullStep, double> Seconds { get; init; } = new Dictionary<PullStep, double>();
}

/// <summary>
/// Pulls the inbox: a folder per org unit, named by its code. A file is taken once its size and time have stood still for five seconds, and
/// then lies in 已收/. What an earlier run left unanswered is answered first.
/// </summary>
public static class PullSubmissions
{
    public static readonly TimeSpan Still = TimeSpan.FromSeconds(5);
    public const string ReceivedFolder = "已收";

    /// <param name="wait">Waits a span of time; a simulated clock moves on instead.</param>
    public static async Task<PullOutcome> Run(
        OpenWarehouse warehouse, TimeProvider clock, Func<TimeSpan, Task> wait, Action<IReadOnlyList<Notice>> copyNotices, ReadLimits? limits = null, Action<int, int>? progress = null, CancellationToken cancel = default)
    {
        var units = Folders(warehouse.Data, warehouse.Definitions.Current);
        var first = units.SelectMany(unit => Look(warehouse.Data, unit)).ToHashSet();
        var astray = InboxLeftover.In(warehouse.Data, units, IsPassedOver).ToHashSet();
        if (first.Count + astray.Count > 0) await wait(Still);
        var left = astray.Count == 0 ? [] : InboxLeftover.In(warehouse.Data, units, IsPassedOver).Where(astray.Contains).ToList();
        var again = units.SelectMany(unit => Look(warehouse.Data, unit)).Where(first.Contains).ToList();
        var still = again.Where(file => file.CanBeRead()).ToList();

        var times = new StepSeconds();
        var taken = times.Of(PullStep.receive, () => Take(warehouse, still, clock.GetUtcNow().UtcDateTime));
        var answers = SettleSubmissions.Unsettled(warehouse, clock.GetUtcNow().UtcDateTime, "system", limits, progress: progress, times: times, cancel: cancel);
        warehouse.Outbox.Announce([.. left.Select(each => each.Told(warehouse.Definitions.Current, clock.GetUtcNow().UtcDateTime))]);
        times.Of(PullStep.answer, () => CarryNotices.Run(warehouse, copyNotices, clock.GetUtcNow().UtcDateTime, limits));
        return new(taken.Count(one => one.IsNew), taken.Count(one => !one.IsNew), answers,
            [.. first.Except(again).Select(file => $"{file.Unit}/{file.Name}: 仍在写入"), .. again.Except(still).Select(file => $"{file.Unit}/{file.Name}: 打不开"), .. left.Select(each => each.ToString())])
        { Seconds = times.BySteps };
    }

    static IReadOnlyList<(Submission Submission, bool IsNew)> Take(OpenWarehouse warehouse, List<InboxFile> still, DateTime now)
    {
        var arrived = still.ConvertAll(file => file.Arrived());
        var taken = TakeFiles.Run(warehouse, arrived, now);
        // Said before the file is moved away; what a crash made be taken again is answered as the submission it is.
        warehouse.Outbox.Announce([.. arrived.Zip(taken, (file, one) => (File: file, There: one.Submission, one.IsNew)).Where(one => !one.IsNew && one.There.Arrival != one.File.Key)
            .Select(one => RepeatedFile.Answer(one.There, one.File, warehouse.Definitions.Current.OrgUnit(one.File.Unit!)?.District, now))]);
        foreach (var (file, index) in still.Select((file, index) => (file, index))) file.MoveAway(taken[index].Submission);
        return taken;
    }

    static List<string> Folders(DataFolder data, Catalog catalog) =>
        [.. catalog.OrgUnits.Select(unit => unit.Code).Distinct().Where(code => Directory.Exists(Path.Combine(data.Inbox, code))).Order(StringComparer.Ordinal)];

    static IEnumerable<InboxFile> Look(DataFolder data, string unit) =>
        new DirectoryInfo(Path.Combine(data.Inbox, unit)).EnumerateFiles()
            .Where(file => !IsPassedOver(file.Name))
            .OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => InboxFile.Of(unit, file));

    // What offices and systems leave beside real files: lock files, hidden files, halves of a transfer, thumbnails.
    static bool IsPassedOver(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith('.') || name.StartsWith("._", StringComparison.Ordinal)
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase)
        || Path.GetExtension(name).ToLowerInvariant() is ".part" or ".tmp" or ".filepart" or ".crdownload";
}
