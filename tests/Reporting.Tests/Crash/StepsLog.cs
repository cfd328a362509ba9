using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>The durable steps that a program's processes have passed, as they write them down.</summary>
sealed class StepsLog(RunningProgram program)
{
    public string Path { get; } = System.IO.Path.Combine(program.Home, "steps.log");

    public IReadOnlyList<DurableStep> Passed => [.. Lines.Select(Enum.Parse<DurableStep>)];

    /// <summary>So far, of all processes together.</summary>
    public int Count(DurableStep step) => Lines.Count(line => line == $"{step}");

    string[] Lines
    {
        get
        {
            if (!File.Exists(Path)) return [];
            using var text = new StreamReader(new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
