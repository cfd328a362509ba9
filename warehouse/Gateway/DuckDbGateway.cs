// Over 200 lines: every statement that reaches the engine goes through this one class, and what it makes of the engine's errors belongs beside it.
using System.Data;
using Dapper;
using DuckDB.NET.Data;

namespace Reporting.Warehouse.Gateway;

/// <summary>
/// The one class that opens DuckDB. Readers take a connection each and see what was committed when their statement began;
/// there is one writer at a time, whose work is one transaction.
/// </summary>
public sealed class DuckDbGateway : IDisposable
{
    readonly string connectionString;
    readonly DuckDBConnection writer;
    readonly Lock writing = new();

    /// <summary>Inside a rehearsal: reads see what the open transaction has written.</summary>
    bool rehearses;

    DuckDbGateway(string connectionString, DuckDBConnection writer) => (this.connectionString, this.writer) = (connectionString, writer);

    /// <summary>Opens (or makes) the store and brings its schema up to date.</summary>
    /// <param name="file">A path already made canonical (<see cref="DataFolder.At"/>): two spellings would be two engines over one file.</param>
    /// <exception cref="StoreLockedException">Another process has it open; the message names its process id.</exception>
    /// <exception cref="StoreDamagedException">The file is no warehouse.</exception>
    public static DuckDbGateway Open(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Nothing is ever fetched from outside, and the words of SQL mean the same as on PostgreSQL where they can.
        var connectionString = $"DataSource={file};autoinstall_known_extensions=false;autoload_known_extensions=false";
        var writer = new DuckDBConnection(connectionString);
        try { writer.Open(); }
        catch (DuckDBException failure) when (failure.Message.Contains("Could not set lock", StringComparison.Ordinal))
        {
            writer.Dispose();
            throw StoreLockedException.From(file, failure);
        }
        catch (DuckDBException failure) when (IsDiskFull(failure) || IsDamaged(failure))
        {
            writer.Dispose();
            throw IsDiskFull(failure) ? new StoreFullException(failure) : new StoreDamagedException(file, failure);
        }
        var gateway = new DuckDbGateway(connectionString, writer);
        try
        {
            writer.Execute(SqlFile.Text("Gateway/prepare_engine.sql")); // other connections join the engine that this one keeps open
            LimitMemory(writer);
            SchemaScripts.Run(gateway);
            return gateway;
        }
        catch
        {
            gateway.Dispose();
            throw;
        }
    }

    /// <summary>Rows of a statement into records whose constructor names its columns.</summary>
    /// <param name="after">Statements that run before it on the same connection, with the same parameters, and lay out temporary tables.</param>
    public IReadOnlyList<T> Read<T>(string sql, object? parameters = null, params ReadOnlySpan<string> after)
    {
        if (rehearses) return Read<T>(writer, sql, parameters, after);
        using var connection = new DuckDBConnection(connectionString);
        connection.Open();
        return Read<T>(connection, sql, parameters, after);
    }

    static List<T> Read<T>(DuckDBConnection connection, string sql, object? parameters, ReadOnlySpan<string> after)
    {
        try
        {
            foreach (var layout in after) connection.Execute(SqlFile.Text(layout), parameters);
            return connection.Query<T>(SqlFile.Text(sql), parameters).AsList();
        }
        catch (DuckDBException failure) when (Known(connection, failure) is { } known) { throw known; }
    }

    /// <summary>Rows of a statement, for one set of parameters after the other, into a file that the engine writes; what does not fit into its memory it lays out on disk.</summary>
    /// <param name="slices">One at least: also a file without rows has its heads.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="OperationCanceledException">Stopped; of the file there may be a part.</exception>
    public long Copy(string sql, IEnumerable<object> slices, string write, string file, CancellationToken stop)
    {
        using var connection = new DuckDBConnection(connectionString);
        connection.Open();
        try
        {
            var laying = "Gateway/rows_begun.sql";
            foreach (var slice in slices)
            {
                Run(SqlFile.Text(laying).Replace("{statement}", SqlFile.Text(sql), StringComparison.Ordinal), slice);
                laying = "Gateway/rows_added.sql";
            }
            return Run(SqlFile.Text(write).Replace("{file}", file.Replace("'", "''", StringComparison.Ordinal), StringComparison.Ordinal), null);
        }
        catch (DuckDBException failure) when (Known(connection, failure) is { } known) { throw known; }
        catch (DuckDBException) when (stop.IsCancellationRequested) { throw new OperationCanceledException(stop); }

        // The provider runs it on this thread; the token interrupts the engine.
        int Run(string text, object? parameters) => connection.ExecuteAsync(new CommandDefinition(text, parameters, cancellationToken: stop)).GetAwaiter().GetResult();
    }

    /// <summary>All committed rows into another store, consistently, while loads go on.</summary>
    /// <param name="file">Where the copy is made; nothing lies there.</param>
    /// <param name="alongside">Runs at the one moment that is copied, while no writer is at work: what must not be older or newer than the copy.</param>
    /// <exception cref="StoreFullException">There is no room for it; of the copy there may be a part.</exception>
    public void CopyTo(string file, Action alongside, CancellationToken stop)
    {
        try
        {
            Open(file).Dispose(); // its schema
            using var connection = new DuckDBConnection(connectionString);
            connection.Open();
            StoreCopy.Write(connection, file, begin =>
            {
                lock (writing)
                {
                    begin();
                    alongside();
                }
            }, stop);
        }
        catch (DuckDBException failure) when (Known(writer, failure) is { } known) { throw known; }
    }

    /// <summary>Reads every block of every table; tells the tables that the engine finds damaged, with its words.</summary>
    public IReadOnlyList<(string Table, string Why)> Unreadable(CancellationToken stop)
    {
        var damaged = new List<(string, string)>();
        foreach (var table in Read<string>("Gateway/copied_tables.sql"))
        {
            stop.ThrowIfCancellationRequested();
            using var connection = new DuckDBConnection(connectionString);
            connection.Open();
            try { connection.Query<string>(SqlFile.Text("Gateway/read_table.sql").Replace("{table}", table, StringComparison.Ordinal)).AsList(); }
            catch (DuckDBException broken) when (IsDamaged(broken)) { damaged.Add((table, broken.Message)); }
        }
        return damaged;
    }

    /// <summary>Rows of a check as words; none where all is as it should be.</summary>
    /// <inheritdoc cref="Read{T}(string, object?, ReadOnlySpan{string})"/>
    public IReadOnlyList<string> Violations(string sql, object parameters, params ReadOnlySpan<string> after)
    {
        using var connection = new DuckDBConnection(connectionString);
        connection.Open();
        using var moment = connection.BeginTransaction(); // all its questions see one state, whatever is loaded meanwhile
        try
        {
            foreach (var layout in after) connection.Execute(SqlFile.Text(layout), parameters);
            return WriteTransaction.InWords(connection.Query(SqlFile.Text(sql), parameters));
        }
        catch (DuckDBException failure) when (Known(connection, failure) is { } known) { throw known; }
    }

    /// <summary>What would be, were something written: the work writes and reads in one transaction, of which nothing stays.</summary>
    /// <param name="work">Is given the transaction and a gateway that sees what was written in it.</param>
    public T Rehearse<T>(Func<WriteTransaction, DuckDbGateway, T> work)
    {
        lock (writing)
        {
            using var transaction = writer.BeginTransaction();
            try
            {
                return work(new WriteTransaction(writer), new DuckDbGateway(connectionString, writer) { rehearses = true });
            }
            finally
            {
                // A failed statement has already ended the transaction in the engine; there may be nothing left to roll back.
                try { transaction.Rollback(); }
                catch (Exception gone) when (gone is DuckDBException or InvalidOperationException) { }
            }
        }
    }

    /// <summary>How often something was written since it was opened: while it is the same, every question has the answer that it had.</summary>
    public long Writes => Interlocked.Read(ref writes);

    long writes;

    /// <summary>One piece of work in one transaction: all of it is committed, or nothing.</summary>
    public T Write<T>(Func<WriteTransaction, T> work)
    {
        lock (writing)
        {
            LimitMemory(writer);
            using var transaction = writer.BeginTransaction();
            try
            {
                var result = work(new WriteTransaction(writer));
                transaction.Commit();
                Interlocked.Increment(ref writes);
                return result;
            }
            catch (DuckDBException failure) when (IsDiskFull(failure) || IsOutOfMemory(failure))
            {
                throw Known(writer, failure)!;
            }
            catch
            {
                // A failed statement has already ended the transaction in the engine; there may be nothing left to roll back.
                try { transaction.Rollback(); }
                catch (Exception gone) when (gone is DuckDBException or InvalidOperationException) { }
                throw;
            }
        }
    }

    public void Write(Action<WriteTransaction> work) => Write(transaction => { work(transaction); return 0; });

    public void Dispose() => writer.Dispose();

    /// <summary>What is told of a failure that has a sentence of its own; null: it has none.</summary>
    static Exception? Known(DuckDBConnection connection, DuckDBException failure) =>
        IsDiskFull(failure) ? new StoreFullException(failure) : IsOutOfMemory(failure) ? new StoreBusyException(failure) : IsDamaged(failure) ? Damaged(connection, failure) : null;

    // Its share of memory is one for all that is asked at the same time.
    static bool IsOutOfMemory(DuckDBException failure) => failure.Message.StartsWith("Out of Memory Error", StringComparison.Ordinal);

    static bool IsDiskFull(DuckDBException failure) => failure.Message.Contains("No space left on device", StringComparison.OrdinalIgnoreCase);

    static StoreDamagedException Damaged(DuckDBConnection connection, DuckDBException broken) => new(connection.DataSource, broken);

    static bool IsDamaged(DuckDBException failure) =>
        failure.Message.Contains("not a valid DuckDB database file", StringComparison.Ordinal) || failure.Message.Contains("Corrupt database file", StringComparison.Ordinal);

    // Before each write again: a demo of thirty months, which said it once, came to 800 MB instead of 630. Before each read it would cost pages more than it saves.
    static void LimitMemory(DuckDBConnection connection) => connection.Execute(SqlFile.Text("Gateway/limit_memory.sql"));

    static DuckDbGateway() => SqlMapper.TypeMapProvider = static type => new RecordMap(type);
}
