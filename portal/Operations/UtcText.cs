using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Reporting.Portal.Operations;

/// <summary>
/// SQLite has no time type: moments are ISO 8601 text in UTC with milliseconds, which sorts as time does. Dapper's handlers are shared
/// by the whole process, so parameters of other providers are left as they are.
/// </summary>
sealed class UtcText : SqlMapper.TypeHandler<DateTimeOffset>
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
        parameter.Value = parameter is SqliteParameter ? value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture) : value;

    public override DateTimeOffset Parse(object value) => value switch
    {
        string text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        DateTime moment => new(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
        DateTimeOffset moment => moment,
        _ => throw new DataException($"'{value}' is no moment"),
    };
}
