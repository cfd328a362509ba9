using System.Numerics;

namespace Reporting.Tests.Standins;

/// <summary>Values go in as parameters and come back as results, unchanged, through the genuine engine.</summary>
public sealed class TypesTests
{
    const string BeyondTheBasicPlane = "𠮷野家";

    public static TheoryData<string, object, object> Values => new()
    {
        { "boolean", true, true },
        { "boolean", false, false },
        { "tinyint", sbyte.MinValue, sbyte.MinValue },
        { "smallint", short.MinValue, short.MinValue },
        { "smallint", short.MaxValue, short.MaxValue },
        { "integer", int.MinValue, int.MinValue },
        { "integer", int.MaxValue, int.MaxValue },
        { "bigint", long.MinValue, long.MinValue },
        { "bigint", long.MaxValue, long.MaxValue },
        { "ubigint", ulong.MaxValue, ulong.MaxValue },
        { "float", 1.5f, 1.5f },
        { "double", double.MinValue, double.MinValue },
        { "double", Math.PI, Math.PI },
        { "double", double.Epsilon, double.Epsilon },
        { "decimal(18,4)", 0m, 0m },
        { "decimal(18,4)", 1000m, 1000m },
        { "decimal(18,4)", -0.0001m, -0.0001m },
        { "decimal(18,4)", 99999999999999.9999m, 99999999999999.9999m },
        { "decimal(18,4)", -99999999999999.9999m, -99999999999999.9999m },
        { "decimal(28,10)", 123456789012345678.0123456789m, 123456789012345678.0123456789m },
        { "varchar", string.Empty, string.Empty },
        { "varchar", "县级医院", "县级医院" },
        { "varchar", BeyondTheBasicPlane, BeyondTheBasicPlane },
        { "varchar", "twelve bytes", "twelve bytes" },
        { "varchar", "thirteen byte", "thirteen byte" },
        { "varchar", "四字词语", "四字词语" },
        { "varchar", "zero\0inside", "zero\0inside" },
        { "varchar", new string('长', 100_000) + BeyondTheBasicPlane, new string('长', 100_000) + BeyondTheBasicPlane },
        { "date", new DateOnly(2024, 2, 29), new DateOnly(2024, 2, 29) },
        { "date", DateOnly.MinValue, DateOnly.MinValue },
        { "date", DateOnly.MaxValue, DateOnly.MaxValue },
        { "time", new TimeOnly(23, 59, 59, 999, 999), new TimeOnly(23, 59, 59, 999, 999) },
        { "timestamp", new DateTime(2024, 12, 31, 23, 59, 59, 999), new DateTime(2024, 12, 31, 23, 59, 59, 999) },
        { "timestamp", new DateTime(1900, 1, 1), new DateTime(1900, 1, 1) },
        { "interval", new TimeSpan(-3, 4, 5, 6, 7, 8), new TimeSpan(-3, 4, 5, 6, 7, 8) },
        { "uuid", Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), Guid.Parse("00112233-4455-6677-8899-aabbccddeeff") },
        { "uuid", Guid.Empty, Guid.Empty },
        { "hugeint", BigInteger.Pow(2, 127) - 1, BigInteger.Pow(2, 127) - 1 },
        { "hugeint", -BigInteger.Pow(2, 127), -BigInteger.Pow(2, 127) },
        { "uhugeint", BigInteger.Pow(2, 128) - 1, BigInteger.Pow(2, 128) - 1 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void ParameterComesBack(string type, object given, object expected)
    {
        using var connection = Memory.Open();

        Assert.Equal(expected, connection.Ask($"select $value::{type}", ("value", given)));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void StoredValueIsFoundByParameter(string type, object given, object expected)
    {
        using var connection = Memory.Open();
        connection.Run($"create table stored (value {type})");
        Assert.Equal(1, connection.Run("insert into stored values ($value)", ("value", given)));

        Assert.Equal(1, connection.Count($"select count(*) from stored where value is not null"));
        Assert.Equal(expected, connection.Ask("select value from stored where value = $value", ("value", given)));
    }

    [Theory]
    [InlineData("boolean")]
    [InlineData("smallint")]
    [InlineData("integer")]
    [InlineData("bigint")]
    [InlineData("double")]
    [InlineData("decimal(18,4)")]
    [InlineData("varchar")]
    [InlineData("date")]
    [InlineData("timestamp")]
    [InlineData("blob")]
    [InlineData("uuid")]
    [InlineData("hugeint")]
    [InlineData("integer[]")]
    public void NullComesBack(string type)
    {
        using var connection = Memory.Open();
        connection.Run($"create table stored (value {type})");
        connection.Run("insert into stored values ($value)", ("value", null));

        using var command = connection.Command("select value from stored where value is null");
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.True(reader.IsDBNull(0));
        Assert.Equal(DBNull.Value, reader.GetValue(0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(100_000)]
    public void BlobComesBack(int length)
    {
        using var connection = Memory.Open();
        var bytes = Enumerable.Range(0, length).Select(index => (byte)index).ToArray();
        using var command = connection.Command("select $bytes::blob", ("bytes", bytes));
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        using var stream = reader.GetStream(0);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);

        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public void SumOfIntegersIsHugeUnlessCast()
    {
        using var connection = Memory.Open();

        Assert.Equal(new BigInteger(3), connection.Ask("select sum(n) from (values (1), (2)) t(n)"));
        Assert.Equal(3L, connection.Ask("select sum(n)::bigint from (values (1), (2)) t(n)"));
        Assert.Equal(4 * new BigInteger(long.MaxValue), connection.Ask("select sum(9223372036854775807) from range(4)"));
    }

    [Fact]
    public void TypedGettersAgree()
    {
        using var connection = Memory.Open();
        using var command = connection.Command("select 1::smallint, 2::integer, 3::bigint, 4.5::double, 5.25::decimal(18,4), '六', date '2024-07-01', true");
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal((short)1, reader.GetInt16(0));
        Assert.Equal(2, reader.GetInt32(1));
        Assert.Equal(3L, reader.GetInt64(2));
        Assert.Equal(4.5, reader.GetDouble(3));
        Assert.Equal(5.25m, reader.GetDecimal(4));
        Assert.Equal("六", reader.GetString(5));
        Assert.Equal(new DateOnly(2024, 7, 1), reader.GetFieldValue<DateOnly>(6));
        Assert.Equal(new DateTime(2024, 7, 1), reader.GetDateTime(6));
        Assert.True(reader.GetBoolean(7));
        Assert.False(reader.Read());
    }

    [Fact]
    public void ListIsAParameter()
    {
        using var connection = Memory.Open();
        connection.Run("create table district (code varchar, people integer)");
        connection.Run("insert into district values ('甲', 1), ('乙', 2), ('丙', 3), ('𠮷', 4)");

        Assert.Equal(2, connection.Count("select count(*) from district where code = any(['甲', '𠮷'])"));
        Assert.Equal(2L, connection.Ask("select count(*) from district where code = any($codes)", ("codes", new List<string> { "甲", "𠮷" })));
        Assert.Equal(2L, connection.Ask("select count(*) from district where people = any($counts)", ("counts", new[] { 1, 4, 9 })));
        Assert.Equal(0L, connection.Ask("select count(*) from district where code = any($codes::varchar[])", ("codes", new List<string>())));
    }

    [Fact]
    public void ListsStructsAndEnumsComeBack()
    {
        using var connection = Memory.Open();
        connection.Run("create type mood as enum ('好', '中', '差')");

        Assert.Equal(new List<int?> { 1, null, 3 }, Read<List<int?>>(connection, "select [1, null, 3]"));
        Assert.Equal(["甲", "longer than twelve bytes"], Read<List<string>>(connection, "select ['甲', 'longer than twelve bytes']"));
        Assert.Equal("差", connection.Ask("select '差'::mood"));
        var row = Assert.IsType<Dictionary<string, object?>>(connection.Ask("select {'名': '甲', 'n': 1}"));
        Assert.Equal("甲", row["名"]);
    }

    static T Read<T>(DuckDB.NET.Data.DuckDBConnection connection, string sql)
    {
        using var command = connection.Command(sql);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return reader.GetFieldValue<T>(0);
    }
}
