namespace Reporting.Reports;

/// <summary>There is nothing to tell in the report asked for: no plan covers the year, the unit was not there, what it would stand on was altered.</summary>
/// <param name="message">For its reader, in Chinese: what is lacking and what to do.</param>
/// <param name="english">The same in English.</param>
public sealed class NoReportException(string message, string english) : Exception(message)
{
    public string English { get; } = english;
}
