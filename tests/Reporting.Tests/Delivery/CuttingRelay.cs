using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reporting.Tests.Delivery;

/// <summary>Where the line breaks: as the mail is announced, in the middle of it, or after all of it when the server has taken it and its word is on the way back.</summary>
enum Cut { never, at_data, in_the_middle, before_the_answer }

/// <summary>A line to the real server that can be cut.</summary>
sealed class CuttingRelay : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly int server;
    readonly CancellationTokenSource end = new();

    public CuttingRelay(int server)
    {
        this.server = server;
        listener.Server.ReceiveBufferSize = 16_384; // or the line itself would hold a whole mail that nobody has read
        listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What happens to each line from now on.</summary>
    public Cut Cut { get; set; }

    async Task Accept()
    {
        while (!end.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(end.Token);
            _ = Carry(client, Cut);
        }
    }

    async Task Carry(TcpClient client, Cut cut)
    {
        using (client)
        using (var to = new TcpClient())
        {
            client.LingerState = new(true, 0); // what is cut is cut: no farewell
            await to.ConnectAsync(IPAddress.Loopback, server, end.Token);
            var (asking, answering, whole) = (client.GetStream(), to.GetStream(), new TaskCompletionSource());
            var back = Back(answering, asking, cut, whole);
            await There(asking, answering, cut, whole);
            if (cut is Cut.never) await back;
            else if (cut is Cut.before_the_answer && whole.Task.IsCompleted) await back;
        }
    }

    async Task There(NetworkStream from, NetworkStream to, Cut cut, TaskCompletionSource whole)
    {
        var (buffer, said, data) = (new byte[4096], new StringBuilder(), 0L);
        for (int read; (read = await from.ReadAsync(buffer, end.Token)) > 0;)
        {
            var text = Encoding.Latin1.GetString(buffer, 0, read);
            if (data == 0 && text.StartsWith("DATA", StringComparison.Ordinal))
            {
                if (cut == Cut.at_data) return;
                data = 1;
            }
            else if (data > 0) data += read;
            if (cut == Cut.in_the_middle && data > 20_000) return;
            said.Append(text);
            if (data > 1 && said.ToString(Math.Max(0, said.Length - 5), Math.Min(5, said.Length)) == "\r\n.\r\n") whole.TrySetResult();
            await to.WriteAsync(buffer.AsMemory(0, read), end.Token);
            if (cut == Cut.before_the_answer && whole.Task.IsCompleted) return;
        }
    }

    async Task Back(NetworkStream from, NetworkStream to, Cut cut, TaskCompletionSource whole)
    {
        var buffer = new byte[4096];
        for (int read; (read = await from.ReadAsync(buffer, end.Token)) > 0;)
        {
            if (cut == Cut.before_the_answer && whole.Task.IsCompleted) return; // its 250 is here, and goes no further
            await to.WriteAsync(buffer.AsMemory(0, read), end.Token);
        }
    }

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
        end.Dispose();
    }
}
