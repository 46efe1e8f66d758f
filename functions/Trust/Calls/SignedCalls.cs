using System.Net;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Journal;
using Ascs.Trust.Problems;
using Ascs.Trust.Signing;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Calls;

/// <summary>One try of a call: signed, sent, and the answer believed only when its signature holds.</summary>
internal sealed class SignedCalls(IPlatformDirectory directory, IPairSecrets pairs, PeerClients clients, PeerClocks clocks, TimeProvider time, ILogger<SignedCalls> logger)
{
    private const int MaxAnswerBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(15), LongestHint = TimeSpan.FromMinutes(1), LongestWait = TimeSpan.FromDays(1);

    /// <summary>Tries once.</summary>
    public async Task<Reply> TryAsync(Peer peer, Endpoint endpoint, OutboundCall call, Credentials credentials, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TryTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        if (directory.Find(peer.PlatId) is not { State: PeerState.Active }) return Nothing(peer, endpoint, "it is suspended or closed here");
        try
        {
            var sent = time.GetUtcNow();
            using var request = call.Sign(credentials, sent);
            using var answer = await clients.Of(peer.PlatId).SendAsync(request, both.Token);
            return await VerifyAsync(peer, endpoint, request, answer, credentials.Secret, sent, both.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Nothing(peer, endpoint, FaultText.TypesOf(fault));
        }
    }

    /// <summary>No answer, and why.</summary>
    public Reply Nothing(Peer peer, Endpoint endpoint, string why)
    {
        logger.Warn($"{endpoint.Name} at {peer.PlatId}: {why}");
        return Reply.Nothing;
    }

    private async Task<Reply> VerifyAsync(
        Peer peer, Endpoint endpoint, HttpRequestMessage request, HttpResponseMessage answer, PairSecret secret, DateTimeOffset sent, CancellationToken cancellationToken)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        if (await BoundedBody.ReadAsync(stream, answer.Content.Headers.ContentLength, MaxAnswerBytes, cancellationToken) is not { } body)
            return Nothing(peer, endpoint, "answer too large");
        var message = answer.ToMessage(request.ToMessage());
        var status = (int)answer.StatusCode;
        if (AnswerVerifier.Verify(message, body.Span, secret) is { } fault)
            return fault == SignatureFault.KeyUnknown && IsLost(peer, message, body) ? Reply.Lost
                : AskedToWait(Nothing(peer, endpoint, $"answer {status} not accepted: {fault}"), answer, LongestHint);
        if (clocks.Measure(peer.PlatId, message.Fields(SignedFieldNames.SignatureInput).ToString(), sent, time.GetUtcNow()))
            logger.Warn($"The clock of {peer.PlatId} is {clocks.Of(peer.PlatId)!.Value.TotalSeconds:F0} s from ours");
        return status is 200 or 202 ? new Reply(status, body, null) : AskedToWait(new Reply(status, body, ProblemTranslator.FromBody(body.Span, status)), answer, LongestWait);
    }

    // No signature covers Retry-After, so it is a hint within a bound. Whoever is refused before anybody knows who calls gets one too, in an answer that proves nothing else.
    private static Reply AskedToWait(Reply reply, HttpResponseMessage answer, TimeSpan longest) =>
        answer.StatusCode != HttpStatusCode.TooManyRequests || answer.Headers.RetryAfter?.Delta is not { } asked || reply.Problem is not { } problem ? reply
            : reply with { Problem = problem with { RetryAfter = asked < longest ? asked : longest } };

    // A peer that knows our session no more signs under the pair secret, and may say nothing else under it than just that.
    private bool IsLost(Peer peer, AnswerMessage message, ReadOnlyMemory<byte> body) =>
        AnswerVerifier.KeyIdOf(message) is { } keyId && pairs.Find(peer.PlatId, keyId) is { } pair && AnswerVerifier.Verify(message, body.Span, pair) is null
        && message.Status == ProblemCodes.AccessTokenInvalid.Status
        && ProblemTranslator.FromBody(body.Span, message.Status).Code == ProblemCodes.AccessTokenInvalid;
}
