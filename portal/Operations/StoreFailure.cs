using Microsoft.Data.Sqlite;

namespace Reporting.Portal.Operations;

/// <summary>What SQLite's error codes mean for the person in front of the machine.</summary>
static class StoreFailure
{
    const int Busy = 5, Locked = 6, ReadOnly = 8, Damaged = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    public static FailureException? Explain(Exception error) => (error as SqliteException)?.SqliteErrorCode switch
    {
        Busy or Locked => new("operations.sqlite 被另一个进程占用；等它结束后再试。", "operations.sqlite is in use by another process; try again when it has ended.", error),
        Full => new("磁盘已满；腾出空间后再试，没有写入任何内容。", "The disk is full; free some room and try again. Nothing was written.", error),
        ReadOnly or CannotOpen => new("operations.sqlite 打不开或不可写；检查数据目录的权限。", "operations.sqlite cannot be opened or written; check the permissions of the data folder.", error),
        Damaged or NoDatabase => new("operations.sqlite 已损坏或不是数据库；从备份恢复。", "operations.sqlite is damaged or no database; restore it from a backup.", error),
        _ => null,
    };
}
