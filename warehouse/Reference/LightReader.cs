namespace Reporting.Warehouse.Reference;

/// <summary>A table of lights, out of a definition file.</summary>
static class LightReader
{
    public static LightTable Read(Fields fields) => new(
        fields.Text("id"), fields.TextOrNull("district"), fields.Text("name"), fields.Text("document"), fields.Word<LightColour>("missed"), fields.List("rules", Rule));

    static LightRule Rule(Fields fields) => new(
        fields.Texts("kinds"), fields.Word<LightMeasure>("measure"), fields.List("steps", Step), fields.MapOrNull("settling", Settling) ?? new(0, 0, 1, 1), fields.Text("practice"));

    static LightStep Step(Fields fields) => new(fields.Word<LightColour>("light"), fields.NumberOrNull("from"), fields.NumberOrNull("over"));

    static Settling Settling(Fields fields) => new(
        fields.NumberOrNull("enter") ?? 0, fields.NumberOrNull("leave") ?? 0, fields.WholeOrNull("enter_months") ?? 1, fields.WholeOrNull("leave_months") ?? 1);
}
