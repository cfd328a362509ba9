using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>A submission read and matched, before any rule has looked at it.</summary>
public sealed record ReadSubmission(Submission Submission, ReadFile File, IReadOnlyList<MatchedTable> Tables)
{
    /// <summary>Who speaks, where the lines of a long CSV do not say it: the unit named by a person, else the channel's; null for an operator.</summary>
    public OrgUnit? Speaker { get; init; }

    /// <summary>Reads the archived bytes and gives each table its meaning. Pure but for the bytes.</summary>
    /// <param name="bytesOf">The archived bytes of a hash.</param>
    /// <param name="named">What a person answered about form, unit or period; null where nothing was asked.</param>
    public static ReadSubmission From(Func<string, byte[]> bytesOf, Submission submission, Catalog catalog, Answers? named, ReadLimits limits, CancellationToken cancel)
    {
        var file = submission.Size > limits.FileBytes
            ? new ReadFile("unknown", null, [], [ReadFindings.FileTooLarge(submission.Size, limits.FileBytes)])
            : FileReader.Read(bytesOf(submission.Sha256), submission.FileName, limits, cancel);
        var channel = submission.ChannelUnit is null ? null : catalog.OrgUnit(submission.ChannelUnit);
        var hints = new MatchHints(channel, submission.FileName, named?.Form, named?.OrgUnit, named?.Period);
        // A hidden sheet is somebody's scratch pad or list of choices; what is reported stands where people can see it.
        return new(submission, file, [.. file.Sheets.Where(sheet => !sheet.Hidden)
            .SelectMany(TableFinder.Find)
            .Select(table => Matcher.Match(table, catalog, hints))])
        {
            Speaker = named?.OrgUnit is { } code ? catalog.OrgUnit(code) : channel,
        };
    }
}

/// <summary>What a person said of a file: which form (id), whose (code), which period.</summary>
public sealed record Answers(string? Form, string? OrgUnit, Period? Period);
