using System.Globalization;
using Dapper;
using DuckDB.NET.Data;

namespace Reporting.Tests.Standins;

/// <summary>Database files, CSV and Parquet, records through Dapper, and options at opening.</summary>
public sealed class FilesTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("reporting-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ChineseNamesAndRecords()
    {
        using var connection = Memory.Open();
        connection.Run("""create table "卫生院" ("名称" varchar, "床位数" integer, "收入(万元)" decimal(18,4), "更新日期" date, "备注" varchar)""");
        connection.Execute(
            """insert into "卫生院" values ($Name, $Beds, $Income, $Updated, $Remark)""",
            new[]
            {
                new Clinic("城关镇卫生院", 99, 1234.5678m, new DateOnly(2024, 6, 30), null),
                new Clinic("𠮷祥乡卫生院", 12, -0.0001m, new DateOnly(2023, 12, 31), "改建"),
            });

        var found = connection.Query<Clinic>(
            """select "名称" as Name, "床位数" as Beds, "收入(万元)" as Income, "更新日期" as Updated, "备注" as Remark from "卫生院" where "床位数" >= $beds order by 1 collate zh""",
            new { beds = 10 }).ToList();

        Assert.Equal(
            [
                new("城关镇卫生院", 99, 1234.5678m, new DateOnly(2024, 6, 30), null),
                new Clinic("𠮷祥乡卫生院", 12, -0.0001m, new DateOnly(2023, 12, 31), "改建"),
            ],
            found);
    }

    [Fact]
    public void FileIsOpenedClosedAndReopened()
    {
        var file = Path.Combine(folder, "仓库.duckdb");
        using (var connection = Memory.Open(file))
        {
            connection.Run("create table n as select range as value, '第' || range as name from range(10000)");
        }

        using (var again = Memory.Open(file))
        {
            Assert.Equal(49_995_000L, again.Ask("select sum(value)::bigint from n"));
            Assert.Equal("第9999", again.Ask("select name from n where value = $value", ("value", 9999L)));
            again.Run("checkpoint");
        }

        using var readOnly = new DuckDBConnection($"DataSource={file};access_mode=READ_ONLY");
        readOnly.Open();
        Assert.Throws<DuckDBException>(() => readOnly.Run("delete from n"));
    }

    [Fact]
    public void CsvIsReadByItsHeader()
    {
        var file = Path.Combine(folder, "上报.csv");
        File.WriteAllText(file, "机构,人数,日期,比例\n甲,12,2024-01-02,0.5\n\"乙,分院\",,2024-12-31,1.25\n");
        using var connection = Memory.Open();

        var rows = connection.Query<(string Name, long? People, DateOnly Day, decimal Rate)>(
            "select 机构, 人数, 日期, 比例::decimal(18,4) from read_csv($file, header = true) order by 日期",
            new { file }).ToList();

        Assert.Equal(("甲", 12L, new DateOnly(2024, 1, 2), 0.5m), rows[0]);
        Assert.Equal(("乙,分院", null, new DateOnly(2024, 12, 31), 1.25m), rows[1]);
    }

    [Fact]
    public void ParquetGoesOutAndComesBackEqual()
    {
        var file = Path.Combine(folder, "fact.parquet");
        using var connection = Memory.Open();
        connection.Run("""
            create table fact as
            select range::integer as id, case when range % 7 = 0 then null else '区' || range end as district,
                   (range / 7)::decimal(18,4) as amount, date '2020-01-01' + (range % 1000)::integer as day
            from range(50000)
            """);
        connection.Run($"copy fact to '{file}' (format parquet)");

        Assert.Equal(50_000, connection.Count($"select count(*) from read_parquet('{file}')"));
        Assert.Equal(0, connection.Count($"select count(*) from ((from fact except from read_parquet('{file}')) union all (from read_parquet('{file}') except from fact))"));
    }

    [Fact]
    public void OptionsOfTheConnectionStringReachTheEngine()
    {
        using var connection = Memory.Open();

        Assert.Equal(false, connection.Ask("select current_setting('autoinstall_known_extensions')"));
        Assert.Equal(false, connection.Ask("select current_setting('autoload_known_extensions')"));
        Assert.Equal("v1.5.6", connection.Ask("select version()"));
        Assert.Equal("1.5.6", connection.ServerVersion.TrimStart('v'));
    }

    [Fact]
    public void UnknownOptionIsRefused()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:;no_such_option=1");

        var error = Assert.ThrowsAny<Exception>(connection.Open);
        Assert.Contains("no_such_option", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void LockedDatabaseStaysInside()
    {
        using var connection = Memory.Open();
        connection.Run("set enable_external_access = false; set lock_configuration = true");

        Assert.Throws<DuckDBException>(() => connection.Run("select * from read_csv('/etc/hostname')"));
        Assert.Throws<DuckDBException>(() => connection.Run("set enable_external_access = true"));
    }

    [Fact]
    public void FunctionsWrittenInDotNetAreCalled()
    {
        using var connection = Memory.Open();
        connection.RegisterScalarFunction<long, string>("yuan", fen => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture) + "元");

        Assert.Equal("12.34元", connection.Ask("select yuan(1234::bigint)"));
        Assert.Equal(5000, connection.Count("select count(*) from range(5000) t(n) where yuan(n) like '%元'"));
    }

    [Fact]
    public void TablesWrittenInDotNetAreRead()
    {
        using var connection = Memory.Open();
        connection.RegisterTableFunction<int, string>(
            "villages",
            arguments => Villages(arguments[0].GetValue<int>(), arguments[1].GetValue<string>()),
            (village, writers, row) => writers[0].WriteValue((string)village!, row));

        Assert.Equal(3000, connection.Count("select count(distinct name) from villages(3000, '𠮷村')"));
        Assert.Equal("𠮷村3000", connection.Ask("select name from villages(3000, '𠮷村') order by length(name) desc, name desc limit 1"));
    }

    static TableFunction Villages(int count, string name) =>
        new([new ColumnInfo("name", typeof(string))], Enumerable.Range(1, count).Select(number => name + number));

    sealed record Clinic(string Name, int Beds, decimal Income, DateOnly Updated, string? Remark);
}
