namespace Reporting.Warehouse.Reference;

public enum DefinitionKind { district, element, breakdown, indicator, form, plan, calendar, scheme, lights, report, deadline }

/// <summary>
/// One definition as it was written down: the unit in which definitions are overridden, compared, and kept by the warehouse.
/// Elements, indicators and forms count one definition for each version; the other kinds have no version number.
/// </summary>
/// <param name="Issued">It enters the warehouse with the first load from this day on; null: with the first load there is.</param>
/// <param name="File">Where it is written, as people name it: <c>Reference/elements.yaml</c>, <c>data/definitions/elements.yaml</c>.</param>
/// <param name="Body">The typed record as canonical JSON: layout and comments of the file leave no trace in it.</param>
/// <param name="Sha256">Of <paramref name="Body"/>, lower-case hex: equal exactly when nothing that counts has changed.</param>
/// <param name="Overrides">From <c>data/definitions/</c>: once issued it stands in for every shipped version of its kind and id.</param>
public sealed record Definition(
    DefinitionKind Kind, string Id, int? Version, DateOnly? Issued, string File, string Body, string Sha256, bool Overrides = false)
{
    public bool IsIssuedBy(DateOnly day) => Issued is null || Issued <= day;

    /// <summary>
    /// The definitions that stand on a day: those issued by then, and of a kind and id that <c>data/definitions/</c> has issued, only
    /// its own. A shipped definition so stands until the day from which it is overridden.
    /// </summary>
    public static IReadOnlyList<Definition> InForce(IEnumerable<Definition> definitions, DateOnly day) =>
        InForce(definitions, definition => definition, day);

    internal static IReadOnlyList<T> InForce<T>(IEnumerable<T> all, Func<T, Definition> of, DateOnly day)
    {
        List<T> issued = [.. all.Where(item => of(item).IsIssuedBy(day))];
        var overridden = issued.Select(of).Where(definition => definition.Overrides).Select(definition => (definition.Kind, definition.Id)).ToHashSet();
        return [.. issued.Where(item => of(item) is var definition && (definition.Overrides || !overridden.Contains((definition.Kind, definition.Id))))];
    }
}

/// <summary>One thing that is wrong in a definition file, and what to do about it.</summary>
/// <param name="Line">From 1; 0 where the file as a whole is meant.</param>
/// <param name="Key">The key as written in the file; empty where none is meant.</param>
public sealed record DefinitionProblem(string File, int Line, string Key, string Message, string MessageEn)
{
    string Where => (Line, Key) switch
    {
        (0, _) => File,
        (_, "") => $"{File}:{Line}",
        _ => $"{File}:{Line} [{Key}]",
    };

    public override string ToString() => $"{Where} {Message}";
    public string ToStringEn() => $"{Where} {MessageEn}";
}

/// <summary>The definitions cannot be used as they stand. Holds every problem found, in the order of files and lines.</summary>
public sealed class DefinitionException(IReadOnlyList<DefinitionProblem> problems)
    : Exception($"定义文件有 {problems.Count} 处错误，请改正后重新启动：\n" + string.Join('\n', problems))
{
    public IReadOnlyList<DefinitionProblem> Problems { get; } = problems;

    public string MessageEn =>
        $"{Problems.Count} problem(s) in the definition files; correct them and start again:\n"
        + string.Join('\n', Problems.Select(problem => problem.ToStringEn()));
}
