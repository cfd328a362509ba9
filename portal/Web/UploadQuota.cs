using System.Globalization;
using Reporting.Warehouse;

namespace Reporting.Portal.Web;

/// <summary>How much may be sent.</summary>
sealed record UploadLimits
{
    /// <summary>Files of a login in a day: a district's whole year of sheets sent again by one hand; a program gone wild sends more.</summary>
    public int FilesADay { get; init; } = 2_000;

    /// <summary>Their bytes: what is archived stays for ever, and this is a year's growth of a district.</summary>
    public long BytesADay { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>What must stay free beside what is sent, or the stores, the logs and the next backup have no room.</summary>
    public long FreeBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>How much room there is where a folder lies.</summary>
    public Func<string, long> Free { get; init; } = folder => new DriveInfo(folder).AvailableFreeSpace;
}

/// <summary>
/// What a login has sent by page and API on this day, and whether there is room for more. It is counted by this process alone: whoever
/// restarts it has the machine anyway. The same file sent again counts again, since it is read again.
/// </summary>
sealed class UploadQuota(Office office, UploadLimits limits)
{
    readonly Lock counting = new();
    readonly Dictionary<string, (int Files, long Bytes)> sent = new(StringComparer.OrdinalIgnoreCase);
    DateOnly day;

    /// <summary>Before anything of it is read: where it is spooled, and where it is kept.</summary>
    /// <exception cref="RefusedException">There is too little room for so many bytes.</exception>
    public void AskForRoom(long bytes)
    {
        foreach (var folder in (string[])[office.Data.Root, Path.GetTempPath()])
            if (limits.Free(folder) < limits.FreeBytes + bytes)
                throw new RefusedException(StatusCodes.Status503ServiceUnavailable, "服务器的磁盘快满了，暂时不收文件，一份都没有收。请告诉运维，腾出空间后再传。", TimeSpan.FromMinutes(10));
    }

    /// <exception cref="RefusedException">That is more than a login may send in a day; none of it is counted.</exception>
    public void Count(string login, int files, long bytes)
    {
        var now = office.Now;
        lock (counting)
        {
            if (ShanghaiTime.DateOf(now) is var today && today != day)
            {
                sent.Clear();
                day = today;
            }
            var before = sent.GetValueOrDefault(login);
            var after = (Files: before.Files + files, Bytes: before.Bytes + bytes);
            if (after.Files > limits.FilesADay || after.Bytes > limits.BytesADay) throw new RefusedException(StatusCodes.Status429TooManyRequests, Sentence(before, files), Tomorrow(now));
            sent[login] = after;
        }
    }

    string Sentence((int Files, long Bytes) before, int files) => string.Create(CultureInfo.InvariantCulture,
        $"一个账号一天最多报送 {limits.FilesADay:#,##0} 份、{limits.BytesADay / 1024 / 1024:#,##0} MB，今天已报送 {before.Files:#,##0} 份，这次的 {files:#,##0} 份没有收。明天再传，或请区里用命令行收。");

    TimeSpan Tomorrow(DateTime now) => ShanghaiTime.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue)) - now;
}
