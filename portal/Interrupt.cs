using System.Runtime.InteropServices;

namespace Reporting.Portal;

/// <summary>Tells long work to end: whoever asked has gone, or this process is told to stop (Ctrl-C, SIGTERM). Then the work clears away what it began.</summary>
sealed class Interrupt : IDisposable
{
    readonly CancellationTokenSource source;
    readonly IReadOnlyList<PosixSignalRegistration> signals;

    public Interrupt(CancellationToken gone)
    {
        source = CancellationTokenSource.CreateLinkedTokenSource(gone);
        signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true; // the process ends when the work has ended
            source.Cancel();
        }))];
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var signal in signals) signal.Dispose();
        source.Dispose();
    }
}
