using System.Runtime.InteropServices;

namespace Reporting.Tests.Arrivals;

/// <summary>What this process makes is its owner's alone meanwhile, as a service has it that runs with <c>UMask=0077</c>.</summary>
sealed class ServiceUmask : IDisposable
{
    readonly uint before = Umask(0x3F); // 077

    public void Dispose() => _ = Umask(before);

    [DllImport("libc", EntryPoint = "umask")]
    static extern uint Umask(uint mask);
}
