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
            : Answer.Done(string.Join("\n\n", evaluations.Select(one => $"{EvaluationTable.Heading(plan, one)}\n{one.Explanation}{LandingText.Of(LandingText.Asked(warehouse, catalog, plan, commitment, one, asOf))}{Notes(commitment.Notes)}{Vetoes(catalog, commitment, one.Year ?? plan.LastYear)}{CellCommands.Of(request["--as-of"], catalog, commitment, plan, one)}")));
    }

    // What a plan does not make a veto a scheme may: each by its own document.
    static string Vetoes(Catalog catalog, Commitment commitment, int year) => string.Concat(catalog.Schemes
        .Where(scheme => scheme.Covers(year) && commitment.Veto is not true && scheme.Rules.Any(rule => rule.Method == ScoringMethod.veto && rule.Commitment == commitment.Id))
        .Select(scheme => $"\n注意：规划评估不作否决；{scheme.Name}（{scheme.Id}，{scheme.Document}）把它列为一票否决，计分时按办法"));

    static string Notes(IReadOnlyList<string>? notes) => notes is null ? "" : string.Concat(notes.Select(note => $"\n注意：{note}"));
}
