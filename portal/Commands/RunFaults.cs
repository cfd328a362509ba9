using Reporting.Warehouse.Assessment.Runs;

namespace Reporting.Portal.Commands;

/// <summary>What is stored of a frozen run and is not what was sealed: named wherever the run is read, and a failure.</summary>
static class RunFaults
{
    const int Named = 5;

    /// <summary>Null where all is as it was sealed.</summary>
    public static FailureException? Of(StoredRun stored) => stored.Faults.Count == 0 ? null : new(
        $"考核 {stored.Run.Run} 号的存档被改动过：{string.Join("；", stored.Faults.Take(Named).Select(fault => $"{fault.Name} {fault.Outcome.InWords()}"))}{(stored.Faults.Count > Named ? $"等 {stored.Faults.Count} 处" : "")}。",
        $"What is stored of run {stored.Run.Run} was altered: {string.Join("; ", stored.Faults.Take(Named).Select(fault => $"{fault.Name} {fault.Outcome}"))}{(stored.Faults.Count > Named ? $" and others, {stored.Faults.Count} in all" : "")}.");

    public static string InWords(this ReplayOutcome outcome) => outcome switch
    {
        ReplayOutcome.altered => "与封签时不符",
        ReplayOutcome.differs => "重算结果不同",
        ReplayOutcome.missing => "存档缺失",
        ReplayOutcome.surplus => "存档多出",
        _ => "一致",
    };
}
