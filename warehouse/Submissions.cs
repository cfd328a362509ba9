using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>A file to be recorded as received; its bytes are already in the archive.</summary>
/// <param name="Answers">It comes with a person's answer to what was asked of the same bytes before.</param>
/// <param name="District">District of the channel; null for an operator. Printed in the receipt number.</param>
public sealed record Arrival(
    string FileName, string Sha256, long Size, string Channel, string? ChannelUnit, string? District, string Key, string SentBy, DateTime ReceivedAt,
    bool Answers = false);

/// <summary>One table of a submission as a reader wants it: with its file and findings counted.</summary>
public sealed record SubmissionRow(
    long SubmissionId, string Receipt, string FileName, string Sha256, string? ChannelUnit, DateTime ReceivedAt, DateTime? SettledAt, long? TableId,
    string? Form, string? District, string? OrgUnit, PeriodKind? PeriodKind, DateOnly? PeriodStart, TableState? State, int Errors, int Warnings);

/// <summary>What was received, and what stands.</summary>
public sealed class Submissions(DuckDbGateway gateway)
{
    /// <summary>
    /// Records arrivals, all or none, and gives their receipts. The same arrival again (a crash came before the file was moved away) and the
    /// same bytes from the same unit while they stand are answered with the submission that is there.
    /// </summary>
    public IReadOnlyList<(Submission Submission, bool IsNew)> Record(IReadOnlyList<Arrival> arrivals) =>
        gateway.Write(transaction => (IReadOnlyList<(Submission, bool)>)[.. arrivals.Select(arrival => Record(transaction, arrival))]);

    static (Submission, bool) Record(WriteTransaction transaction, Arrival arrival)
    {
        var standing = transaction.Read<Submission>("Schema/submissions/standing.sql",
            new { channel = arrival.Channel, arrival = arrival.Key, sha256 = arrival.Sha256, unit = arrival.ChannelUnit });
        if (standing is [var there, ..] && (!arrival.Answers || there.Arrival == arrival.Key)) return (there, false);
        if (arrival.Answers) transaction.Execute("Schema/submissions/answer_unclear.sql", new { sha256 = arrival.Sha256, by = arrival.SentBy, now = arrival.ReceivedAt });

        var id = transaction.One<long>("Schema/submissions/next_submission_id.sql");
        var submission = new Submission(id, Receipt(arrival, id), arrival.FileName, arrival.Sha256, arrival.Size, arrival.Channel,
            arrival.ChannelUnit, arrival.Key, arrival.SentBy, arrival.ReceivedAt);
        transaction.Execute("Schema/submissions/insert_submission.sql", new
        {
            id, receipt = submission.Receipt, fileName = arrival.FileName, sha256 = arrival.Sha256, size = arrival.Size, channel = arrival.Channel,
            unit = arrival.ChannelUnit, arrival = arrival.Key, sentBy = arrival.SentBy, receivedAt = arrival.ReceivedAt,
        });
        return (submission, true);
    }

    /// <summary>Received and not yet answered, in order of receipt: what a crash left to be done.</summary>
    public IReadOnlyList<Submission> Unsettled() => gateway.Read<Submission>("Schema/submissions/unsettled.sql");

    public Submission? Find(string receipt) => gateway.Read<Submission>("Schema/submissions/by_receipt.sql", new { receipt }).SingleOrDefault();

    public IReadOnlyList<SubmissionTable> TablesOf(long submissionId) =>
        gateway.Read<SubmissionTable>("Schema/submissions/tables_of.sql", new { submission = submissionId });

    /// <summary>What was found in a submission, in the order shown.</summary>
    public IReadOnlyList<(long? TableId, Finding Finding)> FindingsOf(long submissionId) =>
        [.. gateway.Read<FindingLine>("Schema/submissions/findings_of.sql", new { submission = submissionId }).Select(line => line.AsPair())];

    /// <summary>Submissions received in a span, newest first; one row per table (or one for a file in which no table was found).</summary>
    public IReadOnlyList<SubmissionRow> Received(DateTime from, DateTime to) =>
        gateway.Read<SubmissionRow>("Schema/submissions/received.sql", new { from, to });

    /// <summary>What is held of some units over a span of periods: current observations with their reporters.</summary>
    public IReadOnlyList<Observation> Held(string district, IEnumerable<string> reporters, DateOnly from, DateOnly to) =>
        gateway.Read<Observation>("Schema/submissions/held.sql", new { district, reporters = string.Join(',', reporters), from, to });

    static string Receipt(Arrival arrival, long id) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{arrival.District ?? "000000"}-{ShanghaiTime.DateOf(arrival.ReceivedAt):yyyyMMdd}-{id:000000}");

    sealed record FindingLine(
        long? TableId, string Code, Severity Severity, string? Line, string? ColumnWords, string? Sheet, string? Cell, string? Found, string? Expected,
        decimal? Difference, string Message, string MessageEn)
    {
        public (long?, Finding) AsPair() => (TableId, new(Code, Severity, new(Line, ColumnWords, Sheet, Cell), Found, Expected, Difference, Message, MessageEn));
    }
}
