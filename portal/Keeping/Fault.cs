namespace Reporting.Portal.Keeping;

/// <summary>Something that is kept and does not answer for itself.</summary>
/// <param name="Check">Stable: which check found it.</param>
/// <param name="Subject">Which file, receipt, edition, run, notice or slice.</param>
public sealed record Fault(string Check, string Subject, string Zh, string En)
{
    public string In(string lang) => lang == "en" ? $"{Check}: {Subject}: {En}" : $"{Check}：{Subject}：{Zh}";
}
