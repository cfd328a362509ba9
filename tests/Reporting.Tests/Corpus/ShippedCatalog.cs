using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Corpus;

/// <summary>The definitions that ship, as they stand today.</summary>
static class ShippedCatalog
{
    public static Catalog Catalog { get; } = DefinitionBody.CatalogFrom(
        Definition.InForce(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null), new DateOnly(2099, 1, 1)));
}
