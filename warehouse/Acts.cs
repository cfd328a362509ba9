using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>What people decide is written as a load of its own each, so that what was asked before it stays as it was.</summary>
static class Acts
{
    /// <param name="check">
    /// Asked when it is this act's turn to write: what it then reads in the warehouse is what stands until the act does, for nobody writes in between. It throws to refuse,
    /// and nothing is written. Null: there is nothing that another act could have overtaken.
    /// </param>
    public static Load Write(DuckDbGateway gateway, string cause, DateTime now, Action? check, Action<WriteTransaction, Load> write)
    {
        var load = gateway.Write(transaction =>
        {
            check?.Invoke();
            var load = LoadSteps.Begin(transaction, cause, now);
            write(transaction, load);
            return load;
        });
        Durable.Passed(DurableStep.load_committed);
        return load;
    }
}
