namespace Reporting.Warehouse.Gateway;

/// <summary>The tables that are written in bulk, each column in the schema's order. A test holds them against the schema.</summary>
static class AppendedTables
{
    public static readonly AppendedTable<StagedCell> StagedCell = new("staged_cell", static (cell, row) => row
        .Long(cell.TableId).Text(cell.CellAddress).Text(cell.Text).Integer(cell.LineNumber).Text(cell.ColumnId)
        .Text(cell.District).Text(cell.OrgUnit).Text(cell.Reporter).Text(cell.Element).Integer(cell.ElementVersion)
        .Code(cell.PeriodKind).Date(cell.PeriodStart).Date(cell.PeriodEnd).Code(cell.Basis).Text(cell.Breakdown)
        .Decimal(cell.Value).Code(cell.Bound).Code(cell.State).Boolean(cell.Quoted));

    public static readonly AppendedTable<FindingRow> Finding = new("finding", static (given, row) => row
        .Long(given.SubmissionId).Long(given.TableId).Integer(given.Number).Text(given.Finding.Code).Code(given.Finding.Severity)
        .Text(given.Finding.Place.Line).Text(given.Finding.Place.Column).Text(given.Finding.Place.Sheet).Text(given.Finding.Place.Cell)
        .Text(given.Finding.Found).Text(given.Finding.Expected).Decimal(given.Finding.Difference is { } difference ? Figures.Round(difference, 4) : null).Text(given.Finding.Message)
        .Text(given.Finding.MessageEn).Text(given.Finding.Explanation));

    public static readonly AppendedTable<Submission> Submission = new("submission", static (given, row) => row
        .Long(given.SubmissionId).Text(given.Receipt).Text(given.FileName).Text(given.Sha256).Long(given.Size).Text(given.Channel)
        .Text(given.ChannelUnit).Text(given.Arrival).Text(given.SentBy).Time(given.ReceivedAt).Time(null).Long(null).Integer(null));

    public static readonly AppendedTable<SubmissionAnswer> SubmissionAnswer = new("submission_answer", static (given, row) => row
        .Long(given.SubmissionId).Text(given.Form).Text(given.OrgUnit).Text(given.Period).Text(given.GivenBy));

    public static readonly AppendedTable<WordAlias> Alias = new("alias", static (given, row) => row
        .Code(given.Kind).Text(given.District).Text(given.Words).Text(given.Target).Text(given.DecidedBy).Long(given.KnownFromLoad));

    public static readonly AppendedTable<AcceptedTable> SubmissionTable = new("submission_table", static (given, row) => row
        .Long(given.Table.TableId).Long(given.Table.SubmissionId).Integer(given.Table.Number).Text(given.Table.Sheet).Text(given.Table.Range)
        .Text(given.Table.Title).Text(given.Table.Form).Integer(given.Table.FormVersion).Text(given.Table.District).Text(given.Table.OrgUnit)
        .Code(given.Table.PeriodKind).Date(given.Table.PeriodStart).Decimal(Figures.Round(given.Table.Score, 4)).Code(given.Table.State).Long(given.Table.LoadId)
        .Long(given.AcceptedOrder).Date(given.Table.PeriodEnd).Boolean(given.Table.Nil).Long(given.Checked?.Load).Time(given.Checked?.At));

    public static readonly AppendedTable<Review> Review = new("review", static (given, row) => row
        .Long(given.TableId).Text(given.Decision).Text(given.Reason).Text(given.DecidedBy).Time(given.DecidedAt).Long(given.LoadId));

    public static readonly AppendedTable<Explanation> Explanation = new("explanation", static (given, row) => row
        .Text(given.District).Text(given.OrgUnit).Text(given.Form).Text(given.Code).Text(given.Line).Text(given.Found).Date(given.PeriodFrom)
        .Date(given.PeriodTo).Text(given.Words).Code(given.Source).Long(given.SubmissionId).Text(given.GivenBy).Time(given.GivenAt).Long(given.KnownFromLoad));

    public static readonly AppendedTable<Notice> NoticeScope = new("notice_scope", static (given, row) => row
        .Text(given.NoticeKey).Text(given.Kind).Text(given.District).Text(given.OrgUnit).Long(given.SubmissionId).Text(given.Subject)
        .Text(given.Body).Time(given.CreatedAt));

    public static readonly AppendedTable<Reminder> Reminder = new("reminder", static (given, row) => row
        .Text(given.District).Text(given.OrgUnit).Text(given.Form).Code(given.PeriodKind).Date(given.PeriodStart).Date(given.PeriodEnd).Date(given.DueDate)
        .Integer(given.Rung).Code(given.Told).Text(given.Addressee).Text(given.State).Text(given.Receipt).Text(given.NoticeKey).Date(given.ToldOn)
        .Time(given.ToldAt).Long(given.KnownFromLoad));

    public static readonly AppendedTable<string> BytesScope = new("bytes_scope", static (sha256, row) => row.Text(sha256));

    public static readonly AppendedTable<long> SubmissionScope = new("submission_scope", static (submission, row) => row.Long(submission));

    public static readonly AppendedTable<long> LoadScope = new("load_scope", static (table, row) => row.Long(table));

    public static readonly AppendedTable<ReplacedReading> RereadScope = new("reread_scope", static (given, row) => row.Long(given.TableId).Long(given.Replaces));

    public static readonly AppendedTable<string> ElementScope = new("element_scope", static (element, row) => row.Text(element));
}

/// <summary>A table with its place in the order of acceptance, null where it was not accepted, and what its verdict rests on.</summary>
sealed record AcceptedTable(SubmissionTable Table, long? AcceptedOrder, CheckMoment? Checked);

/// <summary>A new reading of a table and the one whose place it takes; either may be missing.</summary>
sealed record ReplacedReading(long? TableId, long? Replaces);

/// <summary>A decision about a table.</summary>
sealed record Review(long TableId, string Decision, string? Reason, string DecidedBy, DateTime DecidedAt, long LoadId);

/// <summary>A finding with the submission and table it is about, numbered in the order shown.</summary>
sealed record FindingRow(long SubmissionId, long? TableId, int Number, Finding Finding);
