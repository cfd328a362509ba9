namespace Reporting.Warehouse.Reference;

/// <summary>The definitions that stand together on some day, for checks that look from one to another.</summary>
sealed class DefinitionIndex(IReadOnlyList<WrittenDefinition> inForce, IReadOnlyList<WrittenDefinition> everWritten)
{
    // Each line of each form asks for all elements: looked up once.
    readonly Dictionary<Type, object> byType = [];
    readonly Dictionary<DefinitionKind, HashSet<string>> ids = [];
    IReadOnlyList<OrgUnit>? units;

    public IReadOnlyList<(WrittenDefinition Written, T Record)> All<T>()
    {
        if (!byType.TryGetValue(typeof(T), out var known))
            byType[typeof(T)] = known = inForce.Where(item => item.Record is T).Select(item => (item, (T)item.Record)).ToList();
        return (IReadOnlyList<(WrittenDefinition, T)>)known;
    }

    public IReadOnlyList<OrgUnit> Units => units ??= [.. All<District>().SelectMany(district => district.Record.Units)];

    /// <summary>The problem that nothing of this kind and id stands; none where it does, or where the id itself is missing.</summary>
    public IEnumerable<DefinitionProblem> Unknown(WrittenDefinition from, string place, DefinitionKind kind, string id, string words)
    {
        if (id.Length == 0 || kind == DefinitionKind.breakdown && id == Breakdown.Total || Standing(kind).Contains(id)) yield break;
        var later = everWritten.Where(item => item.Definition.Kind == kind && item.Definition.Id == id).Min(item => item.Definition.Issued);
        yield return later is { } day
            ? from.Problem(place, $"{words}“{id}”到 {day:yyyy-MM-dd} 才发布，早于它生效的定义不能引用它，请改 issued",
                $"{kind} '{id}' is issued on {day:yyyy-MM-dd} only; what stands before that day cannot name it: change issued")
            : Unknown(from, place, id, Ids(everWritten, kind), words, kind.ToString());
    }

    /// <summary>The problem that a word is none of the known ones, with the nearest of them.</summary>
    public static DefinitionProblem Unknown(
        WrittenDefinition from, string place, string word, IEnumerable<string> known, string words, string wordsEn)
    {
        var near = Spelling.Nearest(word, known);
        return from.Problem(place,
            $"没有{words}“{word}”，" + (near is null ? "请改正或先定义它" : $"是不是“{near}”？"),
            $"there is no {wordsEn} '{word}'; " + (near is null ? "correct it or define it first" : $"did you mean '{near}'?"));
    }

    HashSet<string> Standing(DefinitionKind kind) => ids.TryGetValue(kind, out var known) ? known : ids[kind] = [.. Ids(inForce, kind)];

    static IEnumerable<string> Ids(IReadOnlyList<WrittenDefinition> definitions, DefinitionKind kind) =>
        definitions.Where(item => item.Definition.Kind == kind).Select(item => item.Definition.Id);
}
