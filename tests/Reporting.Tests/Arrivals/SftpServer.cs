using System.Diagnostics;

namespace Reporting.Tests.Arrivals;

/// <summary>
/// A real sshd on a free port of this machine with an account per township, set up as docs/arrival.md says: each is chrooted into a folder of
/// its own and can do nothing but SFTP. Accounts and folders go away with it. As root only.
/// </summary>
sealed class SftpServer : IDisposable
{
    // Every folder above a chroot must be root's alone, which rules out the one for temporary files.
    readonly string home = $"/srv/reporting-test-{Environment.ProcessId}";
    readonly int port = ArrivalOffice.FreePort();
    readonly List<string> accounts = [];
    readonly Process server;

    public SftpServer(params string[] names)
    {
        try
        {
            ArrivalOffice.Do("install", "-d", "-m", "755", home, Path.Combine(home, "keys"), "/run/sshd");
            foreach (var name in names) Add(name);
            ArrivalOffice.Do("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(home, "host"));
            File.WriteAllText(Path.Combine(home, "sshd_config"), $"""
                Port {port}
                ListenAddress 127.0.0.1
                HostKey {home}/host
                PidFile none
                UsePAM no
                PasswordAuthentication no
                AuthorizedKeysFile {home}/keys/%u.pub
                Subsystem sftp internal-sftp
                Match User {string.Join(',', names)}
                  ChrootDirectory {home}/%u
                  ForceCommand internal-sftp -u 0007 -d /报送
                  AllowTcpForwarding no
                  X11Forwarding no
                  PermitTTY no
                """);
            server = Process.Start(new ProcessStartInfo("/usr/sbin/sshd", ["-D", "-E", Path.Combine(home, "log"), "-f", Path.Combine(home, "sshd_config")]))!;
            ArrivalOffice.Listening(port, server);
        }
        catch
        {
            Remove();
            throw;
        }
    }

    /// <summary>The folder into which an account puts its files.</summary>
    public string Drop(string name) => Path.Combine(home, name, "报送");

    /// <summary>What an account's client does: lines of a batch for <c>sftp</c>.</summary>
    public (int ExitCode, string Output) Ask(string name, params string[] lines)
    {
        using var client = Begin(name, null, lines);
        var output = (client.StandardOutput.ReadToEndAsync(), client.StandardError.ReadToEndAsync());
        Assert.True(client.WaitForExit(TimeSpan.FromMinutes(1)), "sftp did not end");
        return (client.ExitCode, output.Item1.Result + output.Item2.Result);
    }

    public void Done(string name, params string[] lines)
    {
        var (code, output) = Ask(name, lines);
        Assert.True(code == 0, $"{output}\n{File.ReadAllText(Path.Combine(home, "log"))}");
    }

    /// <param name="kilobits">Of each second, at most; null as fast as it goes.</param>
    public Process Begin(string name, int? kilobits, params string[] lines)
    {
        var batch = Path.Combine(home, $"{Guid.NewGuid():N}.batch");
        File.WriteAllLines(batch, lines);
        string[] slow = kilobits is null ? [] : ["-l", $"{kilobits}"];
        var start = new ProcessStartInfo("sftp", [.. slow, "-b", batch, "-F", "/dev/null", "-P", $"{port}", "-i", Path.Combine(home, $"{name}.key"), "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none",
            "-o", "StrictHostKeyChecking=no", "-o", $"UserKnownHostsFile={home}/known", "-o", "LogLevel=ERROR", $"{name}@127.0.0.1"])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start)!;
    }

    void Add(string name)
    {
        ArrivalOffice.Do("useradd", "--no-create-home", "--home-dir", "/", "--shell", "/usr/sbin/nologin", "--password", "*", "--user-group", name);
        accounts.Add(name);
        ArrivalOffice.Do("install", "-d", "-m", "755", Path.Combine(home, name));
        ArrivalOffice.Do("install", "-d", "-o", name, "-g", name, "-m", "2770", Drop(name));
        ArrivalOffice.Do("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(home, $"{name}.key"));
        File.Copy(Path.Combine(home, $"{name}.key.pub"), Path.Combine(home, "keys", $"{name}.pub"));
    }

    void Remove()
    {
        foreach (var name in accounts) ArrivalOffice.Tool("userdel", name);
        if (Directory.Exists(home)) Directory.Delete(home, recursive: true);
    }

    public void Dispose()
    {
        server.Kill(entireProcessTree: true);
        server.WaitForExit();
        server.Dispose();
        Remove();
    }
}
