using System.Net;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Calls;

/// <inheritdoc/>
internal sealed class StatedKeys(PeerClients clients, TimeProvider time) : IStatedKeys
{
    // One owner's keys: PinnedKeys.MaxKeys statements, each with a certificate, are far below it.
    private const int MaxBytes = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public async Task<KeyAnswer> ReadAsync(Peer host, PlatId owner, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.PublicAddress!, $"{CommonPages.Keys.Route}?{CommonPages.KeysOwner}={owner}"));
            using var answer = await clients.Of(host.PlatId).SendAsync(request, both.Token);
            return await ReadAsync(answer, both.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new KeyAnswer.Failed("no answer");
        }
    }

    private static async Task<KeyAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        if (answer.StatusCode != HttpStatusCode.OK) return new KeyAnswer.Failed($"the answer has status {(int)answer.StatusCode}");
        await using var stream = await answer.Content.ReadAsStreamAsync(ct);
        if (await BoundedBody.ReadAsync(stream, answer.Content.Headers.ContentLength, MaxBytes, ct) is not { } body)
            return new KeyAnswer.Failed("the answer is too large");
        return KeyStatements.FromJson(body.Span) is { } statements ? new KeyAnswer.Read(statements) : new KeyAnswer.Failed("the answer is no list of statements");
    }
}
