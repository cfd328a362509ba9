using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>All names by which a form's lines may be called.</summary>
/// <param name="Full">A part under its whole's name: 新增就业人数女性.</param>
/// <param name="Alone">Lines whose label no other line of the form has.</param>
sealed record FormNames(
    IReadOnlyDictionary<FormLine, List<LabelKey>> Names, IReadOnlyDictionary<FormLine, List<LabelKey>> Full, IReadOnlySet<FormLine> Alone)
{
    public static FormNames Of(Form form)
    {
        var names = form.Lines.ToDictionary(line => line, NamesOf, ByReference);
        return new(names, form.Lines.ToDictionary(line => line, line => FullNames(form, line, names), ByReference),
            form.Lines.GroupBy(line => LabelKey.Of(line.Label).Loose).Where(same => same.Count() == 1).SelectMany(same => same).ToHashSet(ByReference));
    }

    // A record's own hash runs through all its lists and words.
    static IEqualityComparer<FormLine> ByReference => ReferenceEqualityComparer.Instance;

    static List<LabelKey> NamesOf(FormLine line) => [.. line.Aliases.Prepend(line.Label).Select(LabelKey.Of)];

    static List<LabelKey> FullNames(Form form, FormLine line, Dictionary<FormLine, List<LabelKey>> names) =>
        LineMatcher.ParentOf(form, line) is not { } parent ? [] :
        [.. from whole in names[parent]
            from part in names[line]
            from stem in new[] { whole.Exact, whole.Loose, whole.Exact + "其中", whole.Loose + "其中" }
            select new LabelKey(stem + part.Exact, stem + part.Loose)];
}
