using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>A submission read and matched, before any rule has looked at it.</summary>
public sealed record ReadSubmission(Submission Submission, ReadFile File, IReadOnlyList<MatchedTable> Tables)
{
    /// <summary>Who speaks, where the lines of a long CSV do not say it: the unit named by a person, else the channel's; null for an operator.</summary>
    public OrgUnit? Speaker { get; init; }

    /// <summary>Units of which figures or statements are in it.</summary>
    public IEnumerable<OrgUnit> Units => Tables.Select(table => table.Unit).OfType<OrgUnit>();

    /// <summary>What a person answered about form, unit or period; null where nothing was asked.</summary>
    public Answers? Answers { get; init; }

    /// <summary>What is known from outside the sheets, but for form and unit that a person named.</summary>
    public MatchHints OwnHints { get; init; } = new(null, Submission.FileName, null, null, null);

    /// <summary>Reads the archived bytes and gives each table its meaning. Pure but for the bytes.</summary>
    /// <param name="bytesOf">The archived bytes of a hash.</param>
    /// <param name="named">What a person answered about form, unit or period; null where nothing was asked.</param>
    public static ReadSubmission From(Func<string, byte[]> bytesOf, Submission submission, Catalog catalog, Answers? named, ReadLimits limits, CancellationToken cancel)
    {
        var file = submission.Size > limits.FileBytes
            ? new ReadFile("unknown", null, [], [ReadFindings.FileTooLarge(submission.Size, limits.FileBytes)])
            : FileReader.Read(bytesOf(submission.Sha256), submission.FileName, limits, cancel);
        var channel = submission.ChannelUnit is null ? null : catalog.OrgUnit(submission.ChannelUnit);
        if (file.Nil is { } nil) return new(submission, file, [NilTables.Of(nil, catalog)]) { Speaker = channel };
        var own = new MatchHints(channel, submission.FileName, null, null, named?.Period);
        var hints = own with { Form = named?.Form, OrgUnit = named?.OrgUnit };
        var stamps = Stamps.In(file.Sheets);
        // A hidden sheet is somebody's scratch pad or list of choices; what is reported stands where people can see it. Reasons are no table.
        return new(submission, file, [.. file.Sheets.Where(sheet => !sheet.Hidden && !(file.Sheets.Count > 1 && GivenReasons.IsOfReasons(sheet)))
            .SelectMany(sheet => TableFinder.Find(sheet).Select(table => Matcher.Match(table, catalog, hints with { Stamp = stamps.Of(sheet) })))])
        {
            Answers = named,
            OwnHints = own,
            Speaker = named?.OrgUnit is { } code ? catalog.OrgUnit(code) : channel,
        };
    }
}
