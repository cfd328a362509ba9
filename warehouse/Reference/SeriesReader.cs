namespace Reporting.Warehouse.Reference;

/// <summary>Elements, breakdowns and indicators, out of a definition file.</summary>
static class SeriesReader
{
    /// <summary>A version without <c>applies_from</c> speaks of everything before it ends.</summary>
    public static readonly DateOnly Always = new(1900, 1, 1);

    public static Element Element(Fields fields) => new(
        fields.Text("id"), fields.WholeOrNull("version") ?? 1, fields.Text("name"), fields.Text("unit"),
        fields.Word<ElementKind>("kind"), fields.Word<Rollup>("rollup"),
        fields.MapOrNull("authority", Authority) ?? new SortedDictionary<OrgUnitKind, string>(),
        fields.Texts("forms"), fields.DateOrNull("applies_from") ?? Always, fields.DateOrNull("applies_until"), fields.Text("meaning"));

    public static Breakdown Breakdown(Fields fields) => new(
        fields.Text("id"), fields.Text("name"), fields.Text("group"), fields.YesOrNoOrNull("exhaustive") ?? false);

    public static Indicator Indicator(Fields fields) => new(
        fields.Text("id"), fields.WholeOrNull("version") ?? 1, fields.Text("name"), fields.Text("unit"), fields.WholeOrNull("decimals") ?? 0,
        fields.List("numerator", Term), fields.List("denominator", Term),
        fields.DateOrNull("applies_from") ?? Always, fields.DateOrNull("applies_until"), fields.Text("meaning"));

    static Term Term(Fields fields) => new(
        fields.Text("element"), fields.TextOrNull("breakdown") ?? Reference.Breakdown.Total, fields.Word<TimeRule>("time"),
        fields.NumberOrNull("factor") ?? 1);

    // Sorted, so that the order in which levels are written leaves no trace in the definition.
    static SortedDictionary<OrgUnitKind, string> Authority(Fields fields)
    {
        var roles = new SortedDictionary<OrgUnitKind, string>();
        foreach (var level in Enum.GetValues<OrgUnitKind>())
            if (fields.TextOrNull(level.ToString()) is { } role) roles[level] = role;
        return roles;
    }
}
