namespace Reporting.Etl.Arrivals;

/// <summary>A place beside the inbox from which the files of one unit are taken.</summary>
/// <param name="Id">Names it in messages, in what is remembered of it and in the channel of its submissions.</param>
/// <param name="Unit">Code of the org unit whose place it is: whatever comes from there speaks with that unit's voice.</param>
public abstract record Source(string Id, string Unit)
{
    public abstract string Channel { get; }
}

/// <summary>A folder elsewhere on this machine: a mounted share, the home of an SFTP account.</summary>
/// <param name="Answers">Whether answers are put back into it; a share that cannot be written to says no.</param>
public sealed record FolderSource(string Id, string Unit, string Folder, bool Answers) : Source(Id, Unit)
{
    public override string Channel => $"folder:{Id}";
}

/// <summary>The page with which a web server lists a folder.</summary>
/// <param name="PasswordFile">Holds <c>user:password</c> in its first line; null where the listing asks for none.</param>
public sealed record ListingSource(string Id, string Unit, Uri Url, string? PasswordFile) : Source(Id, Unit)
{
    public override string Channel => $"http:{Id}";
}

/// <summary>How long and how much a source may take. What is beyond is cut off, said, and tried again by the next pull.</summary>
public sealed record SourceLimits
{
    /// <summary>A file's size and times must stand still so long before it is taken.</summary>
    public TimeSpan Still { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Silence of a server that ends a request: until its first word, and between two.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>All of a source in one pull; shorter than the time to the next one, so that no source keeps the others waiting.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>The largest file that is taken, in bytes.</summary>
    public long FileBytes { get; init; } = new Intake.ReadLimits().FileBytes;

    /// <summary>The longest page of a listing, in bytes.</summary>
    public int PageBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Files of one source in one pull; the rest comes with the next one.</summary>
    public int Files { get; init; } = 500;
}
