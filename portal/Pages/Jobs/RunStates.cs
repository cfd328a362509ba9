using Reporting.Portal.Operations;

namespace Reporting.Portal.Pages.Jobs;

/// <summary>How states of runs and deliveries look; their words are those of the verbs.</summary>
static class RunStates
{
    public static string Look(RunState state) => state switch
    {
        RunState.succeeded => "good",
        RunState.failed or RunState.set_aside => "bad",
        RunState.queued or RunState.running => "wait",
        _ => "warn",
    };

    public static string Look(DeliveryState state) => state switch
    {
        DeliveryState.sent => "good",
        DeliveryState.pending or DeliveryState.sending => "wait",
        _ => "bad",
    };
}
