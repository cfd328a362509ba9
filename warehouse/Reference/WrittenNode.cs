namespace Reporting.Warehouse.Reference;

/// <summary>What stands in a definition file, free of any format's library: a text, a list or a map, each with its line.</summary>
abstract record WrittenNode(int Line);

/// <param name="Text">Null where nothing was written after the key.</param>
sealed record WrittenText(int Line, string? Text) : WrittenNode(Line);

sealed record WrittenList(int Line, IReadOnlyList<WrittenNode> Items) : WrittenNode(Line);

sealed record WrittenMap(int Line, IReadOnlyList<WrittenEntry> Entries) : WrittenNode(Line);

sealed record WrittenEntry(string Key, int Line, WrittenNode Value);
