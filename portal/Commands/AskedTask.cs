using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Tasks as verbs name and show them.</summary>
static class AskedTask
{
    public static (Plan Plan, Commitment Commitment) Of(Request request, Catalog catalog)
    {
        var (plan, commitment) = AskedPlan.Commitment(request["COMMITMENT"]!, catalog, catalog);
        return commitment.Kind == "milestone" ? (plan, commitment) : throw new MisuseException(
            $"承诺 {commitment.Id} 按数判定（{commitment.Kind}），不报进展；要报的是 milestone。", $"The commitment {commitment.Id} is judged by figures ({commitment.Kind}); only a milestone is reported.");
    }

    public static string Quarter(DateOnly start) => $"{start.Year}-Q{(start.Month + 2) / 3}";
}
