using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reporting.Tests.LeftOut;

/// <summary>What is left out is counted and said; what is at hand is discovered.</summary>
public class LeftOutTests(ITestOutputHelper output)
{
    [Fact]
    public void Left_out_tests_are_counted()
    {
        var all = Conditional();
        var leftOut = all.Where(test => !Needs.IsMet(test.Need)).ToList();
        var reasons = leftOut.GroupBy(test => test.Need).Select(group => $"{Needs.Reason(group.Key)}: {group.Count()}");
        output.WriteLine($"left out at discovery: {leftOut.Count}{(leftOut.Count == 0 ? "" : $" ({string.Join(", ", reasons)})")}");

        foreach (var need in Enum.GetValues<Need>()) Assert.Contains(all, test => test.Need == need);
        foreach (var (method, need) in all) Assert.Equal((method, Needs.IsMet(need)), (method, Discovered(method)));
    }

    static List<(MethodInfo Method, Need Need)> Conditional() =>
    [
        .. from type in typeof(LeftOutTests).Assembly.GetTypes()
           from method in type.GetMethods()
           let need = method.GetCustomAttribute<FactWhereAttribute>()?.Need ?? method.GetCustomAttribute<TheoryWhereAttribute>()?.Need
           where need is not null
           select (method, need.Value),
    ];

    // As the runner does it: the method's own attribute is handed to the discoverer that it names.
    static bool Discovered(MethodInfo method)
    {
        var info = Reflector.Wrap(method);
        var attribute = info.GetCustomAttributes(typeof(FactAttribute)).Single();
        var named = method.GetCustomAttributesData().SelectMany(data => data.AttributeType.GetCustomAttributesData())
            .Single(data => data.AttributeType == typeof(XunitTestCaseDiscovererAttribute)).ConstructorArguments[0].Value;
        var discoverer = (IXunitTestCaseDiscoverer)Activator.CreateInstance(typeof(LeftOutTests).Assembly.GetType((string)named!)!, new NullMessageSink())!;
        var assembly = new TestAssembly(Reflector.Wrap(method.DeclaringType!.Assembly));
        var place = new TestMethod(new TestClass(new TestCollection(assembly, null, ""), Reflector.Wrap(method.DeclaringType)), info);
        return discoverer.Discover(new Defaults(), place, attribute).Any();
    }

    /// <summary>No option set: the runner's defaults.</summary>
    sealed class Defaults : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;
        public void SetValue<TValue>(string name, TValue value) => throw new NotSupportedException(name);
    }
}
