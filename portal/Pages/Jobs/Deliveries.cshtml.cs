using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Operations;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Jobs;

/// <summary>投递: what did not arrive, to be sent once more; what was sent, without what it said.</summary>
[For(Role.operations)]
public sealed class DeliveriesModel(Office office) : OfficePage(office)
{
    public const int Most = 200;

    /// <summary>Everything, not only what did not arrive.</summary>
    [BindProperty(SupportsGet = true)] public bool All { get; set; }

    public IReadOnlyList<DeliveryRow> Deliveries { get; private set; } = [];
    public IReadOnlyList<DeliveryCount> Counts { get; private set; } = [];

    public void OnGet() => (Deliveries, Counts) = (Office.Operations.Deliveries(Most, failed: !All), Office.Operations.DeliveryCounts());

    public IActionResult OnPostResend(long number, string? reason)
    {
        if (Office.Operations.Delivery(number) is null) return NotFound();
        if (string.IsNullOrWhiteSpace(reason)) SayFailed($"{number} 号没有再送：要写明原因。");
        else Act(DeliveriesResend.Verb, reason, ("NUMBER", $"{number}"));
        return Redirect(All ? "/jobs/deliveries?all=true" : "/jobs/deliveries");
    }
}
