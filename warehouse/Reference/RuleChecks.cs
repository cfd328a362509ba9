namespace Reporting.Warehouse.Reference;

/// <summary>What must hold for the versions of a form's rules: no period is judged by two of them, and none is judged by nonsense.</summary>
static class RuleChecks
{
    public static IEnumerable<DefinitionProblem> Of(WrittenDefinition written, Form form) =>
        Versions(written, "rules", [.. form.Rules.Select(rule => ($"{rule.Code} {rule.Expression}", rule.Span))])
            .Concat(Versions(written, "checks", [.. (form.Checks ?? []).Select(check => (check.Code, check.Span))]))
            .Concat((form.Checks ?? []).SelectMany((check, number) => Parameters(written, check, $"checks[{number}].parameters.")));

    static IEnumerable<DefinitionProblem> Versions(WrittenDefinition written, string list, IReadOnlyList<(string Name, RuleSpan Span)> entries)
    {
        foreach (var (number, (name, span)) in entries.Index())
        {
            if (span.Until < span.From)
                yield return written.Problem($"{list}[{number}].applies_until", "早于 applies_from，请改正", "lies before applies_from; correct it");
            if (name.Length > 0 && entries.Take(number).Any(earlier => earlier.Name == name && earlier.Span.Overlaps(span)))
                yield return written.Problem($"{list}[{number}].{(span.From is null ? "code" : "applies_from")}",
                    $"与前面同一规则（{name}）的适用时间重叠，请给前一项写 applies_until、给这一项写 applies_from",
                    $"overlaps an earlier version of the same rule ({name}); give that one applies_until and this one applies_from");
        }
    }

    static IEnumerable<DefinitionProblem> Parameters(WrittenDefinition written, FormCheck check, string place) =>
        from parameter in check.Parameters ?? new Dictionary<string, decimal>()
        where parameter.Value < 0
        select written.Problem(place + parameter.Key, "不能小于 0", "must not be below 0");
}
