using System.Collections.Concurrent;
using Reporting.Warehouse.Gateway;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>
/// What the warehouse knows of the definitions, load by load. A changed definition closes its old rows and opens new ones under a load of
/// its own; values whose meaning moved are decided again and the annual facts rebuilt, all in that load.
/// </summary>
public sealed class KnownDefinitions
{
    /// <summary>An appraiser goes back and forth between a few loads; a catalog is about a megabyte.</summary>
    const int MostKept = 8;

    readonly DuckDbGateway gateway;
    readonly ConcurrentDictionary<long, Catalog> catalogs = [];
    string? entered;

    public KnownDefinitions(DuckDbGateway gateway)
    {
        this.gateway = gateway;
        Current = AsOf(long.MaxValue - 1);
    }

    /// <summary>What is defined now. Empty until the first definitions are entered.</summary>
    public Catalog Current { get; private set; }

    /// <summary>What was defined as of a load.</summary>
    /// <remarks>Rows are only added and closed, each under a load of its own: between two changes one catalog stands, and it is read once.</remarks>
    public Catalog AsOf(long load)
    {
        var changed = gateway.Read<long?>("Schema/definitions/changed_by.sql", new { load }).Single() ?? 0;
        if (catalogs.TryGetValue(changed, out var kept)) return kept;
        if (catalogs.Count >= MostKept) catalogs.Clear();
        return catalogs[changed] = DefinitionBody.CatalogFrom(WrittenAsOf(changed), gateway.Read<WordAlias>("Schema/definitions/aliases.sql", new { load = changed }),
            gateway.Read<DueExtension>("Schema/definitions/extensions.sql", new { load = changed }));
    }

    /// <summary>The definitions themselves as they stood at a load, in the order in which they were entered.</summary>
    public IReadOnlyList<Definition> WrittenAsOf(long load) => gateway.Read<Definition>("Schema/definitions/known_at.sql", new { load });

    /// <summary>Takes up what people have said since about words of sheets, and put off of due dates.</summary>
    public void Refresh() => Current = AsOf(long.MaxValue - 1);

    /// <summary>
    /// Enters what is written and issued by today, and drops what is no longer written. Dues are laid out to the end of next year.
    /// </summary>
    /// <returns>The load that made it known; null where nothing changed.</returns>
    public Load? Enter(IReadOnlyList<Definition> written, DateOnly today, DateTime now)
    {
        // Asked before every load: where the same definitions are issued as last time, and the dues reach as far, nothing can have changed.
        var asked = string.Join('|', written.Where(definition => definition.IsIssuedBy(today)).Select(definition => definition.Sha256).Append($"{today.Year}"));
        if (asked == entered) return null;
        var load = gateway.Write(transaction => Entered(transaction, written, today, today, now));
        entered = asked;
        if (load is null) return null;
        Durable.Passed(DurableStep.definitions_entered);
        Current = AsOf(load.LoadId);
        return load;
    }

    /// <summary>The definitions themselves as they now stand, one for each kind, id and version.</summary>
    public IReadOnlyList<Definition> InForce() => gateway.Read<Definition>("Schema/definitions/known_at.sql", new { load = long.MaxValue - 1 });

    /// <summary>Looks at what would be known and held were these definitions entered, and enters nothing.</summary>
    /// <param name="day">What is issued by then stands; dues are laid out from <paramref name="today"/>, as they are now.</param>
    /// <param name="look">Is given the load under which they would stand (null where nothing would change), their catalog, and what all others read.</param>
    public T Rehearse<T>(IReadOnlyList<Definition> written, DateOnly day, DateOnly today, DateTime now, Func<Load?, Catalog, MartQueries, T> look) => gateway.Rehearse((transaction, seen) =>
    {
        var load = Entered(transaction, written, day, today, now);
        return look(load, new KnownDefinitions(seen).Current, new(seen));
    });

    static Load? Entered(WriteTransaction transaction, IReadOnlyList<Definition> written, DateOnly day, DateOnly today, DateTime now)
    {
        var known = transaction.Read<Definition>("Schema/definitions/known_at.sql", new { load = long.MaxValue - 1 }).ToDictionary(DefinitionSteps.Key);
        // What is written but not yet issued leaves standing what was known before under the same key.
        var inForce = Definition.InForce(written
            .Select(definition => definition.IsIssuedBy(day) ? definition : known.GetValueOrDefault(DefinitionSteps.Key(definition)))
            .OfType<Definition>(), day);
        var changed = inForce.Where(definition => known.GetValueOrDefault(DefinitionSteps.Key(definition))?.Sha256 != definition.Sha256).ToList();
        var closed = known.Keys.Except(inForce.Except(changed).Select(DefinitionSteps.Key));
        var extensions = transaction.Read<DueExtension>("Schema/definitions/extensions.sql", new { load = long.MaxValue - 1 });
        return DefinitionSteps.Enter(transaction, changed, [.. closed], DefinitionBody.CatalogFrom(inForce, extensions: extensions), today, now);
    }
}
