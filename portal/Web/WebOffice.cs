using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Serilog;
using Serilog.Core;

namespace Reporting.Portal.Web;

/// <summary>The web application over an open office: pages and API on TCP, the command line on the socket in the data folder.</summary>
static class WebOffice
{
    public static WebApplication Build(Office office, Installation installation, IReadOnlyList<ListenAddress> addresses, string socketPath, Logger log)
    {
        // Settings come from the command line alone: neither appsettings.json nor the environment of whoever starts it.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "reporting", ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddRoutingCore();
        builder.Logging.AddSerilog(log);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = Bound);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (var address in addresses) address.Listen(kestrel);
            kestrel.ListenUnixSocket(socketPath);
        });
        var app = builder.Build();
        app.UseRouting();
        app.MapHealth(office);
        app.MapCommands(office, installation);
        return app;
    }

    /// <summary>Closed to other users before the first client can knock.</summary>
    static Socket Bound(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        if (endpoint is UnixDomainSocketEndPoint unix && !OperatingSystem.IsWindows()) File.SetUnixFileMode(unix.ToString(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return socket;
    }
}
