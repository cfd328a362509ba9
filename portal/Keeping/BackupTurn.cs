namespace Reporting.Portal.Keeping;

/// <summary>One backup at a time is made in a folder of backups, whichever process makes it.</summary>
sealed class BackupTurn : IDisposable
{
    readonly FileStream held;

    BackupTurn(FileStream held) => this.held = held;

    /// <exception cref="FailureException">Another one is under way, or nothing can be written there.</exception>
    public static BackupTurn Take(string folder)
    {
        try { return new(new(Path.Combine(folder, "backup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)); }
        catch (IOException e) when (e.HResult is 11 or 35 or unchecked((int)0x80070020))
        {
            throw new FailureException($"{folder} 里正在做另一份备份；等它做完再试。", $"Another backup is being made in {folder}; try again when it is done.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"备份目录 {folder} 写不进去：{e.Message}；原有备份没有动。检查盘是否挂好、有无权限。", $"Nothing can be written into {folder}: {e.Message}; earlier backups are as they were. Is the disk there, and may this user write?", e);
        }
    }

    public void Dispose() => held.Dispose();
}
