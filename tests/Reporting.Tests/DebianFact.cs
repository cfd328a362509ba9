namespace Reporting.Tests;

/// <summary>
/// A test that needs programs from a Debian package. Where one is absent the test is skipped and says which package brings it. In CI it
/// runs in any case: there <c>.ci/run</c> has installed the package, and an absent one is a failure.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DebianFactAttribute : FactAttribute
{
    public DebianFactAttribute(string package, params string[] programs)
    {
        (Package, Programs) = (package, programs);
        if (!IsContinuousIntegration && programs.FirstOrDefault(program => !IsOnPath(program)) is { } absent)
            Skip = $"{absent} is not installed: apt-get install {package}";
    }

    public string Package { get; }
    public IReadOnlyList<string> Programs { get; }

    /// <summary>The test makes accounts of the machine, or runs a server that does what only root may.</summary>
    public bool AsRoot
    {
        get => asRoot;
        set
        {
            asRoot = value;
            if (value && !IsContinuousIntegration && !Environment.IsPrivilegedProcess) Skip ??= "runs as root only";
        }
    }

    bool asRoot;

    static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") == "true";

    static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
