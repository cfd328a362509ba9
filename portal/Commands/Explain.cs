using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Why a commitment stands as it does: inputs with sources, rule, formula, result.</summary>
static class Explain
{
    public static Verb Verb { get; } = new("explain", "一项承诺是怎样判定的", "how a commitment was judged")
    {
        Parameters =
        [
            AskedPlan.CommitmentNamed,
            AskedPlan.YearOption, AskedPlan.OrgOption, AskedPlan.ThroughOption, Asked.AsOfOption,
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var asOf = Asked.AsOf(request, warehouse);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var (plan, commitment) = AskedPlan.Commitment(request["COMMITMENT"]!, catalog, warehouse.Definitions.Current);
        int? year = request["--year"] is { } given ? Asked.Year(given) : null;
        var evaluations = AskedPlan.Evaluations(request, warehouse, catalog, plan, commitment, year, asOf);
        return request.Json
            ? Answer.Document(new { Commitments = evaluations.Select(one => EvaluationRow.Of(plan, one)), Landing = LandingText.Asked(warehouse, catalog, plan, commitment, evaluations[0], asOf), AsOf = asOf.LoadId })
            : Answer.Done(string.Join("\n\n", evaluations.Select(one => $"{EvaluationTable.Heading(plan, one)}\n{one.Explanation}{LandingText.Of(LandingText.Asked(warehouse, catalog, plan, commitment, one, asOf))}{Notes(commitment.Notes)}{CellCommands.Of(request["--as-of"], catalog, commitment, plan, one)}")));
    }

    static string Notes(IReadOnlyList<string>? notes) => notes is null ? "" : string.Concat(notes.Select(note => $"\n注意：{note}"));
}
