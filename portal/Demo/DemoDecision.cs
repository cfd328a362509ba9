namespace Reporting.Portal.Demo;

/// <summary>Something that a person decides at a moment of the simulated time, by the same way as the verb that decides it.</summary>
sealed record DemoDecision(DateTime At, Action<Office> Do);
