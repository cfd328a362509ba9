using System.Net.Http.Json;
using System.Net.Sockets;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>Sends a request to the process that serves the data folder, through the socket in it.</summary>
static class Forwarding
{
    public const string Path = "/cli";

    /// <summary>The serving process's answer; null where it does not listen (not yet, or no longer).</summary>
    /// <exception cref="FailureException">It ended in the middle: whether the request was carried out is not known.</exception>
    public static async Task<Answer?> Ask(DataFolder data, Request request, Holder holder)
    {
        using var spot = SocketSpot.Of(data);
        using var handler = new SocketsHttpHandler { ConnectCallback = async (_, stop) => await Connect(spot, stop), UseProxy = false };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, BaseAddress = new("http://serve") };
        try
        {
            using var response = await client.PostAsJsonAsync(Path, request);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<Answer>();
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError) { return null; }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Text.Json.JsonException)
        {
            throw new FailureException(
                $"进程 {holder.Pid}（reporting serve）没有答完；再问一次即可，已收下的文件不会收两次。",
                $"Process {holder.Pid} (reporting serve) did not finish its answer; ask again, no file is taken twice.", e);
        }
    }

    static async Task<Stream> Connect(SocketSpot spot, CancellationToken stop)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(spot.Path), stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch { socket.Dispose(); throw; }
    }
}
