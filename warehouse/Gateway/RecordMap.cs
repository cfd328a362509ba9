using System.Reflection;
using Dapper;

namespace Reporting.Warehouse.Gateway;

/// <summary>
/// How rows become records: the columns are the constructor's parameters, by name and in order, underscores aside; codes become enums of
/// the same spelling. A statement that has drifted from its record is refused with both lists, not filled with defaults.
/// </summary>
sealed class RecordMap(Type type) : SqlMapper.ITypeMap
{
    public ConstructorInfo? FindConstructor(string[] names, Type[] types)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(candidate => candidate.GetParameters().Length > 1 || !type.IsClass)
            .MaxBy(candidate => candidate.GetParameters().Length);
        var parameters = constructor?.GetParameters().Select(parameter => parameter.Name!).ToList() ?? [];
        return names.Select(Bare).SequenceEqual(parameters.Select(Bare), StringComparer.OrdinalIgnoreCase)
            ? constructor
            : throw new InvalidOperationException($"the columns ({string.Join(", ", names)}) are not what {type.Name} is made of ({string.Join(", ", parameters)})");
    }

    public ConstructorInfo? FindExplicitConstructor() => null;

    public SqlMapper.IMemberMap? GetConstructorParameter(ConstructorInfo constructor, string columnName) =>
        new ParameterMap(columnName, constructor.GetParameters().Single(parameter => string.Equals(parameter.Name, Bare(columnName), StringComparison.OrdinalIgnoreCase)));

    public SqlMapper.IMemberMap? GetMember(string columnName) => null;

    static string Bare(string name) => name.Replace("_", "", StringComparison.Ordinal);

    sealed record ParameterMap(string ColumnName, ParameterInfo Given) : SqlMapper.IMemberMap
    {
        public Type MemberType => Given.ParameterType;
        public PropertyInfo? Property => null;
        public FieldInfo? Field => null;
        public ParameterInfo? Parameter => Given;
    }
}
