using Reporting.Portal.Commands;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Targets;

/// <summary>Files that a form sent as evidence.</summary>
static class Sent
{
    /// <summary>All of one form's, which are held in memory while they are kept: less than a request may have, so what is too much is told beside the field.</summary>
    public const long Most = 20L * 1024 * 1024;

    public const int MostFiles = 20;

    /// <summary>What is wrong with them, before a byte of them is read; null: nothing.</summary>
    public static string? WhyNot(IReadOnlyList<IFormFile> files) =>
        files.FirstOrDefault(file => file.Length == 0) is { } empty ? $"“{UploadedFile.NameOf(empty.FileName)}”是空的（0 字节），没有登记。"
        : files.Count > MostFiles ? $"附件最多 {MostFiles} 个，这次有 {files.Count} 个，没有登记。"
        : files.Sum(file => file.Length) > Most ? $"附件一共最多 {Most / 1024 / 1024} MB，没有登记。请压缩图片或分几次报。" : null;

    /// <param name="parameter">Of the verb that takes it.</param>
    public static async Task<RequestFile> File(IFormFile file, string parameter)
    {
        var bytes = new byte[file.Length];
        await using var from = file.OpenReadStream();
        await from.ReadExactlyAsync(bytes);
        return new(parameter, UploadedFile.NameOf(file.FileName), bytes);
    }
}
