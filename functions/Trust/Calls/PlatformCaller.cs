using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Journal;
using Ascs.Trust.Problems;
using Ascs.Trust.Signing;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Calls;

/// <inheritdoc cref="IPlatformCaller"/>
internal sealed class PlatformCaller(
    IPlatformDirectory directory, IPairSecrets secrets, IAuthor author, PeerClients clients, PeerClocks clocks, TimeProvider time,
    ILogger<PlatformCaller> logger) : IPlatformCaller
{
    private const int MaxAnswerBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(15), LongestHint = TimeSpan.FromMinutes(1), LongestWait = TimeSpan.FromDays(1);

    public async Task<Answer<TAnswer>> CallAsync<TRequest, TAnswer>(
        Peer peer, Endpoint<TRequest, TAnswer> endpoint, TRequest request, string? idempotencyKey, CancellationToken cancellationToken)
        where TRequest : class
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(peer);
        ArgumentNullException.ThrowIfNull(endpoint);
        if (endpoint.Idempotent ? !IdempotencyScope.IsKey(idempotencyKey) : idempotencyKey is not null)
            throw new ArgumentException($"{endpoint.Name}: an idempotency key of 16 to 64 characters, exactly when the endpoint is idempotent.", nameof(idempotencyKey));
        using var span = Telemetry.Start("call", endpoint.Name, ActivityKind.Client);
        var call = new OutboundCall(directory.Self.PlatId, peer, endpoint, request, idempotencyKey, author);
        var reply = await CallAsync(peer, endpoint, call, cancellationToken);
        span?.SetTag("ascs.status", reply.Status);
        return reply.Problem is { } problem ? problem : Read<TAnswer>(peer, endpoint, reply);
    }

    private async Task<Reply> CallAsync(Peer peer, Endpoint endpoint, OutboundCall call, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var reply = await TryAsync(peer, endpoint, call, cancellationToken);
            if (Retries.After(tries, reply) is not { } delay) return reply;
            await Task.Delay(delay, time, cancellationToken);
        }
    }

    private async Task<Reply> TryAsync(Peer peer, Endpoint endpoint, OutboundCall call, CancellationToken cancellationToken)
    {
        if (directory.Find(peer.PlatId) is { State: PeerState.Suspended }) return Nothing(peer, endpoint, "it is suspended here");
        if (secrets.Current(peer.PlatId) is not { } secret) return Nothing(peer, endpoint, "no pair secret");
        using var patience = new CancellationTokenSource(TryTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var sent = time.GetUtcNow();
            using var request = call.Sign(secret, sent);
            using var answer = await clients.Of(peer.PlatId).SendAsync(request, both.Token);
            return await VerifyAsync(peer, endpoint, request, answer, secret, sent, both.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Nothing(peer, endpoint, FaultText.TypesOf(fault));
        }
    }

    private async Task<Reply> VerifyAsync(
        Peer peer, Endpoint endpoint, HttpRequestMessage request, HttpResponseMessage answer, PairSecret secret, DateTimeOffset sent, CancellationToken cancellationToken)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        if (await BoundedBody.ReadAsync(stream, answer.Content.Headers.ContentLength, MaxAnswerBytes, cancellationToken) is not { } body)
            return Nothing(peer, endpoint, "answer too large");
        var message = answer.ToMessage(request.ToMessage());
        var status = (int)answer.StatusCode;
        if (AnswerVerifier.Verify(message, body.Span, secret) is { } fault) return AskedToWait(Nothing(peer, endpoint, $"answer {status} not accepted: {fault}"), answer, LongestHint);
        if (clocks.Measure(peer.PlatId, message.Fields(SignedFieldNames.SignatureInput).ToString(), sent, time.GetUtcNow()))
            logger.Warn($"The clock of {peer.PlatId} is {clocks.Of(peer.PlatId)!.Value.TotalSeconds:F0} s from ours");
        return status is 200 or 202 ? new Reply(status, body, null) : AskedToWait(new Reply(status, body, ProblemTranslator.FromBody(body.Span, status)), answer, LongestWait);
    }

    // No signature covers Retry-After, so it is a hint within a bound. Whoever is refused before anybody knows who calls gets one too, in an answer that proves nothing else.
    private static Reply AskedToWait(Reply reply, HttpResponseMessage answer, TimeSpan longest) =>
        answer.StatusCode != HttpStatusCode.TooManyRequests || answer.Headers.RetryAfter?.Delta is not { } asked || reply.Problem is not { } problem ? reply
            : reply with { Problem = problem with { RetryAfter = asked < longest ? asked : longest } };

    // Tolerant: members that a later version adds are passed over. What can't be read at all is as good as no answer.
    private Answer<TAnswer> Read<TAnswer>(Peer peer, Endpoint endpoint, Reply reply)
        where TAnswer : class
    {
        try
        {
            if (JsonSerializer.Deserialize<TAnswer>(reply.Body.Span, WireOptions.Tolerant) is { } value)
                return reply.Status == 202 ? Answer<TAnswer>.Accepted(value) : value;
        }
        catch (JsonException)
        {
            // Told below, without the text.
        }

        return Nothing(peer, endpoint, "answer unreadable").Problem!;
    }

    private Reply Nothing(Peer peer, Endpoint endpoint, string why)
    {
        logger.Warn($"{endpoint.Name} at {peer.PlatId}: {why}");
        return Reply.Nothing;
    }
}
