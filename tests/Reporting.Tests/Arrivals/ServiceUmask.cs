using System.Runtime.InteropServices;

namespace Reporting.Tests.Arrivals;

/// <summary>What this process makes is its owner's alone meanwhile, as a service has it that runs with <c>UMask=0077</c>.</summary>
sealed class ServiceUmask : IDisposable
{
    /// <summary>The mask is the whole process's: what other tests make meanwhile their servers could not read.</summary>
    public const string Alone = "umask";

    readonly uint before = Umask(0x3F); // 077

    public void Dispose() => _ = Umask(before);

    [DllImport("libc", EntryPoint = "umask")]
    static extern uint Umask(uint mask);
}

[CollectionDefinition(ServiceUmask.Alone, DisableParallelization = true)]
public sealed class UmaskAlone;
