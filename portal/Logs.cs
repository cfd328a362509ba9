using System.Globalization;
using Reporting.Warehouse;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Reporting.Portal;

/// <summary>Where the program writes what it does: rolling JSON files in the data folder, and the console while it serves.</summary>
static class Logs
{
    const long FileBytes = 20 * 1024 * 1024;
    const int FilesKept = 60;

    /// <summary>The serving process's log. Libraries are heard only when something is wrong.</summary>
    public static Logger ForServing(DataFolder data) => Files(data)
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        // It warns that the keys of forms lie in the store as they are: who reads the data folder has everything else too.
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
        .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
        // Standard output is for data.
        .WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: CultureInfo.InvariantCulture)
        .CreateLogger();

    /// <summary>Keeps an unforeseen error and says in which folder; null where not even that can be written.</summary>
    public static string? Note(DataFolder data, Exception error, string reference)
    {
        try
        {
            if (!Directory.Exists(data.Root)) return null;
            using var log = Files(data).CreateLogger();
            log.Error(error, "Unforeseen error {Reference}", reference);
            return data.Logs;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return null; }
    }

    static LoggerConfiguration Files(DataFolder data) => new LoggerConfiguration().Enrich.FromLogContext().WriteTo.File(
        new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture), Path.Combine(data.Logs, "reporting-.json"), rollingInterval: RollingInterval.Day,
        fileSizeLimitBytes: FileBytes, rollOnFileSizeLimit: true, retainedFileCountLimit: FilesKept, shared: true);
}
