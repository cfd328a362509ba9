using Microsoft.Data.Sqlite;

namespace Reporting.Portal.Operations;

/// <summary>What SQLite's error codes mean for the person in front of the machine.</summary>
static class StoreFailure
{
    const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Damaged = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    public static FailureException? Explain(Exception error) => (error as SqliteException)?.SqliteErrorCode switch
    {
        Busy or Locked => new("operations.sqlite 被另一个进程占用；等它结束后再试。", "operations.sqlite is in use by another process; try again when it has ended.", error),
        // What the warehouse has taken by then stays taken.
        Full => new("磁盘已满；腾出空间后再试，已收下的文件不会收两次。", "The disk is full; free some room and try again, no file is taken twice.", error),
        // On a full disk the file that its readers share cannot grow; SQLite calls that an error of input and output.
        InputOutput => new("operations.sqlite 读写失败：磁盘已满或有故障；腾出空间、检查磁盘后再试，已收下的文件不会收两次。",
            "operations.sqlite could not be read or written: the disk is full or faulty; free some room, check the disk and try again, no file is taken twice.", error),
        ReadOnly or CannotOpen => new("operations.sqlite 打不开或不可写；检查数据目录的权限。", "operations.sqlite cannot be opened or written; check the permissions of the data folder.", error),
        Damaged or NoDatabase => new("operations.sqlite 已损坏或不是数据库；从备份恢复。", "operations.sqlite is damaged or no database; restore it from a backup.", error),
        _ => null,
    };
}
