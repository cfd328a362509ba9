namespace Reporting.Warehouse.Reference;

/// <summary>A plan and its commitments, out of a definition file.</summary>
static class PlanReader
{
    public static readonly IReadOnlyList<string> Kinds =
    [
        "annual_total", "plan_total", "kept_level", "level_by_end", "ratio", "ceiling", "yearly_reduction", "growth_on_base", "benchmark",
        "zero_events", "range", "of_which", "case_deadline", "milestone", "full_coverage", "direction",
    ];

    static readonly string[] Comparators = [">=", "<=", "=", ">", "<"];
    static readonly string[] Scopes = ["each_year", "plan_total", "by_end"];

    public static Plan Read(Fields fields) => new(
        fields.Text("id"), fields.Text("district"), fields.Text("name"), fields.Text("document"), fields.Date("issued"),
        fields.Whole("first_year"), fields.Whole("last_year"), fields.List("commitments", Commitment));

    static Commitment Commitment(Fields fields) => new(
        fields.Text("id"), fields.Text("indicator"), fields.OneOf("kind", Kinds), fields.OneOf("comparator", Comparators),
        fields.NumberOrNull("value"), fields.Text("unit"), fields.OneOf("scope", Scopes), fields.Text("clause"), fields.Text("place"),
        fields.Text("interpretation"), fields.Texts("departments"), fields.YesOrNoOrNull("issued_from_above") ?? false);
}
