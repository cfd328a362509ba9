using Reporting.Portal.Commands;
using Reporting.Warehouse;

namespace Reporting.Portal.Pages.Targets;

/// <summary>Files that a form sent.</summary>
static class Sent
{
    /// <param name="parameter">Of the verb that takes it.</param>
    public static async Task<RequestFile> File(IFormFile file, string parameter)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return new(parameter, OneLine.Of(Path.GetFileName(file.FileName.Replace('\\', '/'))), bytes.ToArray());
    }
}
