using Reporting.Portal.Keeping;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>Where a verb is answered: in this process when it can have the data folder, else in the serving process that has it.</summary>
static class Dispatch
{
    /// <summary>Other verbs hold the folder for moments: worth waiting for.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="isNamed">The folder was named by <c>--data</c>.</param>
    public static async Task<Answer> Answer(Request request, Verb verb, DataFolder data, Installation installation, bool isNamed)
    {
        if (FileOnTheWayTo(data.Root) is { } file) throw new MisuseException($"{file} 是文件；--data 要指一个目录。", $"{file} is a file; --data names a folder.");
        verb.Before?.Invoke(request, data);
        var begins = !request.Has("--dry-run") && (verb.Begins == Beginning.Anywhere || verb.Begins == Beginning.WhereItRuns && !isNamed);
        if (begins) Directory.CreateDirectory(data.Root);
        var since = installation.Time.GetTimestamp();
        while (true)
        {
            // While another process holds it, it may be about to begin it.
            if (!begins && !data.IsBegun && FolderLock.HolderOf(data) is null) throw NoData(data);
            using (var held = FolderLock.TryTake(data, verb.Name))
                if (held is not null) return await Here(request, verb, data, installation);
            var holder = FolderLock.HolderOf(data);
            if (holder?.Verb == Serve.Verb.Name)
            {
                if (verb.Run is null) throw InUse(holder);
                if (await Forwarding.Ask(data, request, holder) is { } answer) return answer;
            }
            if (installation.Time.GetElapsedTime(since) > Patience) throw InUse(holder);
            await Task.Delay(Pause);
        }
    }

    /// <summary>In an open office: this process's own, or the serving one's.</summary>
    public static Answer InOffice(Request request, Verb verb, Office office)
    {
        var answer = Explained(request, office, () => verb.Run!(request, office));
        return !verb.IsDecision(request) ? answer : Explained(request, office, () =>
        {
            office.Operations.Audit(Entry(request, answer, office.Time.GetUtcNow()));
            return answer;
        });
    }

    static Answer Explained(Request request, Office office, Func<Answer> ask)
    {
        try { return ask(); }
        catch (Exception error) { return Failures.Explain(error, request.Lang, office.Data); }
    }

    static async Task<Answer> Here(Request request, Verb verb, DataFolder data, Installation installation)
    {
        Restoration.Finish(data);
        if (verb.RunAlone is { } alone)
        {
            using var interrupt = new CancellationTokenSource();
            Console.CancelKeyPress += (_, press) => { press.Cancel = true; interrupt.Cancel(); };
            return await alone(request, data, installation, interrupt.Token);
        }
        using var office = new Office(data, installation);
        return InOffice(request, verb, office);
    }

    static AuditEntry Entry(Request request, Answer answer, DateTimeOffset at) => new(
        at, request.By, request.Verb, PrintedJson.Of(request.Values), request.Reason, answer.ExitCode, answer.Error.Length == 0 ? null : answer.Error, request.FromAddress);

    static string? FileOnTheWayTo(string? folder)
    {
        while (folder is not null && !File.Exists(folder)) folder = Path.GetDirectoryName(folder);
        return folder;
    }

    static MisuseException NoData(DataFolder data) => new(
        $"没有这个数据目录：{data.Root} {(Directory.Exists(data.Root) ? "里没有数据仓库" : "不存在")}；检查 --data，或先运行 reporting serve --data {data.Root} 建一个。",
        $"There is no data folder {data.Root}{(Directory.Exists(data.Root) ? " (no warehouse in it)" : "")}; check --data, or let reporting serve --data {data.Root} make one.");

    static FailureException InUse(Holder? holder) => holder is null
        ? new("数据目录正被另一个进程占用；稍后再试。", "Another process holds the data folder; try again later.")
        : new($"数据目录正被进程 {holder.Pid}（reporting {holder.Verb}）占用；先停止它再试。", $"Process {holder.Pid} (reporting {holder.Verb}) holds the data folder; stop it first and try again.");
}
