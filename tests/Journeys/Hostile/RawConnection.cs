using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ascs.Trust.Certificates;

namespace Ascs.Journeys.Tests.Hostile;

/// <summary>A TLS connection that sends whatever bytes it is given and reads HTTP/1.1 answers.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private readonly TcpClient socket;
    private readonly SslStream tls;

    private RawConnection(TcpClient socket, SslStream tls) => (this.socket, this.tls) = (socket, tls);

    /// <summary>Whether another request may follow.</summary>
    public bool IsOpen { get; private set; } = true;

    public static async Task<RawConnection> OpenAsync(Uri listener, X509Certificate2? certificate, CertificateTrust authorities, CancellationToken ct)
    {
        var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(listener.Host, listener.Port, ct);
        var tls = new SslStream(socket.GetStream());
        var options = new SslClientAuthenticationOptions { TargetHost = listener.Host, RemoteCertificateValidationCallback = authorities.ServerCallback() };
        if (certificate is not null) options.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true);
        await tls.AuthenticateAsClientAsync(options, ct);
        return new RawConnection(socket, tls);
    }

    /// <summary>Sends some bytes and waits for nothing.</summary>
    public async Task WriteAsync(byte[] bytes, CancellationToken ct)
    {
        await tls.WriteAsync(bytes, ct);
        await tls.FlushAsync(ct);
    }

    /// <summary>Sends a request and reads its answer; null when the connection ended without one.</summary>
    /// <param name="request">Its bytes.</param>
    /// <param name="last">Nothing follows: the other end needs not wait for the rest of what is broken.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<RawAnswer?> AskAsync(byte[] request, bool last, CancellationToken ct)
    {
        try
        {
            await WriteAsync(request, ct);
            if (last) await tls.ShutdownAsync();
            return await ReadAsync(ct);
        }
        catch (IOException)
        {
            IsOpen = false; // refused and closed, perhaps before all of it was sent
            return null;
        }
        finally
        {
            if (last) IsOpen = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await tls.DisposeAsync();
        socket.Dispose();
    }

    private async Task<RawAnswer?> ReadAsync(CancellationToken ct)
    {
        var bytes = new List<byte>();
        var end = -1;
        while ((end = End(bytes)) < 0)
        {
            if (!await MoreAsync(bytes, ct)) return null;
        }

        var lines = Encoding.Latin1.GetString([.. bytes.Take(end)]).Split("\r\n");
        var fields = lines.Skip(1).Select(line => line.Split(": ", 2)).ToLookup(parts => parts[0].ToLowerInvariant(), parts => parts[^1]);
        var length = int.Parse(fields["content-length"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        while (bytes.Count < end + 4 + length)
        {
            if (!await MoreAsync(bytes, ct)) break;
        }

        if (fields["connection"].Contains("close") || fields["transfer-encoding"].Any()) IsOpen = false; // what comes in chunks nobody here looks at
        return new RawAnswer(int.Parse(lines[0].AsSpan(9, 3), CultureInfo.InvariantCulture), fields["content-type"].FirstOrDefault(), [.. bytes.Skip(end + 4).Take(length)]);
    }

    private async Task<bool> MoreAsync(List<byte> bytes, CancellationToken ct)
    {
        var buffer = new byte[8192];
        var read = await tls.ReadAsync(buffer, ct);
        bytes.AddRange(buffer.AsSpan(0, read));
        if (read == 0) IsOpen = false;
        return read > 0;
    }

    private static int End(List<byte> bytes) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes).IndexOf("\r\n\r\n"u8);
}
