using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>A file to be recorded as received; its bytes are already in the archive.</summary>
/// <param name="Answers">A person's answer to what was asked of the same bytes before; null where none comes with it.</param>
/// <param name="District">District of the channel; null for an operator. Printed in the receipt number.</param>
public sealed record Arrival(
    string FileName, string Sha256, long Size, string Channel, string? ChannelUnit, string? District, string Key, string SentBy, DateTime ReceivedAt,
    Answers? Answers = null);

/// <summary>One table of a submission as a reader wants it: with its file and findings counted.</summary>
public sealed record SubmissionRow(
    long SubmissionId, string Receipt, string FileName, string Sha256, string? ChannelUnit, DateTime ReceivedAt, DateTime? SettledAt, long? TableId,
    string? Form, string? District, string? OrgUnit, PeriodKind? PeriodKind, DateOnly? PeriodStart, TableState? State, int Errors, int Warnings);

/// <summary>What was received, and what stands.</summary>
public sealed class Submissions(DuckDbGateway gateway)
{
    /// <summary>
    /// Records arrivals, all or none, and gives their receipts. The same arrival again (a crash came before the file was moved away) and the
    /// same bytes from the same unit while they stand are answered with the submission that is there. What waits of it is then to be checked
    /// again by what is held now: what it waited for may be gone, and who sends the same file once more asks just that.
    /// </summary>
    public IReadOnlyList<(Submission Submission, bool IsNew)> Record(IReadOnlyList<Arrival> arrivals) => gateway.Write(transaction =>
    {
        transaction.Execute("Schema/submissions/clear_bytes.sql");
        transaction.Append(AppendedTables.BytesScope, arrivals.Select(arrival => arrival.Sha256).Distinct());
        var there = transaction.Read<SameBytes>("Schema/submissions/same_bytes.sql").Select(row => (row.Submission, row.Stands, row.Waits)).ToList();
        var next = transaction.One<long>("Schema/submissions/next_submission_id.sql");
        var (recorded, answered) = (new List<(Submission, bool)>(), new List<SubmissionAnswer>());
        foreach (var arrival in arrivals)
        {
            if (Standing(arrival, there) is { } standing) { recorded.Add((Again(transaction, arrival, standing, there), false)); continue; }
            if (arrival.Answers is not null) transaction.Execute("Schema/submissions/answer_unclear.sql", new { sha256 = arrival.Sha256, by = arrival.Answers.GivenBy ?? arrival.SentBy, now = arrival.ReceivedAt });
            var fresh = Made(arrival, next++);
            if (arrival.Answers is { } given) answered.Add(new(fresh.SubmissionId, given.Form, given.OrgUnit, given.Period?.ToString(), given.GivenBy));
            there.Insert(0, (fresh, true, false));
            recorded.Add((fresh, true));
        }
        transaction.Append(AppendedTables.Submission, recorded.Where(one => one.Item2).Select(one => one.Item1));
        transaction.Append(AppendedTables.SubmissionAnswer, answered);
        return (IReadOnlyList<(Submission, bool)>)recorded;
    });

    // Newest first, so that of several the last is answered with. A person's answer is a new submission, unless it is this very arrival.
    static Submission? Standing(Arrival arrival, List<(Submission Submission, bool Stands, bool Waits)> there) => there
        .Where(one => one.Submission.Sha256 == arrival.Sha256
            && (IsItself(arrival, one.Submission) || one.Stands && one.Submission.ChannelUnit == arrival.ChannelUnit))
        .Select(one => one.Submission).FirstOrDefault() is { } newest && (arrival.Answers is null || newest.Arrival == arrival.Key) ? newest : null;

    static bool IsItself(Arrival arrival, Submission submission) => submission.Channel == arrival.Channel && submission.Arrival == arrival.Key;

    // An arrival that a crash brings a second time asks nothing.
    static Submission Again(WriteTransaction transaction, Arrival arrival, Submission standing, List<(Submission Submission, bool Stands, bool Waits)> there)
    {
        var place = there.FindIndex(one => one.Submission == standing && one.Waits);
        if (place < 0 || IsItself(arrival, standing)) return standing;
        Reviews.Reopen(transaction, standing.SubmissionId, "checked again when the same file was sent", arrival.SentBy, arrival.ReceivedAt);
        there[place] = there[place] with { Waits = false };
        return standing;
    }

    static Submission Made(Arrival arrival, long id) => new(id, Receipt(arrival, id), arrival.FileName, arrival.Sha256, arrival.Size, arrival.Channel,
        arrival.ChannelUnit, arrival.Key, arrival.SentBy, arrival.ReceivedAt);

    /// <summary>Received and not yet answered, in order of receipt: what a crash left to be done.</summary>
    public IReadOnlyList<Submission> Unsettled() => gateway.Read<Submission>("Schema/submissions/unsettled.sql");

    /// <summary>What senders said of the submissions that are not settled yet, or of one.</summary>
    public IReadOnlyDictionary<long, Answers> Answers(long? of = null) => gateway.Read<SubmissionAnswer>("Schema/submissions/answers.sql", new { submission = of })
        .ToDictionary(row => row.SubmissionId, row => new Answers(row.Form, row.OrgUnit, row.Period is { } period ? Period.Parse(period) : null) { GivenBy = row.GivenBy });

    public Submission? Find(string receipt) => gateway.Read<Submission>("Schema/submissions/by_receipt.sql", new { receipt }).SingleOrDefault();

    /// <summary>All that brought these bytes: at first, and again with an answer to what was asked.</summary>
    public IReadOnlyList<Submission> OfBytes(string sha256) => gateway.Read<Submission>("Schema/submissions/of_bytes.sql", new { sha256 });

    public IReadOnlyList<SubmissionTable> TablesOf(long submissionId) =>
        gateway.Read<SubmissionTable>("Schema/submissions/tables_of.sql", new { submission = submissionId });

    /// <summary>What a table claims, cell by cell.</summary>
    public IReadOnlyList<StagedCell> CellsOf(long tableId) => gateway.Read<StagedCell>("Schema/reread/cells.sql", new { tables = tableId.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    /// <summary>What was found in a submission, in the order shown.</summary>
    public IReadOnlyList<(long? TableId, Finding Finding)> FindingsOf(long submissionId) =>
        [.. gateway.Read<FindingLine>("Schema/submissions/findings_of.sql", new { submission = submissionId }).Select(line => line.AsPair())];

    /// <summary>Submissions received in a span, newest first; one row per table (or one for a file in which no table was found).</summary>
    public IReadOnlyList<SubmissionRow> Received(DateTime from, DateTime to) =>
        gateway.Read<SubmissionRow>("Schema/submissions/received.sql", new { from, to });

    /// <summary>
    /// The newest submissions of some units, and those that a login sent, one row per table (or one for a file without a table); of a form and
    /// of periods that begin from–to where these are named.
    /// </summary>
    public IReadOnlyList<SubmissionRow> Sheets(IEnumerable<string> units, string? sentBy, int most, string? form = null, DateOnly? from = null, DateOnly? to = null) =>
        gateway.Read<SubmissionRow>("Schema/submissions/sheets.sql", new { units = string.Join(',', units), by = sentBy, most, form, from, to });

    /// <summary>What is held that a check of some units' sheets looks at: observations with their reporters.</summary>
    /// <param name="asOf">What was held at that load; null for what is held now.</param>
    public IReadOnlyList<Observation> Held(HeldQuestion asked, long? asOf = null) =>
        gateway.Read<Observation>(asOf is null ? "Schema/submissions/held.sql" : "Schema/submissions/held_as_of.sql", Asked(asked, asOf));

    /// <summary>The same inside a transaction, which sees what it has written.</summary>
    internal static IReadOnlyList<Observation> Held(WriteTransaction transaction, HeldQuestion asked) =>
        transaction.Read<Observation>("Schema/submissions/held.sql", Asked(asked, null));

    static object Asked(HeldQuestion asked, long? asOf) => new
    {
        district = asked.District, reporters = string.Join(',', asked.Reporters), from = asked.From, to = asked.To,
        older = asked.Older ?? asked.From, months = string.Join(',', asked.Months), units = string.Join(',', asked.Units),
        elements = string.Join(',', asked.Elements), starts = string.Join(',', asked.Starts.Select(day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))), asOf,
    };

    static string Receipt(Arrival arrival, long id) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{arrival.District ?? "000000"}-{ShanghaiTime.DateOf(arrival.ReceivedAt):yyyyMMdd}-{id:000000}");

    sealed record SameBytes(
        long SubmissionId, string Receipt, string FileName, string Sha256, long Size, string Channel, string? ChannelUnit, string Arrival,
        string SentBy, DateTime ReceivedAt, bool Stands, bool Waits)
    {
        public Submission Submission => new(SubmissionId, Receipt, FileName, Sha256, Size, Channel, ChannelUnit, Arrival, SentBy, ReceivedAt);
    }

    sealed record FindingLine(
        long? TableId, string Code, Severity Severity, string? Line, string? ColumnWords, string? Sheet, string? Cell, string? Found, string? Expected,
        decimal? Difference, string Message, string MessageEn, string? Explanation)
    {
        public (long?, Finding) AsPair() =>
            (TableId, new(Code, Severity, new(Line, ColumnWords, Sheet, Cell), Found, Expected, Difference, Message, MessageEn) { Explanation = Explanation });
    }
}

/// <summary>What is asked of the values held in one district: all of some reporters over a span of periods, and a little more.</summary>
/// <param name="From">First period start of the span; <paramref name="To"/> the last.</param>
public sealed record HeldQuestion(string District, IReadOnlyCollection<string> Reporters, DateOnly From, DateOnly To)
{
    /// <summary>From this day to the span's beginning only the figures of the same season count; null for none.</summary>
    public DateOnly? Older { get; init; }

    /// <summary>The first months of the season's periods.</summary>
    public IReadOnlyCollection<int> Months { get; init; } = [];

    /// <summary>Units whose statements a department's are held against: of these elements, in the periods that begin on these days.</summary>
    public IReadOnlyCollection<string> Units { get; init; } = [];

    public IReadOnlyCollection<string> Elements { get; init; } = [];
    public IReadOnlyCollection<DateOnly> Starts { get; init; } = [];
}

/// <summary>An answer as it is kept.</summary>
sealed record SubmissionAnswer(long SubmissionId, string? Form, string? OrgUnit, string? Period, string? GivenBy);
