using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;

namespace Reporting.Tests.Standins;

/// <summary>The provider finds every type, member and C function it can ask for, before it asks.</summary>
public sealed class MembersTests
{
    static readonly Assembly Provider = typeof(DuckDBConnection).Assembly;

    static readonly Assembly Bindings = Assembly.Load(
        Provider.GetReferencedAssemblies().Single(name => name.Name == "DuckDB.NET.Bindings"));

    [Fact]
    public void EveryTypeOfTheProviderResolves()
    {
        var found = Tokens(reader => reader.TypeReferences.Where(handle => IsOurs(reader, handle)).Select(handle => MetadataTokens.GetToken(handle)))
            .Select(token => Provider.ManifestModule.ResolveType(token))
            .ToList();

        Assert.True(found.Count >= 57, $"{found.Count} types");
        Assert.All(found, type => Assert.Same(Bindings, type.Assembly));
    }

    [Fact]
    public void EveryMemberOfTheProviderResolves()
    {
        // Generic arguments do not matter to finding a member, only their number does.
        var anyType = Enumerable.Repeat(typeof(int), 8).ToArray();
        var found = Tokens(reader => reader.MemberReferences.Where(handle => IsOurs(reader, reader.GetMemberReference(handle).Parent)).Select(handle => MetadataTokens.GetToken(handle)))
            .Select(token => Provider.ManifestModule.ResolveMember(token, anyType, anyType))
            .ToList();

        Assert.True(found.Count >= 180, $"{found.Count} members");
        Assert.All(found, Assert.NotNull);
    }

    [Fact]
    public void EveryFunctionIsInTheLibrary()
    {
        var library = NativeLibrary.Load("duckdb", Bindings, null);
        var functions = EntryPoints().ToList();

        Assert.True(functions.Count > 100, $"{functions.Count} functions");
        Assert.All(functions, function => Assert.True(NativeLibrary.TryGetExport(library, function, out _), function));
    }

    static HashSet<string> EntryPoints()
    {
        using var image = new PEReader(File.OpenRead(Bindings.Location));
        var reader = image.GetMetadataReader();
        return reader.MethodDefinitions
            .Select(handle => reader.GetMethodDefinition(handle).GetImport())
            .Where(import => !import.Name.IsNil)
            .Select(import => reader.GetString(import.Name))
            .ToHashSet();
    }

    static List<int> Tokens(Func<MetadataReader, IEnumerable<int>> choose)
    {
        using var image = new PEReader(File.OpenRead(Provider.Location));
        return [.. choose(image.GetMetadataReader())];
    }

    static bool IsOurs(MetadataReader reader, EntityHandle handle)
    {
        if (handle.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var scope = reader.GetTypeReference((TypeReferenceHandle)handle).ResolutionScope;
        return scope.Kind == HandleKind.AssemblyReference
            ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == "DuckDB.NET.Bindings"
            : IsOurs(reader, scope);
    }
}
