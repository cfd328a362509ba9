using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reporting.Tests.LeftOut;

/// <summary>A fact that exists only where something is at hand; elsewhere it is left out at discovery, which is no skip.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Reporting.Tests.LeftOut." + nameof(FactWhereDiscoverer), "Reporting.Tests")]
public sealed class FactWhereAttribute(Need need) : FactAttribute
{
    public Need Need { get; } = need;
}

/// <summary>A theory that exists only where something is at hand; its data is not asked for elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Reporting.Tests.LeftOut." + nameof(TheoryWhereDiscoverer), "Reporting.Tests")]
public sealed class TheoryWhereAttribute(Need need) : TheoryAttribute
{
    public Need Need { get; } = need;
}

public sealed class FactWhereDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        Needs.IsMet(factAttribute.GetNamedArgument<Need>(nameof(FactWhereAttribute.Need))) ? base.Discover(discoveryOptions, testMethod, factAttribute) : [];
}

public sealed class TheoryWhereDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        Needs.IsMet(theoryAttribute.GetNamedArgument<Need>(nameof(TheoryWhereAttribute.Need))) ? base.Discover(discoveryOptions, testMethod, theoryAttribute) : [];
}
