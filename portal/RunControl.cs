namespace Reporting.Portal;

/// <summary>What may end a run that is under way in this process: the program stops, somebody cancels it, an attempt takes too long.</summary>
sealed class RunControl(CancellationToken stopping) : IDisposable
{
    readonly CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    readonly TaskCompletionSource over = new();

    /// <summary>Why somebody cancelled it, in words; null where nobody did.</summary>
    public string? CancelledBecause { get; private set; }

    /// <summary>Cancelled when the program stops or somebody cancels the run.</summary>
    public CancellationToken Token => ended.Token;

    /// <summary>Comes to its end with the run.</summary>
    public Task Over => over.Task;

    public void Cancel(string because)
    {
        CancelledBecause = because;
        try { ended.Cancel(); }
        catch (ObjectDisposedException) { } // it has just ended by itself
    }

    public void Dispose()
    {
        ended.Dispose();
        over.SetResult();
    }
}
