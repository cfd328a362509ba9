using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reporting.Tests.Arrivals;

/// <summary>A web server that answers as the test says, byte by byte: also nothing, nonsense, and without an end.</summary>
sealed class CrookedServer : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource ending = new();
    readonly Func<string, Stream, CancellationToken, Task> answer;
    bool isOver;

    /// <param name="answer">Given the path asked for and where to write.</param>
    public CrookedServer(Func<string, Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = Serve();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    async Task Serve()
    {
        while (!ending.IsCancellationRequested)
        {
            TcpClient client;
            try { client = await listener.AcceptTcpClientAsync(ending.Token); }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { return; }
            _ = Answer(client);
        }
    }

    async Task Answer(TcpClient client)
    {
        using (client)
            try
            {
                var (stream, head) = (client.GetStream(), new StringBuilder());
                var one = new byte[1];
                while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, ending.Token) == 1) head.Append((char)one[0]);
                if (head.Length > 0) await answer(head.ToString().Split(' ')[1], stream, ending.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException) { } // the one who asked has gone
    }

    public static byte[] Whole(string status, string headers, string body) => Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public static byte[] Listing(params string[] names) => Whole("200 OK", "Content-Type: text/html\r\n", "<title>Index of /</title>" + string.Concat(names.Select(name => $"<a href=\"{name}\">{name}</a> 1 ")));

    /// <summary>Writes again and again until nobody listens.</summary>
    public static async Task Endlessly(Stream to, string head, TimeSpan between, CancellationToken cancel)
    {
        await to.WriteAsync(Encoding.ASCII.GetBytes(head), cancel);
        var more = new byte[between == TimeSpan.Zero ? 65536 : 1];
        Array.Fill(more, (byte)'x');
        while (true)
        {
            await to.WriteAsync(more, cancel);
            if (between > TimeSpan.Zero) await Task.Delay(between, cancel);
        }
    }

    public void Dispose()
    {
        if (isOver) return;
        isOver = true;
        ending.Cancel();
        listener.Dispose();
        ending.Dispose();
    }
}
