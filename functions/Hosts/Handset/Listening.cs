using Microsoft.AspNetCore.Connections;

namespace Ascs.Hosts.Handset;

/// <summary>Starting and saying where.</summary>
internal static class Listening
{
    internal static async Task Start(WebApplication app)
    {
        try { await app.StartAsync(); }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new HandsetStartException("The port is in use: choose another one with --port, or 0 for a free one.", e);
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new HandsetStartException("The port cannot be opened: choose another one with --port, or 0 for a free one.", e);
        }
    }

    /// <summary>Stops when nobody holds the other end of the input any more: whoever started it is gone, killed even, and would leave it behind.</summary>
    internal static async Task StopWithInput(WebApplication app, Stream input)
    {
        try { await input.CopyToAsync(Stream.Null, app.Lifetime.ApplicationStopping); }
        catch (OperationCanceledException) { return; }
        catch (IOException) { } // a broken end is an end
        app.Lifetime.StopApplication();
    }

    /// <summary>First line: <c>READY URL</c>, for programs. The rest is for people.</summary>
    internal static void Announce(WebApplication app, TextWriter output)
    {
        var options = app.Services.GetRequiredService<HandsetOptions>();
        var folder = Path.GetFullPath(options.DataFolder);
        output.WriteLine($"READY {app.Urls.First()}");
        output.WriteLine($"手机与短信 phones:   {app.Urls.First()}/");
        output.WriteLine($"旋钮 knobs:          {app.Urls.First()}/control");
        output.WriteLine($"网关 gateways:       {string.Join(", ", options.Gateways)}, secrets in {options.SecretsFolder ?? Path.Combine(folder, "secrets")}");
        output.WriteLine("Ctrl+C 停止 stops.");
        output.Flush();
    }
}
