namespace Reporting.Warehouse.Reference;

/// <summary>A scheme, out of a definition file.</summary>
static class SchemeReader
{
    public static Scheme Read(Fields fields) => new(
        fields.Text("id"), fields.WholeOrNull("version") ?? 1, fields.Text("district"), fields.Text("name"), fields.Text("document"),
        fields.Whole("first_year"), fields.Whole("last_year"), fields.WholeOrNull("decimals") ?? 2, fields.Word<MissingPolicy>("missing"),
        fields.WordOrNull<QuotaRounding>("quota_rounding") ?? QuotaRounding.down, fields.List("groups", Group), fields.List("rules", Rule),
        fields.List("grades", Grade))
    {
        Most = fields.NumberOrNull("most"), Responsibility = fields.MapOrNull("responsibility", Responsibility),
    };

    static PeerGroup Group(Fields fields) => new(fields.Text("id"), fields.Text("name"), fields.Texts("units"), fields.Has("kinds") ? fields.Words<OrgUnitKind>("kinds") : null);

    static Responsibility Responsibility(Fields fields) => new(fields.NumberOrNull("lead") ?? 1, fields.NumberOrNull("support") ?? 0);

    static GradeBand Grade(Fields fields) => new(fields.Text("name"), fields.NumberOrNull("from") ?? 0, fields.NumberOrNull("quota"));

    static SchemeRule Rule(Fields fields) => new(
        fields.Text("id"), fields.Text("name"), fields.Word<ScoringMethod>("method"), fields.NumberOrNull("weight") ?? 0, fields.Text("practice"))
    {
        Commitment = fields.TextOrNull("commitment"), Duties = fields.YesOrNoOrNull("duties"), Conduct = fields.WordOrNull<ConductMeasure>("conduct"),
        Target = fields.NumberOrNull("target"), Cap = fields.NumberOrNull("cap"), Least = fields.NumberOrNull("least"), Step = fields.NumberOrNull("step"),
        Each = fields.NumberOrNull("each"), Most = fields.NumberOrNull("most"), Bands = fields.ListOrNull("bands", Band),
        Missing = fields.WordOrNull<MissingPolicy>("missing"),
    };

    static ScoreBand Band(Fields fields) => new(fields.NumberOrNull("from") ?? 0, fields.NumberOrNull("points") ?? 0);
}
