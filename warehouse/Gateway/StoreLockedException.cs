using System.Text.RegularExpressions;

namespace Reporting.Warehouse.Gateway;

/// <summary>Another process holds the warehouse. The message says which and what to do.</summary>
public sealed partial class StoreLockedException(string message, int? processId, Exception inner) : Exception(message, inner)
{
    public int? ProcessId { get; } = processId;

    internal static StoreLockedException From(string file, Exception failure)
    {
        int? holder = HolderPattern().Match(failure.Message) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;
        return new($"the warehouse '{file}' is held by another process{(holder is null ? "" : $" (PID {holder})")}: "
            + "wait until it ends, stop it, or name another folder with --data", holder, failure);
    }

    [GeneratedRegex(@"PID (\d+)")]
    private static partial Regex HolderPattern();
}

/// <summary>The file is no warehouse, or its content is damaged.</summary>
public sealed class StoreDamagedException(string file, Exception inner)
    : Exception($"the warehouse '{file}' is damaged or no database: restore it from a backup, or name another folder with --data", inner)
{
    public string File { get; } = file;
}

/// <summary>There is an archive and no warehouse: it was lost, and a new one would know nothing of what was received.</summary>
public sealed class StoreMissingException(string file) : Exception($"there is no warehouse '{file}', though the archive beside it holds files: restore it from a backup")
{
    public string File { get; } = file;
}

/// <summary>The disk is full. Nothing of the work was written.</summary>
public sealed class StoreFullException(Exception inner) : Exception("the disk is full; nothing was written", inner);

/// <summary>The engine's share of memory is taken by what is asked at the same time. Nothing of the work was written; asked again, it may well go.</summary>
public sealed class StoreBusyException(Exception inner) : Exception("the engine's memory is taken by other questions; nothing was written, ask again", inner);
