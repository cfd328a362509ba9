using System.Diagnostics;
using Reporting.Tests.Arrivals;

namespace Reporting.Tests.Delivery;

/// <summary>
/// A real Postfix of the tests' own on a free port, with its configuration, queue and mailboxes in one temporary folder: a Maildir for each of
/// some names of example.test. What it answers to a recipient stands in a file that it reads again for each connection. As root only.
/// </summary>
public sealed class PostfixServer : IDisposable
{
    /// <summary>Of the tests that share it: they follow one another, as its mailboxes are the same.</summary>
    public const string Name = "postfix";

    // Short, as the queue holds sockets; and open, as its processes drop their rights.
    readonly string home = $"/tmp/rp-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}";
    readonly Process? server;

    static readonly string[] Boxes = ["office", "leader", "reviewer", "ops", "clerk", "other", "gone", "full", "busy", "fine", "one", "p1", "p2", "p3", "p4", "p5"];

    public PostfixServer()
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists("/usr/sbin/postfix")) return; // the tests are skipped
        foreach (var folder in new[] { "conf", "queue", "data", "mail" }) ArrivalOffice.Do("install", "-d", "-m", "755", Path.Combine(home, folder));
        ArrivalOffice.Do("chown", "postfix", Path.Combine(home, "data"), Path.Combine(home, "mail"));
        Answers();
        File.WriteAllLines(Path.Combine(home, "conf", "boxes"), Boxes.Select(name => $"{name}@example.test {name}/"));
        File.WriteAllText(Path.Combine(home, "conf", "main.cf"), Main(Id("-u"), Id("-g")));
        File.WriteAllText(Path.Combine(home, "conf", "master.cf"), Services);
        server = Process.Start(new ProcessStartInfo("/usr/sbin/postfix", ["-c", Path.Combine(home, "conf"), "start-fg"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        ArrivalOffice.Listening(Port, server);
    }

    public int Port { get; } = ArrivalOffice.FreePort();

    /// <summary>What is answered to recipients, from now on; all others are taken.</summary>
    public void Answers(params (string Name, string Answer)[] answers)
    {
        if (Directory.Exists(home)) File.WriteAllLines(Path.Combine(home, "conf", "answers"), answers.Select(one => $"{one.Name}@example.test {one.Answer}"));
    }

    /// <summary>The mails that lie in a mailbox, oldest first, once there are so many.</summary>
    public IReadOnlyList<RawMail> Mails(string name, int atLeast = 1) => Portal.RunningProgram.Until(() => Lying(name), mails => mails.Count >= atLeast, TimeSpan.FromSeconds(20));

    /// <summary>What lies there once nothing is on its way any more.</summary>
    public IReadOnlyList<RawMail> Settled(string name)
    {
        Portal.RunningProgram.Until(() => new[] { "incoming", "active", "maildrop" }.Sum(queue => Directory.GetFiles(Path.Combine(home, "queue", queue), "*", SearchOption.AllDirectories).Length), waiting => waiting == 0, TimeSpan.FromSeconds(20));
        return Lying(name);
    }

    public void Forget()
    {
        if (!Directory.Exists(home)) return;
        foreach (var box in Directory.GetDirectories(Path.Combine(home, "mail"))) Directory.Delete(box, recursive: true);
    }

    List<RawMail> Lying(string name) => Path.Combine(home, "mail", name, "new") is var box && Directory.Exists(box)
        ? [.. Directory.GetFiles(box).Select(path => (Path: path, Mail: new RawMail(File.ReadAllBytes(path)))).OrderBy(one => File.GetLastWriteTimeUtc(one.Path)).Select(one => one.Mail)] : [];

    string Main(string user, string group) => $$"""
        compatibility_level = 3.6
        queue_directory = {{home}}/queue
        data_directory = {{home}}/data
        mail_owner = postfix
        setgid_group = postdrop
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        maillog_file = {{home}}/queue/maillog
        maillog_file_prefixes = /tmp
        myhostname = mail.example.test
        mydestination =
        alias_maps =
        alias_database =
        local_recipient_maps =
        mynetworks = 127.0.0.0/8
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        smtpd_peername_lookup = no
        smtpd_error_sleep_time = 0
        max_use = 1
        virtual_mailbox_domains = example.test
        virtual_mailbox_base = {{home}}/mail
        virtual_mailbox_maps = texthash:{{home}}/conf/boxes
        virtual_uid_maps = static:{{user}}
        virtual_gid_maps = static:{{group}}
        virtual_mailbox_limit = 0
        message_size_limit = 20000000
        smtpd_recipient_restrictions = check_recipient_access texthash:{{home}}/conf/answers, permit_mynetworks, reject

        """;

    string Services => $"""
        127.0.0.1:{Port} inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        virtual unix - n n - - virtual
        error unix - - n - - error
        retry unix - - n - - error
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd

        """;

    static string Id(string of)
    {
        var (code, output) = ArrivalOffice.Tool("id", of, "postfix");
        Assert.Equal(0, code);
        return output.Trim();
    }

    public void Dispose()
    {
        if (server is null) return;
        server.Kill(entireProcessTree: true);
        server.WaitForExit();
        server.Dispose();
        Directory.Delete(home, recursive: true);
    }
}

[CollectionDefinition(PostfixServer.Name)]
public sealed class SharedPostfix : ICollectionFixture<PostfixServer>;
