namespace Reporting.Portal.Commands;

/// <summary>A file for the client to write. A relative path counts from where the client stands.</summary>
public sealed record OutFile(string Path, byte[] Bytes)
{
    /// <summary>What it is called where <see cref="Path"/> is a folder.</summary>
    public string? Name { get; init; }

    /// <summary><see cref="Path"/> is a folder, also where there is none yet: it is made.</summary>
    public bool InFolder { get; init; }

    /// <summary>Where the whole file lies already, too large to be held: it is taken from there, and <see cref="Bytes"/> are none.</summary>
    public string? LaidAt { get; init; }

    public static OutFile At(string path, string laidAt) => new(path, []) { LaidAt = laidAt };
}

/// <summary>What a verb answers. Data goes to standard output, messages to standard error.</summary>
/// <param name="ExitCode">0 done, 1 failed, 2 misused, 3 data was refused.</param>
public sealed record Answer(int ExitCode, string Out = "", string Error = "", IReadOnlyList<OutFile>? Files = null)
{
    public static Answer Done(string text, IReadOnlyList<OutFile>? files = null) => new(0, text, "", files);

    /// <summary>One JSON document on standard output.</summary>
    public static Answer Document<T>(T document, int exitCode = 0) => new(exitCode, PrintedJson.Of(document));

    public static Answer Failed(string message) => new(1, "", message);

    public static Answer Misused(string message) => new(2, "", message);

    /// <summary>Data was refused: findings may stand in <paramref name="text"/>.</summary>
    public static Answer Refused(string text, string message) => new(3, text, message);
}
