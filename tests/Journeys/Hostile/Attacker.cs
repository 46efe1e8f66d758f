using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Journeys.Tests.Systems;
using Ascs.Trust.Certificates;

namespace Ascs.Journeys.Tests.Hostile;

/// <summary>Sends hostile requests one after the other, over a connection for each listener and certificate, and looks at every answer.</summary>
internal sealed class Attacker(RunningSystem system, HostileRequests requests, ConcurrentBag<string> faults, ConcurrentDictionary<string, int> seen) : IAsyncDisposable
{
    // What the web server refuses by itself, with nothing in the answer but the status.
    private static readonly int[] Bare = [400, 405, 408, 411, 413, 414, 431, 501];

    private readonly Dictionary<(string Party, string? Certificate), RawConnection> connections = [];
    private readonly Dictionary<string, X509Certificate2> certificates = [];

    public async Task SendAsync(int count, CancellationToken ct)
    {
        for (var i = 0; i < count; i++)
        {
            var request = requests.Next();
            var answer = await AskAsync(request, ct);
            if (FaultOf(request, answer) is { } fault) faults.Add($"{request.Kind} at {request.Party}: {fault}");
            seen.AddOrUpdate(WordOf(answer), 1, (_, times) => times + 1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections.Values) await connection.DisposeAsync();
        foreach (var certificate in certificates.Values) certificate.Dispose();
    }

    public static string? FaultOf(HostileRequest request, RawAnswer? answer)
    {
        if (answer is null) return request.Last || request.Kind == "too large" ? null : "no answer";
        if (answer.Status == 505 && request.Last && answer.Body.Length == 0) return null; // the web server's word for a version of HTTP that is none
        if (answer.Status >= 500) return $"answered {answer.Status}";
        if (request.Certificate is null) return null;
        if (answer.Status < 400) return request.MayPass ? null : $"passed with {answer.Status}";
        if (answer.Body.Length == 0 && Bare.Contains(answer.Status)) return null;
        return Document(answer) is { } document && document.Status == answer.Status && document.TraceId.Length == 32 && ProblemCodes.Find(document.Code)?.Status == answer.Status
            ? null : $"{answer.Status} in another shape";
    }

    private static ProblemDocument? Document(RawAnswer answer)
    {
        try
        {
            return answer.ContentType == "application/problem+json; charset=utf-8" ? JsonSerializer.Deserialize<ProblemDocument>(answer.Body, WireOptions.Strict) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string WordOf(RawAnswer? answer) => answer is null ? "none" : answer.Status >= 400 && Document(answer) is { } document ? document.Code : $"{answer.Status}";

    // A connection that the other end has closed meanwhile is no answer to this request.
    private async Task<RawAnswer?> AskAsync(HostileRequest request, CancellationToken ct)
    {
        var (old, connection) = await ConnectAsync(request, ct);
        var answer = await connection.AskAsync(request.Bytes, request.Last, ct);
        return answer is null && old ? await (await ConnectAsync(request, ct)).Connection.AskAsync(request.Bytes, request.Last, ct) : answer;
    }

    private async Task<(bool Old, RawConnection Connection)> ConnectAsync(HostileRequest request, CancellationToken ct)
    {
        var key = (request.Party, request.Certificate);
        if (connections.TryGetValue(key, out var open) && open.IsOpen) return (true, open);
        if (open is not null) await open.DisposeAsync();
        var file = system.Platforms.Host(request.Party).File;
        var listener = request.Certificate is null ? file.PublicAddress! : file.PlatformAddress!;
        return (false, connections[key] = await RawConnection.OpenAsync(listener, request.Certificate is { } folder ? Certificate(folder) : null, system.Authorities, ct));
    }

    private X509Certificate2 Certificate(string folder)
    {
        var party = system.Sample.Party(folder);
        return certificates.TryGetValue(folder, out var known) ? known : certificates[folder] = PemFiles.Load(party.Certificate, party.CertificateKey);
    }
}
