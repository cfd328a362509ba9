using System.Text.RegularExpressions;

namespace Reporting.Warehouse.Rules;

/// <summary>
/// One rule's one code and one wording. <c>{name}</c> in a message is filled from the words given with the finding;
/// <c>{found}</c>, <c>{expected}</c> and <c>{difference}</c> from the finding itself.
/// </summary>
/// <param name="Title">What the rule is about, as the heading over its findings.</param>
public sealed partial record RuleText(string Code, Severity Severity, string Title, string TitleEn, string Message, string MessageEn)
{
    /// <summary>What to do from the outset, short enough for a template's input message.</summary>
    public string Hint { get; init; } = "";

    public string HintEn { get; init; } = "";

    /// <summary>As a warning it must be explained before the sheet counts.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>It asks yes or no: nothing that is said as a reason answers it.</summary>
    public bool AsksYesOrNo { get; init; }

    /// <summary>What a form may set of it (<c>parameters</c> of its <c>checks</c>).</summary>
    public IReadOnlyList<RuleParameter> Parameters { get; init; } = [];

    /// <summary>A form may not list it among its checks: a remark on the others, or the frame of the form's own rules.</summary>
    public bool IsFixed { get; init; }

    public Finding At(Place place, string? found, string? expected, decimal? difference, params IReadOnlyList<Word> words)
    {
        var shown = difference is null ? "" : Figures.Printed(difference.Value);
        IReadOnlyList<Word> all = [.. words, new("found", found ?? ""), new("expected", expected ?? ""), new("difference", shown)];
        return new(Code, Severity, place, found, expected, Figures.Plain(difference),
            Fill(Message, all, word => word.Zh), Fill(MessageEn, all, word => word.En));
    }

    // One pass, so that braces in a sender's own text stay text.
    static string Fill(string template, IReadOnlyList<Word> words, Func<Word, string> language) => Placeholder().Replace(template,
        match => words.FirstOrDefault(word => word.Name == match.Groups[1].Value) is { Name: not null } word ? language(word) : match.Value);

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Placeholder();
}

/// <summary>What stands for a placeholder, in both languages.</summary>
public readonly record struct Word(string Name, string Zh, string En)
{
    public Word(string name, string both) : this(name, both, both) { }
}

/// <summary>A number in a rule that a form may set.</summary>
/// <param name="Default">What holds where no form says otherwise.</param>
public sealed record RuleParameter(string Name, decimal Default, string Meaning, string MeaningEn);
