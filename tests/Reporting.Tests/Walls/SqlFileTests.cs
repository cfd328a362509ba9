using System.Text.RegularExpressions;
using Reporting.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Walls;

/// <summary>SQL lives in files that are embedded, say what they are, and are used; none stands in C#.</summary>
public partial class SqlFileTests
{
    public static TheoryData<string> Files => [.. Checkout.Product(".sql")];

    [Theory, MemberData(nameof(Files))]
    public void A_statement_opens_with_its_grain_and_is_short(string file)
    {
        var lines = Checkout.Text(file).TrimEnd().Split('\n');
        Assert.Matches("^-- [A-Z$…`].{5,}", lines[0]);
        Assert.True(lines.Length <= 80 || MayBeLong.Contains(file), $"{lines.Length} lines");
    }

    // The tables of one room belong on one page.
    static readonly string[] MayBeLong =
        ["warehouse/Schema/001_definitions.sql", "warehouse/Schema/002_submissions.sql", "warehouse/Schema/003_facts.sql", "warehouse/Marts/slice/7_term.sql"];

    [Theory, MemberData(nameof(Files))]
    public void A_statement_is_embedded_and_used(string file)
    {
        var name = file[(file.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var assembly = file.StartsWith("warehouse/", StringComparison.Ordinal) ? typeof(Load).Assembly : typeof(Office).Assembly;
        Assert.Contains(name, assembly.GetManifestResourceNames());

        var folder = Path.GetDirectoryName(name)!.Replace('\\', '/');
        var called = name.StartsWith("Operations/", StringComparison.Ordinal) ? name["Operations/".Length..] : name;
        Assert.True(Named.Contains(called) || ReadWhole.Contains(folder), $"nothing names {called}");
    }

    [Fact]
    public void What_is_named_is_there()
    {
        var there = Checkout.Product(".sql").Select(file => file.Split('/', 2)[1]).SelectMany(name => new[] { name, name.Replace("Operations/", "", StringComparison.Ordinal) }).ToHashSet();
        Assert.DoesNotContain(Named, name => name != ".sql" && !there.Contains(name));
    }

    [Theory]
    [InlineData("warehouse/Schema"), InlineData("portal/Operations/Schema")]
    public void Schema_scripts_are_numbered_without_a_gap(string folder)
    {
        var numbers = Directory.GetFiles(Path.Combine(Checkout.Root, folder), "*.sql").Select(file => int.Parse(Path.GetFileName(file).Split('_')[0], null)).Order();
        Assert.Equal(Enumerable.Range(1, numbers.Count()), numbers);
    }

    [Fact]
    public void No_SQL_stands_in_code() =>
        Assert.Empty(Checkout.Product(".cs").SelectMany(file => Checkout.Literals(file).Where(literal => SqlPattern().IsMatch(literal)).Select(literal => $"{file}: {literal}")));

    static readonly HashSet<string> Named =
        [.. Checkout.Product(".cs").SelectMany(Checkout.Literals).Select(literal => literal.Trim('"')).Where(literal => literal.EndsWith(".sql", StringComparison.Ordinal))];

    // Folders that code reads from end to end, in name order.
    static readonly HashSet<string> ReadWhole =
    [
        .. Checkout.Product(".cs").SelectMany(file => BelowPattern().Matches(Checkout.Code(file))).Select(match => match.Groups[1].Value),
        "Operations/Schema",
    ];

    [GeneratedRegex("""Below\("([^"]+)"\)""")]
    private static partial Regex BelowPattern();

    [GeneratedRegex("""^["\s]*(select\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|(create|drop|alter)\s+(or\s+replace\s+)?(temp\s+)?(table|view|macro|index)\s|pragma\s|with\s+\w+\s+as\s*\()""", RegexOptions.IgnoreCase)]
    private static partial Regex SqlPattern();
}
