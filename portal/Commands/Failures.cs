using Reporting.Portal.Operations;
using Reporting.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Gateway;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>The one place where an exception becomes one message and an exit code. What nobody foresaw goes to the log, not to the user.</summary>
static class Failures
{
    const int DiskFull = 28; // ENOSPC, which .NET keeps as the HResult on Unix
    const int DiskFullOnWindows = unchecked((int)0x80070070);

    public static Answer Explain(Exception error, string lang, DataFolder? data) => Explain(StoreFailure.Explain(error) ?? error, lang != "en", lang, data);

    static Answer Explain(Exception error, bool zh, string lang, DataFolder? data) => error switch
    {
        MisuseException misuse => Answer.Misused(misuse.In(lang)),
        FailureException failure => Answer.Failed(failure.In(lang)),
        NoReportException none => Answer.Failed(zh ? none.Message : none.English),
        StoreLockedException locked => Answer.Failed(zh
            ? $"数据仓库正被另一个进程占用{(locked.ProcessId is { } pid ? $"（PID {pid}）" : "")}：等它结束、停止它，或用 --data 指定另一个目录。"
            : locked.Message),
        StoreMissingException missing => Answer.Failed(zh ? $"没有 {missing.File}，可旁边的存档里有文件：数据仓库丢了。从备份恢复（restore 备份目录 --set-aside），不会另建一个空的。" : missing.Message),
        StoreDamagedException damaged => Answer.Failed(zh ? $"{damaged.File} 已损坏或不是数据仓库；从备份恢复，或用 --data 指定另一个目录。" : damaged.Message),
        StoreFullException => Answer.Failed(zh ? "磁盘已满；腾出空间后再试，没有写入任何内容。" : "The disk is full; free some room and try again. Nothing was written."),
        StoreBusyException => Answer.Failed(zh ? "同时查的太多，这一次没有算成；过一会儿再试。没有写入任何内容。" : "Too much is asked at the same time; try again in a moment. Nothing was written."),
        DefinitionException definitions => Answer.Failed(zh ? definitions.Message : definitions.MessageEn),
        IOException { HResult: DiskFull or DiskFullOnWindows } => Answer.Failed(zh ? "磁盘已满；腾出空间后再试。" : "The disk is full; free some room and try again."),
        UnauthorizedAccessException denied => Answer.Failed(zh ? $"没有权限：{denied.Message}" : $"Not permitted: {denied.Message}"),
        OperationCanceledException => Answer.Failed(zh ? "已中断。" : "Interrupted."),
        _ => Unforeseen(error, lang, data),
    };

    static Answer Unforeseen(Exception error, string lang, DataFolder? data)
    {
        var reference = Guid.NewGuid().ToString("N")[..8];
        var details = data is null ? error.Message : Logs.Note(data, error, reference) ?? error.Message;
        return Answer.Failed(lang == "en"
            ? $"Something unforeseen went wrong (reference {reference}). Details: {details}"
            : $"出了意料之外的错误（编号 {reference}）。详情：{details}");
    }
}
