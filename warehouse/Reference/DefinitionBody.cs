using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Reporting.Warehouse.Reference;

/// <summary>
/// A definition's record as canonical JSON and back. Properties stand in the order of the record's constructor, enums as words,
/// absent things are left out: so a record that grows by an optional part keeps the hash of what does not use it.
/// </summary>
public static class DefinitionBody
{
    /// <summary>Some ten sets of definitions.</summary>
    const int MostRecords = 3000;

    static readonly ConcurrentDictionary<(Type, string), object> Records = [];

    static readonly JsonSerializerOptions Canonical = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people in the warehouse, never put into a page as it is
        IgnoreReadOnlyProperties = true, // what a record derives from its parts is no part of the definition
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OrderAsConstructed } },
    };

    /// <summary>The definition with its body and hash made from the record.</summary>
    public static Definition Of(DefinitionKind kind, string id, int? version, DateOnly? issued, string file, object record)
    {
        var body = JsonSerializer.Serialize(record, record.GetType(), Canonical);
        return new(kind, id, version, issued, file, body, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))));
    }

    /// <summary>
    /// The catalog that these definitions make, from their bodies alone: a past catalog is rebuilt from what the warehouse kept.
    /// Give one definition for each kind, id and version; the catalog's lists keep the order given.
    /// </summary>
    public static Catalog CatalogFrom(IEnumerable<Definition> definitions, IReadOnlyList<WordAlias>? aliases = null, IReadOnlyList<DueExtension>? extensions = null)
    {
        var byKind = definitions.ToLookup(definition => definition.Kind);
        List<T> All<T>(DefinitionKind kind) where T : class => [.. byKind[kind].Select(definition => Record<T>(definition.Body))];
        // Of a day in two calendars the later one counts; the checks refuse that, but a catalog once stored must always open.
        var worked = new Dictionary<DateOnly, bool>();
        foreach (var day in All<HolidayCalendar>(DefinitionKind.calendar).SelectMany(calendar => calendar.Days)) worked[day.Date] = day.Worked;
        return new(
            All<District>(DefinitionKind.district), All<Element>(DefinitionKind.element), All<Breakdown>(DefinitionKind.breakdown),
            All<Indicator>(DefinitionKind.indicator), All<Form>(DefinitionKind.form), All<Plan>(DefinitionKind.plan),
            new WorkingDays(worked))
        {
            Aliases = aliases ?? [], Extensions = extensions ?? [], Deadlines = All<DeadlinePolicy>(DefinitionKind.deadline), Schemes = All<Scheme>(DefinitionKind.scheme), Lights = All<LightTable>(DefinitionKind.lights), ReportPolicies = All<ReportPolicy>(DefinitionKind.report),
        };
    }

    /// <summary>Records never change, so equal bodies share one: catalogs of two loads differ in little, and one is made with each alias learned.</summary>
    static T Record<T>(string body) where T : class
    {
        if (Records.TryGetValue((typeof(T), body), out var known)) return (T)known;
        if (Records.Count >= MostRecords) Records.Clear();
        var record = JsonSerializer.Deserialize<T>(body, Canonical)!;
        Records[(typeof(T), body)] = record;
        return record;
    }

    static void OrderAsConstructed(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        var parameters = type.Type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)?.GetParameters() ?? [];
        foreach (var property in type.Properties)
            property.Order = Array.FindIndex(parameters, parameter => parameter.Name == property.Name);
    }
}
