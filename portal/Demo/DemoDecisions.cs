namespace Reporting.Portal.Demo;

/// <summary>What people decide in the demo besides sending sheets.</summary>
static class DemoDecisions
{
    public static IReadOnlyList<DemoDecision> All { get; } = [];
}
