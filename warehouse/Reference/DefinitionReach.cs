namespace Reporting.Warehouse.Reference;

public enum DefinitionTurn { added, changed, removed }

/// <summary>One definition that stands otherwise than before.</summary>
public sealed record DefinitionChange(DefinitionTurn Turn, DefinitionKind Kind, string Id, int? Version, string File)
{
    /// <summary>Which definitions differ between two sets of them, kind by kind; equal bodies are no change, wherever they are written.</summary>
    public static IReadOnlyList<DefinitionChange> Between(IReadOnlyList<Definition> before, IReadOnlyList<Definition> after)
    {
        var (old, now) = (before.ToDictionary(Key), after.ToDictionary(Key));
        return
        [
            .. after.Where(one => old.GetValueOrDefault(Key(one))?.Sha256 != one.Sha256)
                .Select(one => Of(old.ContainsKey(Key(one)) ? DefinitionTurn.changed : DefinitionTurn.added, one))
                .Concat(before.Where(one => !now.ContainsKey(Key(one))).Select(one => Of(DefinitionTurn.removed, one))).OrderBy(change => change.Kind),
        ];
    }

    static (DefinitionKind, string, int?) Key(Definition one) => (one.Kind, one.Id, one.Version);

    static DefinitionChange Of(DefinitionTurn turn, Definition one) => new(turn, one.Kind, one.Id, one.Version, one.File);
}

/// <summary>What changed definitions touch, by id: themselves and everything that is built on them, before or after the change.</summary>
/// <param name="Values">Elements whose values mean or count otherwise, and those below a changed indicator.</param>
/// <param name="Commitments">Also those whose figures a changed form brings in: forms say who owes what, and with it what is missing.</param>
/// <param name="Plans">Plans with a touched commitment.</param>
/// <param name="Lights">Districts whose 亮灯标准 stands otherwise, or is another.</param>
public sealed record DefinitionReach(
    IReadOnlyList<string> Elements, IReadOnlyList<string> Values, IReadOnlyList<string> Indicators, IReadOnlyList<string> Forms, IReadOnlyList<string> Commitments,
    IReadOnlyList<string> Plans, IReadOnlyList<string> Schemes, IReadOnlyList<string> Lights)
{
    public static DefinitionReach Of(Catalog before, Catalog after, IReadOnlyList<DefinitionChange> changes)
    {
        HashSet<string> Ids(DefinitionKind kind) => [.. changes.Where(change => change.Kind == kind).Select(change => change.Id)];
        Catalog[] both = [before, after];
        var (elements, breakdowns, districts, changed) = (Ids(DefinitionKind.element), Ids(DefinitionKind.breakdown), Ids(DefinitionKind.district), Ids(DefinitionKind.indicator));
        var indicators = both.SelectMany(catalog => catalog.Indicators)
            .Where(one => changed.Contains(one.Id) || one.Numerator.Concat(one.Denominator).Any(term => elements.Contains(term.Element) || breakdowns.Contains(term.Breakdown)))
            .Select(one => one.Id).ToHashSet();
        var forms = Ids(DefinitionKind.form).Concat(both.SelectMany(catalog => catalog.Forms)
            .Where(form => form.Lines.Any(line => elements.Contains(line.Element) || breakdowns.Contains(line.Breakdown))).Select(form => form.Id)).Distinct();
        var values = elements.Concat(both.SelectMany(catalog => catalog.Indicators).Where(one => changed.Contains(one.Id))
            .SelectMany(one => one.Numerator.Concat(one.Denominator)).Select(term => term.Element)).Distinct();
        var owed = Owed(both, Ids(DefinitionKind.form));
        var commitments = Differing(before, after).Concat(both.SelectMany(catalog => catalog.Plans).SelectMany(plan => plan.Commitments
            .Where(one => districts.Contains(plan.District) || elements.Contains(one.IssuedBy ?? "") || owed.Contains((plan.District, one.IssuedBy ?? "")))
            .Concat(Standing(plan, Touched(both, plan.District, indicators, owed))).Select(one => one.Id))).ToHashSet();
        return new([.. elements], [.. values], [.. indicators], [.. forms], [.. commitments],
            [.. both.SelectMany(catalog => catalog.Plans).Where(plan => plan.Commitments.Any(one => commitments.Contains(one.Id))).Select(plan => plan.Id).Distinct()],
            [.. Ids(DefinitionKind.scheme).Concat(both.SelectMany(catalog => Scoring(catalog, commitments, districts, Ids(DefinitionKind.form)))).Distinct()],
            [.. both.SelectMany(catalog => catalog.Districts).Select(district => district.Code).Distinct()
                .Where(district => both.Any(catalog => LightTable.Of(catalog, district) is { } table && Ids(DefinitionKind.lights).Contains(table.Id)))]);
    }

    // By a touched commitment of a rule's own; by any of the district, where a unit's duties are scored; by who owes which sheet, where reporting is; by who is a unit.
    static IEnumerable<string> Scoring(Catalog catalog, HashSet<string> commitments, HashSet<string> districts, HashSet<string> forms)
    {
        var promised = catalog.Plans.Where(plan => plan.Commitments.Any(one => commitments.Contains(one.Id))).Select(plan => plan.District).ToHashSet();
        var owing = catalog.Forms.Where(form => forms.Contains(form.Id)).Select(form => form.District).ToHashSet();
        return catalog.Schemes.Where(scheme => districts.Contains(scheme.District) || scheme.Rules.Any(rule => commitments.Contains(rule.Commitment ?? "")
            || rule.Duties == true && promised.Contains(scheme.District) || rule.Conduct is not null && owing.Contains(scheme.District))).Select(scheme => scheme.Id);
    }

    // Changed indicators, and those whose figures a changed form of the district asks for.
    static HashSet<string> Touched(IEnumerable<Catalog> both, string district, HashSet<string> indicators, HashSet<(string, string)> owed) =>
        [.. indicators, .. both.SelectMany(catalog => catalog.Indicators).Where(one => one.Numerator.Concat(one.Denominator).Any(term => owed.Contains((district, term.Element)))).Select(one => one.Id)];

    // By their own figure, by that of another series, or as a part by that of their whole.
    static IEnumerable<Commitment> Standing(Plan plan, HashSet<string> indicators) => plan.Commitments.Where(one =>
        indicators.Contains(one.Indicator ?? "") || indicators.Contains(one.Benchmark ?? "")
        || one.Whole is { } id && plan.Commitments.FirstOrDefault(other => other.Id == id)?.Indicator is { } whole && indicators.Contains(whole));

    // What a form asks for before or after: whether it is owed at all, and by whom, is the form's to say.
    static HashSet<(string District, string Element)> Owed(IEnumerable<Catalog> both, HashSet<string> forms) =>
        [.. both.SelectMany(catalog => catalog.Forms).Where(form => forms.Contains(form.Id)).SelectMany(form => form.Lines.Select(line => (form.District, line.Element)))];

    // Of a changed plan only what stands otherwise in it.
    static IEnumerable<string> Differing(Catalog before, Catalog after)
    {
        var (old, now) = (Bodies(before), Bodies(after));
        return old.Keys.Union(now.Keys).Where(id => old.GetValueOrDefault(id) != now.GetValueOrDefault(id));
    }

    // A plan's years and document are part of what each of its commitments says.
    static Dictionary<string, string> Bodies(Catalog catalog) => catalog.Plans.SelectMany(plan => plan.Commitments.Select(one => (Plan: plan, Commitment: one))).ToDictionary(
        one => one.Commitment.Id,
        one => $"{one.Plan.District} {one.Plan.FirstYear} {one.Plan.LastYear} {one.Plan.Document} {DefinitionBody.Of(DefinitionKind.plan, one.Plan.Id, null, null, "", one.Commitment).Body}");
}
