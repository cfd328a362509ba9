using System.Diagnostics;
using Reporting.Etl.Arrivals;
using Reporting.Warehouse;

namespace Reporting.Tests.Arrivals;

/// <summary>The listing of a real nginx: ETags, a password, a file that is replaced; its own log says what was fetched.</summary>
public sealed class NginxTests : IDisposable
{
    readonly ArrivalOffice office = new();
    readonly string home = Directory.CreateTempSubdirectory("reporting-nginx-").FullName;
    Process? server;

    public void Dispose()
    {
        server?.Kill(entireProcessTree: true);
        server?.WaitForExit();
        server?.Dispose();
        office.Dispose();
        Directory.Delete(home, recursive: true);
    }

    [DebianFact("nginx-light", "nginx")]
    public async Task Nothing_is_fetched_twice_and_what_is_replaced_is_fetched_again()
    {
        var url = Start();
        var source = new ListingSource("web", ArrivalOffice.One, url, Password("township:十分保密"));
        var sheet = ArrivalOffice.Sheet(ArrivalOffice.One);
        Put("一月 就业#1.xlsx", sheet.Bytes);
        Put("~$一月.xlsx", [1]);
        Put("半.xlsx.part", [1]);
        Assert.Equal((1, 0, 0), ((await office.Pull(source)).Taken, (await office.Pull(source)).Taken, (await office.Pull(source)).Taken));
        Assert.Equal(TableState.loaded, office.Warehouse.Submissions.Received(DateTime.MinValue, DateTime.MaxValue)[0].State);
        Assert.Equal([200, 304, 304], Fetched());
        Assert.Contains(Directory.GetFiles(Path.Combine(office.Data.Answers, ArrivalOffice.One)), path => Path.GetFileName(path).StartsWith("已入库", StringComparison.Ordinal));

        Put("一月 就业#1.xlsx", ArrivalOffice.Sheet(ArrivalOffice.Other).Bytes, later: true);
        Assert.Equal(1, (await office.Pull(source)).Taken);
        Put("又一份.xlsx", sheet.Bytes); // stands already
        Assert.Equal((0, 1), await office.Pull(source) is var twice ? (twice.Taken, twice.Repeated) : default);
        Assert.Equal((0, 0), await office.Pull(source) is var none ? (none.Taken, none.Repeated) : default);
        Assert.Equal(3, Fetched().Count(status => status == 200));

        File.WriteAllText(Path.Combine(home, "files", "刚写.csv"), "half"); // by the server's clock this very moment
        Assert.Contains("web/刚写.csv: 仍在写入", (await office.Pull(source)).LeftAlone);
        Assert.Contains("拒绝访问", Assert.Single((await office.Pull(source with { PasswordFile = null })).Faults), StringComparison.Ordinal);
    }

    Uri Start()
    {
        var port = ArrivalOffice.FreePort();
        Directory.CreateDirectory(Path.Combine(home, "files"));
        File.WriteAllText(Path.Combine(home, "users"), "township:{PLAIN}十分保密\n");
        File.WriteAllText(Path.Combine(home, "nginx.conf"), $$"""
            daemon off; master_process off; pid {{home}}/pid; error_log {{home}}/error.log;
            events { }
            http {
              log_format asked '$status $request_uri'; access_log {{home}}/access.log asked;
              client_body_temp_path {{home}}/b; proxy_temp_path {{home}}/p; fastcgi_temp_path {{home}}/f; uwsgi_temp_path {{home}}/u; scgi_temp_path {{home}}/s;
              server { listen 127.0.0.1:{{port}}; root {{home}}/files; autoindex on; charset utf-8; etag on; auth_basic "x"; auth_basic_user_file {{home}}/users; }
            }
            """);
        server = Process.Start(new ProcessStartInfo("nginx", ["-e", Path.Combine(home, "error.log"), "-p", home, "-c", Path.Combine(home, "nginx.conf")]))!;
        ArrivalOffice.Listening(port, server);
        return new($"http://127.0.0.1:{port}/");
    }

    string Password(string words)
    {
        var path = Path.Combine(home, "password");
        File.WriteAllText(path, words + "\n");
        ArrivalOffice.Do("chmod", "400", path);
        return path;
    }

    void Put(string name, byte[] bytes, bool later = false)
    {
        var path = Path.Combine(home, "files", name);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, new(2022, 2, later ? 9 : 8, 1, 2, 3, DateTimeKind.Utc));
    }

    /// <summary>How the server answered for files, in order.</summary>
    List<int> Fetched() => [.. File.ReadLines(Path.Combine(home, "access.log")).Select(line => line.Split(' ')).Where(words => words[1] != "/").Select(words => int.Parse(words[0], null))];
}
