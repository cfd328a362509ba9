using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>
/// A small district's office, played through its verbs by a clock that moves: <c>2022-02-09 09:00</c> sets the clock, a line of command is
/// given to the program, what stands indented below it is its file, and a file's name stands for its receipt. <c>inbox UNIT FILE</c> sends
/// through a unit's own channel; <c>status</c> and <c>values</c> tell how a month stands, <c>answers</c> what lies in the folders of
/// answers for people, <c>answers UNIT</c> in that of one unit, <c>read UNIT WORD</c> what those of them say whose name holds the word.
/// <c>job NAME</c> runs a job of the schedule for the district, as of the clock; <c>job NAME MOMENT</c> the firing of an earlier moment.
/// </summary>
sealed partial class History : IDisposable
{
    static readonly string[] Answered = ["submit", "review explain", "review confirm"];

    readonly TestFolder folder = new();
    readonly HandClock clock = new(At("2022-02-01 09:00"));
    readonly Dictionary<string, string> receipts = [];
    readonly StringBuilder told = new();
    readonly Office office;

    /// <param name="begun">A data folder with the definitions entered.</param>
    public History(string begun)
    {
        foreach (var file in Directory.EnumerateFiles(begun, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(folder.Data.Root, Path.GetRelativePath(begun, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
        office = new(folder.Data, new(Verbs.All, JobCatalog.Shipped, clock));
    }

    public string Play(IReadOnlyList<string> lines)
    {
        for (var next = 0; next < lines.Count;)
        {
            var line = lines[next++];
            List<string> body = [.. lines.Skip(next).TakeWhile(below => below.StartsWith("  ", StringComparison.Ordinal)).Select(below => below[2..])];
            next += body.Count;
            if (line.Length == 0) continue;
            told.Append(line).Append('\n');
            if (line.StartsWith('#')) continue;
            if (Moment().IsMatch(line)) clock.Now = At(line);
            else Step([.. Word().Matches(line).Select(word => word.Value.Trim('"'))], body);
        }
        return told.ToString();
    }

    void Step(List<string> words, List<string> body)
    {
        clock.Now += TimeSpan.FromMinutes(1); // nothing happens at the very moment of something else
        if (body.Count > 0) File.WriteAllText(PathOf(words[0] == "inbox" ? words[2] : words[1]), string.Join('\n', body) + "\n");
        if (words[0] == "status") Status(words[1]);
        else if (words[0] == "values") Values(words[1]);
        else if (words[0] == "answers") Answers(words.ElementAtOrDefault(1));
        else if (words[0] == "read") Read(words[1], words[2]);
        else if (words[0] == "job") Job(words[1], words.Count > 2 ? At($"{words[2]} {words[3]}") : clock.Now);
        else if (words[0] == "inbox") Inbox(words[1], words[2]);
        else Command(words);
    }

    void Command(List<string> words)
    {
        var verb = Answered.FirstOrDefault(verb => string.Join(' ', words).StartsWith(verb, StringComparison.Ordinal));
        var typed = Words.Of([.. words.Select((word, index) => index == 0 ? word : Meant(word, words[0])), .. verb is null ? Array.Empty<string>() : ["--json"]], Verbs.All);
        var before = Latest();
        Reporting.Portal.Commands.Answer answer;
        try { answer = Dispatch.InOffice(Asking.RequestOf(typed, typed.Verb!, "zh"), typed.Verb!, office); }
        catch (MisuseException misuse) { answer = Reporting.Portal.Commands.Answer.Misused(misuse.In("zh")); }
        if (verb is null || answer.Error.Length > 0) Tell($"{Named(answer.Out)}{Named(answer.Error)} [{answer.ExitCode}]");
        else if (verb == "submit") Sent(words.Contains("--nil") ? "nil" : words[1], before);
        else Verdict(office.Warehouse.Submissions.Find(receipts[words[2]])!);
    }

    void Inbox(string unit, string name)
    {
        var before = Latest();
        TakeFiles.Run(office.Warehouse, [new(name, () => File.OpenRead(PathOf(name)), "inbox", unit, $"{name}|{clock.Now.Ticks}", unit)], office.Now);
        SettleSubmissions.Unsettled(office.Warehouse, office.Now, unit);
        Sent(name, before);
    }

    void Sent(string name, string? before)
    {
        var latest = Latest()!;
        if (latest == before)
        {
            Tell("answered with the receipt it has");
            return;
        }
        receipts[name] = latest;
        Verdict(office.Warehouse.Submissions.Find(latest)!);
    }

    void Verdict(Submission submission)
    {
        var answer = Standing.Of(office.Warehouse, submission);
        foreach (var finding in answer.FileFindings) Tell($"file: {InWords(finding)}");
        foreach (var table in answer.Tables)
        {
            Tell($"{table.Table.State}: {table.UnitName ?? "?"}, {table.FormName ?? "?"}, {table.Period?.ToString() ?? "?"}{(table.Table.Nil ? ", nil" : "")}");
            foreach (var finding in table.Findings.Where(finding => !ChangeFindings.Is(finding.Code))) Tell($"  {InWords(finding)}{(table.AsksReason(finding) ? " ?" : "")}");
        }
    }

    void Status(string period)
    {
        var of = Period.Parse(period);
        var rows = office.Warehouse.Marts.SubmissionStatus("310999", of.Start, of.Start, office.Warehouse.Marts.LastLoad()!.LoadId, office.Now)
            .Where(row => row.Attempts > 0).Select(row => ReviewStatus.InWords(row, office.Warehouse.Definitions.Current)).ToList();
        foreach (var row in rows) Tell(row);
    }

    void Values(string period)
    {
        var of = Period.Parse(period);
        foreach (var row in office.Warehouse.Marts.Observations("310999", null, of.Start, of.Start, office.Warehouse.Marts.LastLoad()!.LoadId)
            .OrderBy(row => (row.OrgUnit, row.Reporter, row.Element, row.Breakdown, row.Basis)))
            Tell(FormattableString.Invariant($"{row.Reporter} {row.Element} {row.Breakdown} {row.Basis} = {row.Value?.ToString("0.####", null) ?? row.State.ToString()}{(row.Role == SourceRole.check ? " check" : "")}"));
    }

    // In words only; beside a verdict lie the same for programs, and a marked workbook.
    void Answers(string? unit)
    {
        office.CarryNotices();
        var below = unit is null ? office.Data.Answers : Path.Combine(office.Data.Answers, unit);
        foreach (var file in Directory.EnumerateFiles(below, "*.txt", SearchOption.AllDirectories).Select(path => Named(Path.GetRelativePath(below, path))).Order(StringComparer.Ordinal)) Tell(file);
    }

    void Read(string unit, string word)
    {
        office.CarryNotices();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(office.Data.Answers, unit), $"*{word}*.txt").Order(StringComparer.Ordinal)) Tell(Named(File.ReadAllText(path).TrimStart('\uFEFF').ReplaceLineEndings("\n")));
    }

    void Job(string name, DateTimeOffset firing)
    {
        var run = office.Operations.RecordRun(new("it", name, """{ "districts": ["310999"] }""", Reporting.Portal.Operations.RunCause.schedule, null, firing, 1, 0))!.Value;
        new JobRunner(office).Run(run, CancellationToken.None).Wait();
        foreach (var line in office.Operations.LogOfRun(run)) Tell(Named(line.Line));
        if (office.Operations.Run(run)! is { State: not Reporting.Portal.Operations.RunState.succeeded } failed) Tell($"{failed.State}: {failed.Error}");
    }

    static string InWords(Finding finding) => $"{finding.Severity} {finding.Code}{(finding.Place.Line is { } line ? $" @ {line}" : "")}{(finding.Explanation is { } words ? $" “{words}”" : "")}";

    void Tell(string words) => told.Append("    ").Append(words.TrimEnd().ReplaceLineEndings("\n    ")).Append('\n');

    // A file is given by its path where files are taken, by its receipt elsewhere.
    string Meant(string word, string verb) => verb == "submit" ? word.EndsWith(".csv", StringComparison.Ordinal) ? PathOf(word) : word : receipts.GetValueOrDefault(word, word);

    string Named(string words) => receipts.Aggregate(words, (said, receipt) => said.Replace(receipt.Value, receipt.Key, StringComparison.Ordinal));

    string? Latest() => office.Warehouse.Submissions.Received(new(2000, 1, 1), new(2100, 1, 1)) is [var newest, ..] ? newest.Receipt : null;

    string PathOf(string name) => Path.Combine(folder.Data.Root, name);

    internal static DateTimeOffset At(string moment) => new(ShanghaiTime.ToUtc(DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));

    public void Dispose()
    {
        office.Dispose();
        folder.Dispose();
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d$")]
    private static partial Regex Moment();
    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();
}
