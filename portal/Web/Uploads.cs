using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Operations;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Web;

/// <summary>One file of a request; it may be opened several times.</summary>
sealed record UploadedFile(string Name, long Size, Func<Stream> Open)
{
    public static UploadedFile Of(IFormFile file) => new(NameOf(file.FileName), file.Length, file.OpenReadStream);

    /// <summary>A name is words of a stranger: no folders, one line.</summary>
    public static string NameOf(string? given) => OneLine.Of((given ?? "").Split('/', '\\')[^1]).Trim() is { Length: > 0 } name ? name : "未命名";
}

/// <summary>What reporters send by page or API goes the way of a file in their unit's inbox: a sheet of another unit is asked about, never taken for theirs.</summary>
static class Uploads
{
    /// <summary>Who waits holds no thread: pages are answered while many send. One process serves one office.</summary>
    static readonly SemaphoreSlim Takers = new(8), Settler = new(1);

    /// <param name="unit">The unit that the sender chose; null: found from the file, where they report for several.</param>
    /// <param name="named">What the sender answered about form, unit and period; a unit named there is one of theirs, which has been asked before.</param>
    /// <exception cref="RefusedException">The sender has sent enough for a day, or there is no room; none of it was taken.</exception>
    public static async Task<IReadOnlyList<AnswerContent>> Take(Office office, HttpContext context, string channel, IReadOnlyList<UploadedFile> files, OrgUnit? unit = null, Answers? named = null)
    {
        var caller = context.Caller()!;
        var (quota, bytes) = (context.RequestServices.GetRequiredService<UploadQuota>(), files.Sum(file => file.Size));
        quota.AskForRoom(bytes);
        quota.Count(caller.Login, files.Count, bytes);
        var taken = await InTurn(Takers, () => Taking.Take(office, Arrived(office, caller, channel, files, unit, named), named));
        var answers = await InTurn(Settler, () => Taking.Answered(office, taken, caller.Login));
        Audit(office, caller, context.Connection.RemoteIpAddress?.ToString(), answers, named);
        return answers;
    }

    /// <summary>What was asked of form, unit and period is answered: the same bytes go their way again as their sender's, in the channel they came through, with the answer.</summary>
    public static async Task<AnswerContent> Again(Office office, HttpContext context, Submission first, Answers given)
    {
        var caller = context.Caller()!;
        // One question may follow another: what was said before still holds where nothing else is said now.
        var before = office.Warehouse.Submissions.Answers(first.SubmissionId).GetValueOrDefault(first.SubmissionId);
        given = given with { Form = given.Form ?? before?.Form, OrgUnit = given.OrgUnit ?? before?.OrgUnit, Period = given.Period ?? before?.Period };
        var unit = first.ChannelUnit is null ? given.OrgUnit : null;
        var catalog = office.Warehouse.Definitions.Current;
        var file = new ArrivedFile(first.FileName, () => new MemoryStream(office.Warehouse.Archive.Read(first.Sha256)), first.Channel, first.ChannelUnit, Guid.NewGuid().ToString("N"), first.SentBy)
        {
            District = catalog.District(first.Receipt[..6])?.Code ?? (unit is null ? null : catalog.OrgUnit(unit)?.District),
        };
        var named = given with { GivenBy = Login.AreSame(caller.Login, first.SentBy) ? before?.GivenBy : caller.Login };
        var taken = await InTurn(Takers, () => Taking.Take(office, [file], named));
        var answers = await InTurn(Settler, () => Taking.Answered(office, taken, caller.Login));
        Audit(office, caller, context.Connection.RemoteIpAddress?.ToString(), answers, named);
        return answers[0];
    }

    static async Task<T> InTurn<T>(SemaphoreSlim turn, Func<T> work)
    {
        await turn.WaitAsync(); // what was sent whole is answered, also where its sender is gone
        try { return work(); }
        finally { turn.Release(); }
    }

    static IReadOnlyList<ArrivedFile> Arrived(Office office, Caller caller, string channel, IReadOnlyList<UploadedFile> files, OrgUnit? unit, Answers? named)
    {
        var mine = UnitsOf(office.Warehouse.Definitions.Current, caller, Role.reporter);
        var arrival = Guid.NewGuid().ToString("N"); // two requests of one login at one moment are two arrivals
        return [.. files.Select((file, index) =>
        {
            var sender = unit ?? SendingUnit.Of(office, mine, file, named);
            return new ArrivedFile(file.Name, file.Open, channel, sender?.Code, $"{arrival}|{index}", caller.Login) { District = sender?.District ?? (mine is [var first, ..] ? first.District : null) };
        })];
    }

    /// <inheritdoc cref="InScope.Units"/>
    public static IReadOnlyList<OrgUnit> UnitsOf(Catalog catalog, Caller caller, params IReadOnlyList<Role> roles) => InScope.Units(catalog, caller, roles);

    static void Audit(Office office, Caller caller, string? from, IReadOnlyList<AnswerContent> answers, Answers? named) => office.Operations.Audit(new AuditEntry(
        office.Time.GetUtcNow(), caller.Login, Submit.Verb.Name,
        PrintedJson.Of(new { files = answers.Select(answer => new { answer.Submission.FileName, answer.Submission.Receipt, answer.Submission.Channel, answer.State }), named }), null, 0, null, from));
}

/// <summary>In which unit's channel a file of somebody who reports for several is taken.</summary>
static class SendingUnit
{
    /// <summary>Null where the file names none, or several of theirs: then each sheet is asked about, or says itself whose it is.</summary>
    public static OrgUnit? Of(Office office, IReadOnlyList<OrgUnit> mine, UploadedFile file, Answers? named)
    {
        if (mine is [] or [_]) return mine is [var only] ? only : null;
        if (named?.OrgUnit is { } answered) return mine.FirstOrDefault(unit => unit.Code == answered) ?? mine.FirstOrDefault(unit => unit.ReportsFor.Contains(answered)) ?? mine[0];
        if (Read(office, file) is not { File.Rows: null } read) return mine[0]; // the channel then answers for what cannot be told
        var units = read.Units.DistinctBy(unit => unit.Code).ToList();
        if (mine.FirstOrDefault(unit => units.Count > 0 && units.TrueForAll(named => MaySend(unit, named))) is { } sender && !HasSilent(read)) return sender;
        // A sheet of somebody else's must meet a channel that does not take it.
        return units.TrueForAll(unit => mine.Any(own => MaySend(own, unit))) ? null : mine[0];
    }

    static bool MaySend(OrgUnit sender, OrgUnit named) => sender.Code == named.Code || sender.ReportsFor.Contains(named.Code);

    static bool HasSilent(ReadSubmission read) => read.Tables.Any(table => table.Unit is null && table.Form is not null);

    static ReadSubmission? Read(Office office, UploadedFile file)
    {
        if (file.Size > office.Limits.FileBytes) return null;
        using var bytes = new MemoryStream();
        using (var from = file.Open()) from.CopyTo(bytes);
        var submission = new Submission(0, "", file.Name, "", bytes.Length, "", null, "", "", office.Now);
        try { return ReadSubmission.From(_ => bytes.ToArray(), submission, office.Warehouse.Definitions.Current, null, office.Limits, CancellationToken.None); }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException) { return null; } // what cannot be read is answered where it is settled
    }
}
