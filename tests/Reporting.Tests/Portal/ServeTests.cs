using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Reporting.Tests.Portal;

/// <summary>Real processes on real data folders: who answers, who is refused, what a crash leaves.</summary>
public class ServeTests
{
    [Fact]
    public async Task Health_is_told_and_the_command_line_is_not_open_to_the_network()
    {
        using var program = new RunningProgram();
        var (_, url) = program.Serve();
        using var client = new HttpClient { BaseAddress = url };
        var health = await client.GetFromJsonAsync<JsonElement>("/healthz");
        Assert.Equal("ok", health.GetProperty("state").GetString());
        Assert.Equal("ok", health.GetProperty("stores").GetProperty("operations").GetString());
        Assert.True(health.GetProperty("engine").GetProperty("running").GetBoolean());
        Assert.Equal(JsonValueKind.Null, health.GetProperty("schedule").GetProperty("trouble").ValueKind);
        var ready = await client.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("ready", (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
        var answer = await client.PostAsJsonAsync("/cli", new { verb = "whoami" });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void While_one_serves_verbs_run_in_its_process_and_others_are_refused_with_its_pid()
    {
        using var program = new RunningProgram();
        var (serving, _) = program.Serve();
        var pid = serving.Id.ToString(CultureInfo.InvariantCulture);
        Assert.Equal($"{pid} 王审核\n", program.Run("whoami").Out.Replace(Environment.UserName, "王审核", StringComparison.Ordinal));
        foreach (var verb in new[] { "serve", "alone" })
        {
            var refused = program.Run(verb);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains(pid, refused.Error, StringComparison.Ordinal);
            Assert.Empty(refused.Out);
        }
        Assert.Equal(0, RunningProgram.Terminate(serving));
        Assert.False(File.Exists(program.Data.Socket));
        Assert.NotEqual(pid, program.Run("whoami").Out.Split(' ')[0]);
    }

    [Fact, System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void The_socket_is_for_this_user_only()
    {
        using var program = new RunningProgram();
        program.Serve();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(program.Data.Socket));
    }

    [Fact]
    public void Files_travel_both_ways_and_exit_codes_too()
    {
        using var program = new RunningProgram();
        var (serving, _) = program.Serve();
        var (sheet, copy) = (Path.Combine(program.Home, "报表 1.csv"), Path.Combine(program.Home, "回执.csv"));
        File.WriteAllBytes(sheet, [0, 255, 10, 13, 200]);
        var done = program.Run("echo", sheet, sheet, "--out", copy, "--by", "zhang", "--reason", "试");
        Assert.Equal($"{serving.Id} 报表 1.csv,报表 1.csv\n", done.Out);
        Assert.Equal([0, 255, 10, 13, 200, 0, 255, 10, 13, 200], File.ReadAllBytes(copy));
        var refused = program.Run("echo", sheet, "--mode", "refuse");
        Assert.Equal(new Ended(3, "found\n", "refused\n"), refused);
        using var store = new Reporting.Portal.Operations.OperationsStore(program.Data, TimeProvider.System);
        var audit = store.AuditEntries(10).Where(entry => entry.Verb == "echo").ToList();
        Assert.Equal(["refused\n", null], audit.Select(entry => entry.Message is { } message ? message + "\n" : null));
        Assert.Equal(("zhang", "echo", "试", 0L), (audit[1].Login, audit[1].Verb, audit[1].Reason, audit[1].ExitCode));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_nobody_foresaw_is_one_message_and_goes_to_the_log(bool serving)
    {
        using var program = new RunningProgram();
        if (serving) program.Serve();
        var sheet = Path.Combine(program.Home, "a.csv");
        File.WriteAllText(sheet, "a");
        var broken = program.Run("echo", sheet, "--mode", "break");
        Assert.Equal(1, broken.ExitCode);
        Assert.Single(broken.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain(" at ", broken.Error, StringComparison.Ordinal);
        Assert.Contains(program.Data.Logs, broken.Error, StringComparison.Ordinal);
        var log = string.Concat(Directory.GetFiles(program.Data.Logs).Select(ReadShared));
        Assert.Contains("nobody foresaw this", log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_socket_left_by_a_killed_process_stops_neither_the_command_line_nor_the_next_serve()
    {
        using var program = new RunningProgram();
        var (first, _) = program.Serve();
        RunningProgram.Kill(first);
        Assert.True(File.Exists(program.Data.Socket));
        Assert.Equal(0, program.Run("whoami").ExitCode);
        var (second, _) = program.Serve();
        Assert.StartsWith($"{second.Id} ", program.Run("whoami").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_folder_with_a_long_path_works_and_leaves_nothing_behind()
    {
        using var program = new RunningProgram(string.Join('/', Enumerable.Repeat("崇明区人力资源和社会保障局", 6)));
        var runTime = Directory.CreateDirectory(Path.Combine(program.Home, "run")).FullName;
        program.Environment["XDG_RUNTIME_DIR"] = runTime.Length < 40 ? runTime : "";
        var (serving, _) = program.Serve();
        Assert.StartsWith($"{serving.Id} ", program.Run("whoami").Out, StringComparison.Ordinal);
        Assert.Equal(0, RunningProgram.Terminate(serving));
        Assert.Empty(Directory.GetFileSystemEntries(runTime));
    }

    [Fact]
    public void A_taken_port_is_one_message()
    {
        using var program = new RunningProgram();
        using var other = new RunningProgram();
        var (_, url) = program.Serve();
        var refused = other.Run("serve", "--urls", url.ToString().TrimEnd('/'));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--urls", refused.Error, StringComparison.Ordinal);
    }

    static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
