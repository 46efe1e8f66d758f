using System.Net;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Calls;

/// <inheritdoc/>
internal sealed class StatedKeys(PeerClients clients, TimeProvider time) : IStatedKeys
{
    private const int MaxBytes = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SignedKeyStatement>?> ReadAsync(Peer peer, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(peer.PublicAddress!, CommonPages.Keys.Route));
            using var answer = await clients.Of(peer.PlatId).SendAsync(request, both.Token);
            if (answer.StatusCode != HttpStatusCode.OK) return null;
            await using var stream = await answer.Content.ReadAsStreamAsync(both.Token);
            return await BoundedBody.ReadAsync(stream, answer.Content.Headers.ContentLength, MaxBytes, both.Token) is { } body ? KeyStatements.FromJson(body.Span) : null;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }
}
