using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Gateway;

/// <summary>A row of a definition's table with the definition it comes from and the load that made it known.</summary>
sealed record Known<T>(string Definition, T Row, long Load);

/// <summary>The dim_ tables and their kin, each column in the schema's order; every row opens with its definition and closes with its loads.</summary>
static class DefinitionTables
{
    static readonly DateOnly Forever = new(9999, 12, 31);

    public static readonly AppendedTable<Known<Definition>> Definition = new("definition", static (known, row) => row
        .Text(known.Definition).Code(known.Row.Kind).Text(known.Row.Id).Integer(known.Row.Version).Date(known.Row.Issued).Text(known.Row.File)
        .Text(known.Row.Body).Text(known.Row.Sha256).Boolean(known.Row.Overrides).Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<OrgUnit>> OrgUnit = new("dim_org_unit", static (known, row) => row
        .Text(known.Definition).Text(known.Row.District).Text(known.Row.Code).Text(known.Row.Name).Code(known.Row.Kind).Text(known.Row.Role)
        .Boolean(known.Row.Counts).Text(known.Row.Measures).Date(known.Row.ValidFrom).Date(known.Row.ValidTo ?? Forever)
        .Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<(OrgUnit Unit, Successor Successor)>> Successor = new("org_unit_successor", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Unit.District).Text(known.Row.Unit.Code).Text(known.Row.Successor.Code)
        .Decimal(known.Row.Successor.Share, scale: 6).Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<Element>> Element = new("dim_element", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Id).Integer(known.Row.Version).Text(known.Row.Name).Text(known.Row.Unit).Code(known.Row.Kind)
        .Code(known.Row.Rollup).Date(known.Row.AppliesFrom).Date(known.Row.AppliesUntil ?? Forever).Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<(Element Element, OrgUnitKind Level, string Role)>> Authority = new("element_authority", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Element.Id).Integer(known.Row.Element.Version).Code(known.Row.Level).Text(known.Row.Role)
        .Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<Breakdown>> Breakdown = new("dim_breakdown", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Id).Text(known.Row.Name).Text(known.Row.Group).Boolean(known.Row.Exhaustive)
        .Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<Indicator>> Indicator = new("dim_indicator", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Id).Integer(known.Row.Version).Text(known.Row.Name).Text(known.Row.Unit).Integer(known.Row.Decimals)
        .Boolean(known.Row.IsRatio).Date(known.Row.AppliesFrom).Date(known.Row.AppliesUntil ?? Forever).Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<(Indicator Indicator, string Side, Term Term)>> Term = new("indicator_term", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Indicator.Id).Integer(known.Row.Indicator.Version).Text(known.Row.Side).Text(known.Row.Term.Element)
        .Text(known.Row.Term.Breakdown).Code(known.Row.Term.Time).Decimal(known.Row.Term.Factor).Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<Form>> Form = new("dim_form", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Id).Integer(known.Row.Version).Text(known.Row.Name).Text(known.Row.Number).Code(known.Row.Period)
        .Date(known.Row.AppliesFrom).Date(known.Row.AppliesUntil ?? Forever).Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<(Form Form, FormLine Line)>> FormLine = new("dim_form_line", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Form.Id).Integer(known.Row.Form.Version).Integer(known.Row.Line.Number).Text(known.Row.Line.Label)
        .Text(known.Row.Line.Element).Text(known.Row.Line.Breakdown).Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<(Form Form, string Role, FormLine Line)>> ObligationLine = new("obligation_line", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Form.Id).Integer(known.Row.Form.Version).Text(known.Row.Role).Integer(known.Row.Line.Number)
        .Text(known.Row.Line.Element).Text(known.Row.Line.Breakdown).Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<Plan>> Plan = new("plan", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Id).Text(known.Row.District).Text(known.Row.Name).Text(known.Row.Document).Date(known.Row.Issued)
        .Integer(known.Row.FirstYear).Integer(known.Row.LastYear).Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<(Plan Plan, Commitment Commitment)>> Commitment = new("commitment", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Commitment.Id).Text(known.Row.Plan.Id).Text(known.Row.Commitment.Indicator ?? "")
        .Text(known.Row.Commitment.Kind).Text(known.Row.Commitment.Comparator).Decimal(known.Row.Commitment.Value).Text(known.Row.Commitment.Unit)
        .Text(known.Row.Commitment.Scope).Text(known.Row.Commitment.Clause).Text(known.Row.Commitment.Place).Text(known.Row.Commitment.Interpretation)
        .Boolean(known.Row.Commitment.IssuedFromAbove).Long(known.Load).Long(null).Text(known.Row.Commitment.IssuedBy));

    public static readonly AppendedTable<Known<(string District, Marts.CommitmentTarget Target)>> Target = new("target", static (known, row) => row
        .Text(known.Definition).Text(known.Row.Target.Commitment).Text(known.Row.Target.Indicator).Text(known.Row.District)
        .Text(known.Row.Target.OrgUnit).Integer(known.Row.Target.Year).Text(known.Row.Target.Kind).Text(known.Row.Target.Comparator)
        .Decimal(known.Row.Target.Value).Text(known.Row.Target.Unit).Code(known.Row.Target.State).Text(known.Row.Target.Document)
        .Long(known.Load).Long(null));

    public static readonly AppendedTable<Known<SubmissionDue>> Due = new("submission_due", static (known, row) => row
        .Text(known.Definition).Text(known.Row.District).Text(known.Row.OrgUnit).Text(known.Row.Form).Code(known.Row.PeriodKind)
        .Date(known.Row.PeriodStart).Date(known.Row.PeriodEnd)
        .Date(known.Row.DueDate).Boolean(known.Row.Provisional).Long(known.Load).Long(null));
}
