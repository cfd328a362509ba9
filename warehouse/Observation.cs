namespace Reporting.Warehouse;

/// <summary>
/// One filled cell of a submitted table, with the meaning it was given. Kept for ever, whatever became of the table;
/// current observations are the last such claims of the accepted tables.
/// </summary>
/// <param name="TableId">The submission table it stands in.</param>
/// <param name="CellAddress">Excel address, such as <c>C7</c>.</param>
/// <param name="Text">As written by the sender.</param>
/// <param name="LineNumber">Line of the form; null for a cell that was not matched.</param>
/// <param name="ColumnId">Column of the form.</param>
/// <param name="OrgUnit">The unit the value is about (measured); <paramref name="Reporter"/> the unit that states it.</param>
/// <param name="Value">In the element's unit, at most four decimals; null unless <paramref name="State"/> is reported.</param>
/// <param name="Quoted">True for a figure quoted from elsewhere (上年同期): compared, never an observation.</param>
public sealed record StagedCell(
    long TableId, string CellAddress, string Text, int? LineNumber, string? ColumnId, string District, string OrgUnit, string Reporter,
    string Element, int ElementVersion, PeriodKind PeriodKind, DateOnly PeriodStart, DateOnly PeriodEnd, Basis Basis, string Breakdown,
    decimal? Value, Bound Bound, ValueState State, bool Quoted);

/// <summary>A current or past value in the warehouse. Key: all fields before <paramref name="Value"/>.</summary>
/// <param name="LoadId">The load that made it known.</param>
/// <param name="KnownToLoad">The load that superseded it; null while it is current.</param>
public sealed record Observation(
    string District, string OrgUnit, string Reporter, string Element, PeriodKind PeriodKind, DateOnly PeriodStart, DateOnly PeriodEnd,
    Basis Basis, string Breakdown, SourceRole Role, decimal? Value, Bound Bound, ValueState State, int ElementVersion,
    long? TableId, string? CellAddress, long LoadId, long? KnownToLoad);

/// <summary>One received file. Its bytes lie in the archive under <paramref name="Sha256"/> for ever.</summary>
/// <param name="Receipt">回执号, printed: district, day and number.</param>
/// <param name="Arrival">What tells one arrival from another over the same channel (path, time, size); a crash before the file is
/// moved away must not take it twice.</param>
/// <param name="ChannelUnit">The unit whose channel it came through; null for an operator.</param>
/// <param name="Round">How often it was checked again after its first verdict.</param>
public sealed record Submission(
    long SubmissionId, string Receipt, string FileName, string Sha256, long Size, string Channel, string? ChannelUnit, string Arrival,
    string SentBy, DateTime ReceivedAt, int Round = 0);

/// <summary>One table found in a submission, and what became of it.</summary>
/// <param name="Number">From 1, in the order of sheets and rows.</param>
/// <param name="LoadId">The load that accepted it; null until then.</param>
/// <param name="Score">How sure the match to the form is, 0 to 1.</param>
/// <param name="Nil">零报告: nobody filled in a sheet; a named person stated that nothing occurred.</param>
public sealed record SubmissionTable(
    long TableId, long SubmissionId, int Number, string? Sheet, string? Range, string? Title, string? Form, int? FormVersion,
    string? District, string? OrgUnit, PeriodKind? PeriodKind, DateOnly? PeriodStart, decimal Score, TableState State, long? LoadId,
    DateOnly? PeriodEnd = null, bool Nil = false)
{
    /// <summary>What its figures are of; null while in doubt, or where every figure says its own.</summary>
    public Period? Period => (PeriodKind, PeriodStart, PeriodEnd) switch
    {
        (null, _, _) or (_, null, _) or (Warehouse.PeriodKind.plan, _, null) => null,
        (Warehouse.PeriodKind.plan, { } start, { } end) => Warehouse.Period.Plan(start.Year, end.Year),
        ({ } kind, { } start, _) => Warehouse.Period.Of(kind, start),
    };
}

/// <summary>One load: everything known is stamped with its id; ids only grow.</summary>
public sealed record Load(long LoadId, DateTime CommittedAt, string Cause);

/// <summary>应报: one form owed by one unit for one period.</summary>
public sealed record SubmissionDue(
    string District, string OrgUnit, string Form, PeriodKind PeriodKind, DateOnly PeriodStart, DateOnly PeriodEnd, DateOnly DueDate, bool Provisional)
{
    public Period Period => Period.Of(PeriodKind, PeriodStart, PeriodEnd);
}

/// <summary>One indicator of one unit and year, through one month, as known at one load. A ratio's value is left to the reader:
/// <paramref name="Numerator"/> ÷ <paramref name="Denominator"/>, divided and rounded once (<see cref="Figures"/>).</summary>
/// <param name="Through">Last month that counts (1–12).</param>
/// <param name="LatestPeriod">Start of the latest month with data.</param>
/// <param name="Owed">Unit-periods owed up to <paramref name="Through"/>; <paramref name="Present"/> of them there;
/// <paramref name="MissingUnits"/> units short of at least one (缺 n 家).</param>
/// <param name="Derived">True where a month was filled from the difference of two cumulative figures or from parts.</param>
public sealed record IndicatorYear(
    string District, string OrgUnit, string Indicator, int IndicatorVersion, int Year, int Through, decimal? Numerator, decimal? Denominator,
    bool IsRatio, Bound Bound, FigureState State, DateOnly? LatestPeriod, int Owed, int Present, int MissingUnits, bool Derived, long LoadId);

/// <summary>One term value: an element and breakdown of one unit and year, through one month, under one time rule.</summary>
public sealed record ElementYear(
    string District, string OrgUnit, string Element, string Breakdown, TimeRule TimeRule, int Year, int Through, decimal? Value, Bound Bound,
    FigureState State, DateOnly? LatestPeriod, int Owed, int Present, int MissingUnits, bool Derived, long LoadId);
