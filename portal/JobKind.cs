using System.Text.Json;

namespace Reporting.Portal;

/// <summary>What a run did, as data: one JSON document.</summary>
public sealed record JobOutcome(string Json)
{
    public static JobOutcome Of<T>(T document) => new(PrintedJson.Of(document));
}

/// <summary>What the value of an argument must be: a text, a whole number, true or false, a list of texts.</summary>
public enum ArgumentKind { Text, Whole, Flag, Texts }

/// <summary>One key that <c>arguments</c> of an entry may have; its kind, choices and bounds are checked before anything runs.</summary>
public sealed record JobArgument(string Name, ArgumentKind Kind, string Help, string HelpEn)
{
    public bool Required { get; init; }

    /// <summary>The only texts it may be; empty: any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public int Least { get; init; }
    public int Most { get; init; } = int.MaxValue;

    /// <summary>What is wrong with the value, in both languages; null where it is right.</summary>
    public (string Zh, string En)? Trouble(JsonElement value) => Kind switch
    {
        ArgumentKind.Text when Choices.Count > 0 => value.ValueKind == JsonValueKind.String && Choices.Contains(value.GetString()) ? null
            : ($"要是其中之一：{string.Join(' ', Choices)}", $"should be one of: {string.Join(' ', Choices)}"),
        ArgumentKind.Text => IsText(value) ? null : ("要是文字", "should be a text"),
        ArgumentKind.Whole => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= Least && number <= Most ? null
            : ($"要是 {Least} 到 {Most} 的整数", $"should be a whole number from {Least} to {Most}"),
        ArgumentKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : ("要是 true 或 false", "should be true or false"),
        _ => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsText) ? null : ("要是文字的列表", "should be a list of texts"),
    };

    static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0;
}

/// <summary>One kind of job: the name that jobs.json uses, the arguments it may give, and the plain method that does it.</summary>
public sealed record JobKind(string Name, string Help, string HelpEn, Func<JobContext, Task<JobOutcome>> Run)
{
    /// <summary>The keys that <c>arguments</c> may have; others stop the program at start.</summary>
    public IReadOnlyList<JobArgument> Arguments { get; init; } = [];
}
