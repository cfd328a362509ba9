using DuckDB.NET.Data;
using DuckDBErrorType = DuckDB.NET.Native.DuckDBErrorType;

namespace Reporting.Tests.Standins;

/// <summary>All or nothing, clear errors, and statements that stop when asked to.</summary>
public sealed class TransactionTests
{
    [Fact]
    public void CommitKeepsAndRollbackDrops()
    {
        using var connection = Memory.Open();
        connection.Run("create table n (value integer)");

        using (var transaction = connection.BeginTransaction())
        {
            connection.Run("insert into n values (1)");
            transaction.Commit();
        }

        using (var transaction = connection.BeginTransaction())
        {
            connection.Run("insert into n values (2)");
            transaction.Rollback();
        }

        using (connection.BeginTransaction())
        {
            connection.Run("insert into n values (3)");
        }

        Assert.Equal(1L, connection.Ask("select sum(value)::bigint from n"));
    }

    [Fact]
    public void AnotherConnectionSeesOnlyCommitted()
    {
        using var writer = Memory.Open();
        using var reader = writer.Duplicate();
        reader.Open();
        writer.Run("create table n (value integer)");

        using var transaction = writer.BeginTransaction();
        writer.Run("insert into n values (1)");
        Assert.Equal(0, reader.Count("select count(*) from n"));
        transaction.Commit();
        Assert.Equal(1, reader.Count("select count(*) from n"));
    }

    [Fact]
    public void TwoUpdatesOfOneRowConflict()
    {
        using var first = Memory.Open();
        using var second = first.Duplicate();
        second.Open();
        first.Run("create table n (value integer); insert into n values (1)");

        using var one = first.BeginTransaction();
        using var two = second.BeginTransaction();
        first.Run("update n set value = 2");
        var error = Assert.Throws<DuckDBException>(() => second.Run("update n set value = 3"));

        Assert.Equal(DuckDBErrorType.Transaction, error.ErrorType);
    }

    [Fact]
    public void AnErrorAbortsTheTransaction()
    {
        using var connection = Memory.Open();
        connection.Run("create table n (value integer primary key)");
        using var transaction = connection.BeginTransaction();
        connection.Run("insert into n values (1)");
        Assert.Throws<DuckDBException>(() => connection.Run("insert into n values (1)"));

        Assert.Throws<DuckDBException>(() => connection.Run("select 1"));
        transaction.Rollback();
        Assert.Equal(0, connection.Count("select count(*) from n"));
    }

    // What fails while running carries its kind.
    [Theory]
    [InlineData("insert into n values (1)", DuckDBErrorType.Constraint, "primary key")]
    [InlineData("insert into n values (null)", DuckDBErrorType.Constraint, "NOT NULL")]
    [InlineData("insert into n values (-1)", DuckDBErrorType.Constraint, "CHECK")]
    [InlineData("select '甲'::integer", DuckDBErrorType.Conversion, "甲")]
    [InlineData("select 99999999999::integer", DuckDBErrorType.Conversion, "99999999999")]
    [InlineData("select 2147483647::integer + 1::integer", DuckDBErrorType.OutOfRange, "2147483647")]
    [InlineData("select error('停')", DuckDBErrorType.InvalidInput, "停")]
    public void ErrorsOfExecutionSayTheirKind(string sql, DuckDBErrorType kind, string word)
    {
        using var connection = Memory.Open();
        connection.Run("create table n (value integer primary key check (value > 0)); insert into n values (1)");

        var error = Assert.Throws<DuckDBException>(() => connection.Ask(sql));

        Assert.Contains(word, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(kind, error.ErrorType);
        Assert.Equal(1, connection.Count("select count(*) from n"));
    }

    // What fails while preparing does not: the C API gives a text only, and the provider passes that on.
    [Theory]
    [InlineData("selec 1", "Parser Error", "selec")]
    [InlineData("select * from nowhere", "Catalog Error", "nowhere")]
    [InlineData("select 没有 from n", "Binder Error", "没有")]
    [InlineData("select * from read_csv('/no/such/file.csv')", "IO Error", "no/such")]
    public void ErrorsOfPreparingSayTheirKindInTheText(string sql, string kind, string word)
    {
        using var connection = Memory.Open();
        connection.Run("create table n (value integer)");

        var error = Assert.Throws<DuckDBException>(() => connection.Ask(sql));

        Assert.StartsWith(kind, error.Message, StringComparison.Ordinal);
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
        Assert.Equal(DuckDBErrorType.Invalid, error.ErrorType);
    }

    [Fact]
    public async Task CancellationInterruptsAndTheConnectionLives()
    {
        using var connection = Memory.Open();
        using var command = connection.Command("select sum(sin(a.range * b.range)) from range(1000000) a, range(1000000) b");
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var started = TimeProvider.System.GetTimestamp();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteScalarAsync(soon.Token));

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
        Assert.Equal(1, connection.Ask("select 1"));
    }

    [Fact]
    public void SeveralStatementsRunInOneCommand()
    {
        using var connection = Memory.Open();
        connection.Run("create table n (value integer); insert into n values (1), (2); insert into n values (3); -- 完\n");

        using var command = connection.Command("select count(*) from n; select 'second', max(value) from n;");
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(3L, reader.GetInt64(0));
        Assert.True(reader.NextResult());
        Assert.True(reader.Read());
        Assert.Equal("second", reader.GetString(0));
        Assert.Equal(3, reader.GetInt32(1));
        Assert.False(reader.NextResult());
    }

    [Fact]
    public void ChangedRowsAreCounted()
    {
        using var connection = Memory.Open();
        Assert.Equal(0, connection.Run("create table n (value integer)"));
        Assert.Equal(5, connection.Run("insert into n select range from range(5)"));

        Assert.Equal(2, connection.Run("update n set value = -1 where value < $limit", ("limit", 2)));
        Assert.Equal(3, connection.Run("delete from n where value > 0"));
    }
}
