using System.Reflection;
using System.Xml.Linq;
using Reporting.Portal;
using Reporting.Portal.Engine;
using Reporting.Reports;
using Reporting.Warehouse;

namespace Reporting.Tests.Walls;

/// <summary>Who may know whom. The compiler holds some of these walls; the others stand here.</summary>
public class WallTests
{
    // The one seam with two implementations, of which a build compiles one.
    static readonly Type[] Seams = [typeof(IJobEngine)];

    [Fact]
    public void An_interface_has_two_implementations_or_is_the_job_engine_seam()
    {
        Assembly[] product = [typeof(Load).Assembly, typeof(Etl.Inspection).Assembly, typeof(MonthlyReport).Assembly, typeof(Office).Assembly];
        var types = product.SelectMany(assembly => assembly.GetTypes()).ToList();
        var alone = types.Where(type => type.IsInterface && !Seams.Contains(type))
            .Where(face => types.Count(type => type is { IsInterface: false, IsAbstract: false } && face.IsAssignableFrom(type)) < 2);
        Assert.Empty(alone.Select(face => face.FullName));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(Checkout.Root, "portal", "Engine"), "*Engine.cs").Count(file => Path.GetFileName(file) != "IJobEngine.cs"));
    }

    [Fact]
    public void No_file_is_a_drawer_for_leftovers()
    {
        string[] drawers = ["Helper", "Util", "Common", "Manager", "Service", "Extensions"];
        Assert.DoesNotContain(Checkout.Product(".cs"), path => drawers.Any(word => Path.GetFileName(path).Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("warehouse/Reporting.Warehouse.csproj", "")]
    [InlineData("etl/Reporting.Etl.csproj", "warehouse")]
    [InlineData("reports/Reporting.Reports.csproj", "warehouse")]
    [InlineData("portal/Reporting.Portal.csproj", "etl,reports,warehouse")]
    public void A_project_references_what_the_design_allows(string project, string allowed)
    {
        var references = XDocument.Parse(Checkout.Text(project)).Descendants("ProjectReference").Select(reference => reference.Attribute("Include")!.Value.Split('/', '\\')[1]);
        Assert.Equal(allowed, string.Join(',', references.Order(StringComparer.Ordinal)));
    }

    // A word for how much is logged of a library is no knowledge of it; only code is looked at, not comments and not literals.
    [Theory]
    [InlineData("DuckDB", "warehouse/Gateway/")]
    [InlineData("Sqlite", "portal/Operations/")]
    [InlineData("ClosedXML", "reports/Drawing/")]
    [InlineData("YamlDotNet", "warehouse/Reference/YamlFile.cs")]
    [InlineData("ExcelDataReader", "etl/Intake/XlsReader.cs")]
    [InlineData("AngleSharp", "etl/Intake/HtmlReader.cs")]
    [InlineData("Quartz", "portal/Engine/")]
    [InlineData("Hangfire", "portal/Engine/")]
    [InlineData("System.Net.Mail", "portal/Delivery/MailServer.cs")]
    [InlineData("System.CommandLine", "portal/Commands/Words.cs")]
    public void An_outside_library_is_known_in_one_place(string library, string place)
    {
        var knowing = Checkout.Product(".cs").Where(path => CodeWithoutLiterals(path).Contains(library, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(knowing);
        Assert.All(knowing, path => Assert.StartsWith(place, path, StringComparison.Ordinal));
    }

    static string CodeWithoutLiterals(string path) =>
        Checkout.Literals(path).Aggregate(Checkout.Code(path), (code, literal) => code.Replace(literal, "\"\"", StringComparison.Ordinal));
}
