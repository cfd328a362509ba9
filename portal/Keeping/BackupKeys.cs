namespace Reporting.Portal.Keeping;

/// <summary>Keys lie outside the data folder and never in a backup; whoever restores needs them from elsewhere.</summary>
static class BackupKeys
{
    /// <summary>Identifiers are masked without a key so far: no ledger with keyed hashes is loaded yet, and so there is no key file to name.</summary>
    public const string InWords = "这个版本没有密钥文件：还没有带密钥散列的台账入库。以后有了，清单会点名，须与备份分开保管。 This version has no key file: no ledger with keyed hashes is loaded yet. Once there is one it is named here and must be kept apart from the backup.";

    /// <summary>Of the files that a backup names those that are not there.</summary>
    public static IReadOnlyList<string> Missing(BackupManifest manifest) => [.. manifest.KeyFiles.Where(path => !File.Exists(path))];
}
