using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Reporting.Etl.Arrivals;

/// <summary>
/// Asks the kernel whether anybody has a file open for writing: a lease for reading is given only where nobody has. It is given to the file's
/// owner and to who has CAP_LEASE; where we are neither, or the file system knows no leases, the standing still of size and times must do.
/// </summary>
static partial class WriteLease
{
    const int SetLease = 1024, SetSignal = 10, ForReading = 0, None = 2; // F_SETLEASE, F_SETSIG, F_RDLCK, F_UNLCK
    const int TryAgain = 11; // EAGAIN
    const int Urgent = 23; // SIGURG: passed over by default, where the usual SIGIO would end the process

    /// <summary>True where it is certain that somebody still writes; false where nobody does or it cannot be known.</summary>
    public static bool SaysWriting(SafeFileHandle file)
    {
        var number = (int)file.DangerousGetHandle();
        if (Control(number, SetSignal, Urgent) != 0) return false;
        if (Control(number, SetLease, ForReading) != 0) return Marshal.GetLastPInvokeError() == TryAgain;
        _ = Control(number, SetLease, None);
        return false;
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int file, int command, int argument);
}
