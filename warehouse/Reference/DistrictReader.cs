namespace Reporting.Warehouse.Reference;

/// <summary>A district and its units, out of a definition file.</summary>
static class DistrictReader
{
    /// <summary>What a unit that says nothing else counts for: townships and parks make up the district, others do not.</summary>
    static bool CountsByDefault(OrgUnitKind kind) => kind is OrgUnitKind.township or OrgUnitKind.park;

    public static District Read(Fields fields)
    {
        var (code, name, validFrom) = (fields.Text("code"), fields.Text("name"), fields.Date("valid_from"));
        var itself = new OrgUnit(code, code, name, OrgUnitKind.district, nameof(OrgUnitKind.district), Counts: false, code,
            validFrom, fields.DateOrNull("valid_to"), fields.Texts("aliases"), fields.Texts("reports_for"), fields.List("successors", Successor));
        return new(code, name, [itself, .. fields.List("units", unit => Unit(unit, code, validFrom))]);
    }

    static OrgUnit Unit(Fields fields, string district, DateOnly districtFrom)
    {
        var (code, kind) = (fields.Text("code"), fields.Word<OrgUnitKind>("kind"));
        return new(district, code, fields.Text("name"), kind,
            fields.TextOrNull("role") ?? kind.ToString(),
            fields.YesOrNoOrNull("counts") ?? CountsByDefault(kind),
            fields.TextOrNull("measures") ?? code,
            fields.DateOrNull("valid_from") ?? districtFrom, fields.DateOrNull("valid_to"),
            fields.Texts("aliases"), fields.Texts("reports_for"), fields.List("successors", Successor), fields.TextOrNull("parent"))
        { Population = fields.MapOrNull("population", Population) };
    }

    static Population Population(Fields fields) => new(fields.Whole("people"), fields.Whole("year"), fields.Text("source"));

    static Successor Successor(Fields fields) => new(fields.Text("code"), fields.NumberOrNull("share"));
}
