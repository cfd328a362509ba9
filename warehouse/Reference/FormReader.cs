using Reporting.Warehouse.Rules;

namespace Reporting.Warehouse.Reference;

/// <summary>A form with its columns, lines, rules and obligations, out of a definition file.</summary>
static class FormReader
{
    public static Form Read(Fields fields) => new(
        fields.Text("id"), fields.WholeOrNull("version") ?? 1, fields.Text("name"), fields.Text("number"), fields.Text("issued_by"),
        fields.Text("document"), fields.Date("applies_from"), fields.DateOrNull("applies_until"), fields.DateOrNull("valid_until"),
        fields.Word<PeriodKind>("period"), fields.Text("district"), fields.Texts("titles"),
        fields.List("columns", Column), fields.List("lines", Line), fields.List("rules", Rule), fields.List("obligations", Obligation))
    {
        NeedsReview = fields.YesOrNoOrNull("review"),
        NeedsSignature = fields.YesOrNoOrNull("signature"),
        AllowsParts = fields.YesOrNoOrNull("parts"),
        Checks = fields.ListOrNull("checks", Check),
        Remind = fields.MapOrNull("remind", DeadlineReader.Ladder),
        Late = fields.MapOrNull("late", DeadlineReader.Late),
    };

    static FormColumn Column(Fields fields) => new(
        fields.Text("id"), fields.Text("title"), fields.Word<Basis>("basis"), fields.WholeOrNull("years_back") ?? 0, fields.Texts("aliases"),
        fields.TextOrNull("period"));

    static FormLine Line(Fields fields) => new(
        fields.Whole("number"), fields.Text("label"), fields.Text("element"), fields.TextOrNull("breakdown") ?? Breakdown.Total,
        fields.Text("unit"), fields.WholeOrNull("level") ?? 0, fields.Texts("columns"), fields.YesOrNoOrNull("required") ?? true,
        fields.NumberOrNull("minimum"), fields.WholeOrNull("decimals") ?? 0, fields.Texts("aliases"));

    static FormRule Rule(Fields fields) => new(
        fields.Text("code"), fields.Text("expression"), fields.Word<Severity>("severity"), fields.Texts("columns"), fields.TextOrNull("reason"))
    {
        AppliesFrom = fields.DateOrNull("applies_from"), AppliesUntil = fields.DateOrNull("applies_until"), TrialUntil = fields.DateOrNull("trial_until"),
    };

    static FormCheck Check(Fields fields)
    {
        var code = fields.OneOf("code", RuleTexts.CheckCodes);
        return new(code, fields.WordOrNull<Severity>("severity"), fields.DateOrNull("applies_from"), fields.DateOrNull("applies_until"),
            fields.DateOrNull("trial_until"), fields.MapOrNull("parameters", given => Parameters(given, code)), fields.YesOrNoOrNull("enabled"));
    }

    // Only the names of this rule's own parameters are asked for, so that any other is noted with its line.
    static SortedDictionary<string, decimal> Parameters(Fields fields, string code)
    {
        var numbers = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var parameter in RuleTexts.Of(code)?.Parameters ?? [])
            if (fields.NumberOrNull(parameter.Name) is { } number) numbers[parameter.Name] = number;
        return numbers;
    }

    static Obligation Obligation(Fields fields) => new(
        fields.Text("role"), fields.Wholes("lines"), fields.Date("from"), fields.DateOrNull("to"), fields.Whole("due_working_day"));
}
