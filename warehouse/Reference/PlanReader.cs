namespace Reporting.Warehouse.Reference;

/// <summary>A plan and its commitments, out of a definition file.</summary>
static class PlanReader
{
    static readonly string[] Comparators = [">=", "<=", "=", ">", "<", "between"];
    static readonly string[] Scopes = ["each_year", "plan_total", "by_end", "always"];
    static readonly string[] Strengths = ["binding", "expected", "aspirational"];
    static readonly string[] Paths = ["chain", "linear", "up", "down", "keep"];
    static readonly string[] CheckPoints = ["month", "quarter", "year"];

    public static Plan Read(Fields fields) => new(
        fields.Text("id"), fields.Text("district"), fields.Text("name"), fields.Text("document"), fields.Date("issued"),
        fields.Whole("first_year"), fields.Whole("last_year"), fields.List("commitments", Commitment));

    static Commitment Commitment(Fields fields) => new(
        fields.Text("id"), fields.TextOrNull("indicator"), fields.OneOf("kind", CommitmentKinds.All), fields.OneOf("comparator", Comparators),
        fields.NumberOrNull("value"), fields.Text("unit"), fields.OneOf("scope", Scopes), fields.Text("clause"), fields.Text("place"),
        fields.Text("interpretation"), fields.Texts("departments"), fields.YesOrNoOrNull("issued_from_above") ?? false)
    {
        Name = fields.TextOrNull("name"), Category = fields.TextOrNull("category"), Strength = fields.OneOfOrNull("strength", Strengths), Supporting = fields.TextsOrNull("supporting"),
        Upper = fields.NumberOrNull("upper"), Tolerance = fields.TextOrNull("tolerance"), Margin = fields.NumberOrNull("margin"),
        BaseYear = fields.WholeOrNull("base_year"), Path = fields.OneOfOrNull("path", Paths), Benchmark = fields.TextOrNull("benchmark"),
        Whole = fields.TextOrNull("whole"), CheckPoints = fields.OneOfOrNull("check_points", CheckPoints), Veto = fields.YesOrNoOrNull("veto"),
        Due = fields.DateOrNull("due"), IssuedBy = fields.TextOrNull("issued_by"), Revisions = fields.ListOrNull("revisions", Revision),
        Stated = fields.MapOrNull("stated", Stated), Notes = fields.TextsOrNull("notes"),
        Shares = fields.ListOrNull("shares", share => new DepartmentShare(share.Text("department"), share.NumberOrNull("share") ?? 0)),
    };

    static TargetRevision Revision(Fields fields) => new(
        fields.NumberOrNull("value") ?? 0, fields.WholeOrNull("from_year"), fields.TextOrNull("document"), fields.DateOrNull("decided_on"), fields.Text("note"));

    static StatedResult Stated(Fields fields) => new(
        fields.Text("words"), fields.NumberOrNull("value"), fields.TextOrNull("unit"), fields.WholeOrNull("decimals") ?? 0,
        fields.WordOrNull<Bound>("bound") ?? Bound.exact);
}
