using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Reporting.Warehouse;

namespace Reporting.Portal.Keeping;

/// <summary>One file of a backup.</summary>
/// <param name="Path">Below the folder, with slashes.</param>
/// <param name="Sha256">Of the bytes that were copied.</param>
/// <param name="Modified">UTC. It comes back with the file: an inbox knows its files again by their time.</param>
public sealed record KeptFile(string Path, long Size, string Sha256, DateTime Modified);

/// <summary>What a backup holds and by what it is known to be whole. Its own hash lies beside it.</summary>
/// <param name="Program">Version that made it.</param>
/// <param name="Contents">What the warehouse in it answers with.</param>
/// <param name="KeyFiles">Files outside the data folder without which a restored office could not work: to be kept apart from the backup.</param>
/// <param name="Damaged">Files of the archive that were not their own hash any more when they were copied: no copy of them mends that.</param>
public sealed record BackupManifest(
    int Format, string Name, DateTime MadeAt, string Program, DateTime? LoadCommittedAt, Contents Contents, IReadOnlyList<string> WarehouseSchema,
    IReadOnlyList<string> OperationsSchema, IReadOnlyList<string> KeyFiles, string KeysInWords, IReadOnlyList<string> Damaged, IReadOnlyList<KeptFile> Files)
{
    public const int Current = 1;
    public const string FileName = "manifest.json", HashName = "manifest.sha256";

    public static string ProgramVersion { get; } = typeof(BackupManifest).Assembly.GetName().Version!.ToString(3);

    public long Bytes => Files.Sum(file => file.Size);

    static bool IsOutside(string path) => path.StartsWith('/') || Path.IsPathRooted(path) || path.Split('/', '\\').Contains("..");

    public void Write(string folder)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, PrintedJson.Options);
        File.WriteAllBytes(Path.Combine(folder, FileName), bytes);
        File.WriteAllText(Path.Combine(folder, HashName), string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {FileName}\n"));
    }

    /// <exception cref="FailureException">It is missing, damaged, or of a later program.</exception>
    public static BackupManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        byte[] bytes;
        try { bytes = File.ReadAllBytes(path); }
        catch (UnauthorizedAccessException closed) { throw new FailureException($"没有权限读 {path}：备份只给做它的用户看，用那个用户恢复。", $"{path} may not be read: a backup is for the user that made it.", closed); }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FailureException($"{folder} 里没有备份，或者不是完整的备份：没有 {FileName}。", $"{folder} holds no backup, or is no whole one: there is no {FileName}.", gone);
        }
        var (stated, hash) = (Path.Combine(folder, HashName), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        if (!File.Exists(stated) || File.ReadAllText(stated) != $"{hash}  {FileName}\n") throw new FailureException(
            $"{path} 与 {HashName} 里的指纹不符：备份清单已损坏，换一份备份。", $"{path} is not what {HashName} says: the manifest is damaged, use another backup.");
        var manifest = JsonSerializer.Deserialize<BackupManifest>(bytes, PrintedJson.Options)!;
        if (manifest.Files.FirstOrDefault(file => IsOutside(file.Path)) is { } outside) throw new FailureException(
            $"{path} 里的“{outside.Path}”指到备份以外：这份清单不能用，换一份备份。", $"'{outside.Path}' in {path} leads out of the backup: this manifest is not to be used.");
        return manifest.Format == Current ? manifest : throw new FailureException(
            $"{path} 的格式是 {manifest.Format}，这个版本（{ProgramVersion}）只认 {Current}；用做它的版本（{manifest.Program}）恢复。",
            $"{path} has format {manifest.Format}; this version ({ProgramVersion}) knows {Current}: restore with the version that made it ({manifest.Program}).");
    }
}
