using System.Reflection;

namespace Reporting.Tests.LeftOut;

/// <summary>What some tests need and a machine may not have.</summary>
public enum Need { Hangfire, Quartz, Corpus, PlanTexts, Mount }

/// <summary>Whether a need is met here, and how its absence is called.</summary>
static class Needs
{
    /// <summary><c>shared/corpus</c> beside the checkout: collected sheets that are no part of the product. Null where it is absent.</summary>
    public static string? CorpusFolder { get; } = Above(AppContext.BaseDirectory)
        .Select(folder => Path.Combine(folder, "shared", "corpus")).FirstOrDefault(Directory.Exists);

    /// <summary><c>shared/domain/seeds</c> beside the checkout: the plans as published. Null where it is absent.</summary>
    public static string? PlanTextFolder { get; } = Above(AppContext.BaseDirectory)
        .Select(folder => Path.Combine(folder, "shared", "domain", "seeds")).FirstOrDefault(Directory.Exists);

    /// <summary>The text of a district's plan, by the first line that names the plan and the district.</summary>
    public static string PlanText(string district) => Directory.EnumerateFiles(PlanTextFolder!, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)
        .First(text => text.Contains(district == "chongming" ? "崇明区就业和社会保障“十四五”规划" : "松江区就业和社会保障“十四五”规划", StringComparison.Ordinal));

    /// <summary>The job engine that the build was asked for.</summary>
    public static string JobEngine { get; } = typeof(Needs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "JobEngine").Value!;

    public static bool IsMet(Need need) => need switch
    {
        Need.Hangfire => JobEngine == "Hangfire",
        Need.Quartz => JobEngine == "Quartz",
        Need.Corpus => CorpusFolder is not null,
        Need.PlanTexts => PlanTextFolder is not null,
        Need.Mount => Portal.SmallDisk.Possible,
        _ => throw new ArgumentOutOfRangeException(nameof(need), need, "nothing is said of this need"),
    };

    public static string Reason(Need need) => need switch
    {
        Need.Hangfire => "built without Hangfire's packages",
        Need.Quartz => "built on Hangfire, whose clock cannot be moved",
        Need.Corpus => "no shared/corpus beside the checkout",
        Need.PlanTexts => "no shared/domain/seeds beside the checkout",
        Need.Mount => "this user may not mount",
        _ => throw new ArgumentOutOfRangeException(nameof(need), need, "nothing is said of this need"),
    };

    static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent) yield return at.FullName;
    }
}
