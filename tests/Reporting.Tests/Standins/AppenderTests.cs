using DuckDB.NET.Data;
using DuckDBErrorType = DuckDB.NET.Native.DuckDBErrorType;

namespace Reporting.Tests.Standins;

/// <summary>A million rows of twelve mixed columns go through the appender and come back equal.</summary>
public sealed class AppenderTests
{
    const int Rows = 1_000_000;

    static readonly DateOnly FirstDay = new(2000, 1, 1);

    [Fact]
    public void AMillionRowsComeBackEqual()
    {
        using var connection = Memory.Open();
        connection.Run("""
            create table appended (
                id bigint, flag boolean, small smallint, number integer, amount decimal(18,4), wide decimal(30,6),
                ratio double, code varchar, "名称" varchar, day date, moment timestamp, key uuid)
            """);

        Assert.Equal(Append(connection), ReadBack(connection));
        Assert.Equal(Rows, connection.Count("select count(*) from appended"));
        connection.Run("create table expected as " + Expected);
        Assert.Equal(0, connection.Count("select count(*) from (from appended except all from expected)"));
        Assert.Equal(0, connection.Count("select count(*) from (from expected except all from appended)"));
    }

    [Fact]
    public void ViolatedConstraintSurfacesAtClose()
    {
        using var connection = Memory.Open();
        connection.Run("create table n (value integer primary key)");
        var appender = connection.CreateAppender("n");
        Add(appender, 1);
        Add(appender, 1);

        var error = Assert.Throws<DuckDBException>(appender.Close);

        Assert.Equal(DuckDBErrorType.Constraint, error.ErrorType);
        Assert.Equal(0, connection.Count("select count(*) from n"));
    }

    // Disposing writes what was appended, also on the way out of an exception: only the transaction takes it back.
    [Fact]
    public void OnlyTheTransactionTakesAppendedRowsBack()
    {
        using var connection = Memory.Open();
        connection.Run("create table n (value integer)");
        using (var transaction = connection.BeginTransaction())
        {
            using (var appender = connection.CreateAppender("n"))
            {
                Add(appender, 1);
            }

            Assert.Equal(1, connection.Count("select count(*) from n"));
            transaction.Rollback();
        }

        Assert.Equal(0, connection.Count("select count(*) from n"));
    }

    // Bound parameters are rounded, appended ones are cut: round before appending.
    [Fact]
    public void DigitsBeyondTheScaleAreCut()
    {
        using var connection = Memory.Open();
        connection.Run("create table n (value decimal(18,4))");
        using (var appender = connection.CreateAppender("n"))
        {
            appender.CreateRow().AppendValue((decimal?)1.23456m).EndRow();
            Assert.ThrowsAny<OverflowException>(() => appender.CreateRow().AppendValue((decimal?)123456789012345m));
            appender.Clear();
            appender.CreateRow().AppendValue((decimal?)1.23456m).EndRow();
        }

        connection.Run("insert into n values ($value)", ("value", 1.23456m));
        Assert.Equal(1.2345m, connection.Ask("select min(value) from n"));
        Assert.Equal(1.2346m, connection.Ask("select max(value) from n"));
    }

    [Fact]
    public void DefaultsListsAndBlobsAreAppended()
    {
        using var connection = Memory.Open();
        connection.Run("create table n (id integer default 7, marks varchar[], bytes blob)");
        using (var appender = connection.CreateAppender("n"))
        {
            appender.CreateRow().AppendDefault().AppendValue(new List<string> { "甲", "longer than twelve bytes" }).AppendValue(new byte[] { 1, 0, 255 }).EndRow();
        }

        Assert.Equal(1, connection.Count("select count(*) from n where id = 7 and marks = ['甲', 'longer than twelve bytes'] and bytes = '\\x01\\x00\\xFF'::blob"));
    }

    static void Add(DuckDBAppender appender, int? value) => appender.CreateRow().AppendValue(value).EndRow();

    static ulong Append(DuckDBConnection connection)
    {
        var checksum = 0UL;
        using var appender = connection.CreateAppender("appended");
        for (var index = 0; index < Rows; index++)
        {
            var row = Row.Of(index);
            checksum = Mix(checksum, row);
            appender.CreateRow()
                .AppendValue((long?)row.Id).AppendValue(row.Flag).AppendValue(row.Small).AppendValue((int?)row.Number)
                .AppendValue(row.Amount).AppendValue((decimal?)row.Wide).AppendValue(row.Ratio).AppendValue(row.Code)
                .AppendValue(row.Name).AppendValue(row.Day).AppendValue(row.At).AppendValue(row.Key)
                .EndRow();
        }

        return checksum;
    }

    static ulong ReadBack(DuckDBConnection connection)
    {
        var checksum = 0UL;
        using var command = connection.Command("from appended order by id");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            checksum = Mix(checksum, new Row(
                reader.GetInt64(0),
                reader.GetFieldValue<bool?>(1),
                reader.GetFieldValue<short?>(2),
                reader.GetInt32(3),
                reader.GetFieldValue<decimal?>(4),
                reader.GetDecimal(5),
                reader.GetFieldValue<double?>(6),
                reader.IsDBNull(7) ? null : reader.GetString(7),
                reader.IsDBNull(8) ? null : reader.GetString(8),
                reader.GetFieldValue<DateOnly?>(9),
                reader.GetFieldValue<DateTime?>(10),
                reader.GetFieldValue<Guid?>(11)));
        }

        return checksum;
    }

    static ulong Mix(ulong checksum, Row row) => unchecked((checksum * 1_099_511_628_211UL) + (uint)row.GetHashCode());

    // The same rows, made by the engine from the same rule.
    const string Expected = """
        select
            i as id,
            case when i % 11 > 0 then i % 2 = 0 end as flag,
            case when i % 13 > 0 then i % 65536 - 32768 end::smallint as small,
            (i * 2147 - 1000000000)::integer as number,
            case when i % 17 > 0 then ((i * 7919) % 1000000007 - 500000000)::decimal(18,0) * 0.0001 end::decimal(18,4) as amount,
            (i::decimal(24,0) * 1000000007 * 0.000001)::decimal(30,6) as wide,
            case when i % 19 > 0 then i / 8 end::double as ratio,
            case when i % 23 > 0 then case when i % 5 = 0 then '' else 'C' || i end end as code,
            case when i % 29 > 0 then '第' || i || '号卫生院𠮷' end as "名称",
            case when i % 31 > 0 then date '2000-01-01' + (i % 10000)::integer end as day,
            case when i % 37 > 0 then make_timestamp(946684800000000 + i * 1000001) end as moment,
            case when i % 41 > 0 then format('{:08x}-0000-0000-0000-000000000000', i)::uuid end as key
        from (select range as i from range(1000000)) t
        """;

    readonly record struct Row(
        long Id, bool? Flag, short? Small, int Number, decimal? Amount, decimal Wide,
        double? Ratio, string? Code, string? Name, DateOnly? Day, DateTime? At, Guid? Key)
    {
        public static Row Of(int i) => new(
            i,
            i % 11 > 0 ? i % 2 == 0 : null,
            i % 13 > 0 ? (short)((i % 65536) - 32768) : null,
            (int)((i * 2147L) - 1_000_000_000),
            i % 17 > 0 ? ((i * 7919L % 1_000_000_007) - 500_000_000) / 10_000m : null,
            i * 1_000_000_007L / 1_000_000m,
            i % 19 > 0 ? i / 8.0 : null,
            i % 23 > 0 ? (i % 5 == 0 ? string.Empty : "C" + i) : null,
            i % 29 > 0 ? "第" + i + "号卫生院𠮷" : null,
            i % 31 > 0 ? FirstDay.AddDays(i % 10_000) : null,
            i % 37 > 0 ? FirstDay.ToDateTime(default).AddTicks(i * 10_000_010L) : null,
            i % 41 > 0 ? new Guid(i, 0, 0, new byte[8]) : null);
    }
}
