using System.Collections.Concurrent;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Sessions;

/// <summary>The calls that open a session at a peer and keep it alive. Each answers the session's next state, or why there is none.</summary>
internal sealed class SessionClient(
    IPlatformDirectory directory, IPublicKeys keys, IPairSecrets pairs, ISessionSecrets secrets, SignedCalls calls, OwnCertificate own, TimeProvider time, ILogger<SessionClient> logger)
{
    private static readonly TimeSpan MendingPause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<PlatId, DateTimeOffset> mended = new();

    /// <summary>Logs in. Before the first time the two hand each other their AuthTokens, and once more when they turn out to hold different ones.</summary>
    public async Task<Answer<KeptSession>> LoginAsync(Peer peer, CancellationToken ct)
    {
        if (pairs.Current(peer.PlatId) is not { } pair) return Nothing(peer, "no pair secret");
        if (secrets.AuthTokenFrom(peer.PlatId) is null && await ExchangeAsync(peer, pair, ct) is { } problem) return problem;
        var answer = await TryLoginAsync(peer, pair, ct);
        // After one side was restored from a backup, the tokens that it has are not those that the other has.
        if (answer.Problem?.Code != ProblemCodes.LoginRefused || !MayMend(peer.PlatId)) return answer;
        return await ExchangeAsync(peer, pair, ct) is null ? await TryLoginAsync(peer, pair, ct) : answer;
    }

    private async Task<Answer<KeptSession>> TryLoginAsync(Peer peer, Signing.PairSecret pair, CancellationToken ct)
    {
        using var attempt = LoginAttempt.Make(directory, peer, own.Current, secrets);
        if (attempt is null) return Nothing(peer, "no AuthToken of this peer");
        var asked = time.GetUtcNow();
        var reply = await CallAsync(peer, SessionCatalogue.Login, attempt.Request, new Credentials(pair, AccessToken: null), ct);
        if (reply.Value is not { } answer) return reply.Problem!;
        if (attempt.Accept(answer, asked) is { } kept) return kept;
        Nothing(peer, "the answer of the login proves nothing");
        return ProblemCodes.LoginRefused;
    }

    private bool MayMend(PlatId peer)
    {
        var now = time.GetUtcNow();
        if (mended.TryGetValue(peer, out var last) && now - last < MendingPause) return false;
        mended[peer] = now;
        return true;
    }

    /// <summary>New tokens.</summary>
    public async Task<Answer<KeptSession>> RefreshAsync(Peer peer, CallerSession session, CancellationToken ct)
    {
        var (asked, request) = (time.GetUtcNow(), new RefreshRequest(1, session.Tokens.Seal(session.Kept.Refresh)));
        var reply = await CallAsync(peer, SessionCatalogue.Refresh, request, Of(session), ct);
        if (reply.Value is not { } answer) return reply.Problem!;
        if (session.Tokens.Open(answer.AccessToken) is not { } access || session.Tokens.Open(answer.RefreshToken) is not { } refresh)
            return Nothing(peer, "new tokens do not open");
        return session.Kept.With(access, answer.AccessSeconds, refresh, answer.RefreshSeconds, asked) is { } kept ? kept : Nothing(peer, "new tokens live too long");
    }

    /// <summary>A new data key.</summary>
    public async Task<Answer<KeptSession>> RenewDataKeyAsync(Peer peer, CallerSession session, CancellationToken ct)
    {
        var asked = time.GetUtcNow();
        var reply = await CallAsync(peer, SessionCatalogue.DataKey, new DataKeyRequest(1), Of(session), ct);
        if (reply.Value is not { DataKey: var wrapped }) return reply.Problem!;
        return secrets.Exchange(wrapped.ExchangeKeyId) is { } exchange && DataKey.Unwrap(wrapped, session.Id, exchange, asked) is { } key
            ? session.Kept.With(key) : Nothing(peer, "a data key does not open");
    }

    // Null: this platform has its token now.
    private async Task<Problem?> ExchangeAsync(Peer peer, Signing.PairSecret pair, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (keys.Current(peer.PlatId, Keys.KeyNames.Exchange) is not { } exchange) return Nothing(peer, "its key exchange is not stated yet").Problem;
        var own = directory.Self.Role == Role.BackOffice ? null : TokenWrap.Wrap(exchange, await secrets.MintAsync(peer.PlatId, now, ct));
        var reply = await CallAsync(peer, SessionCatalogue.Exchange, new ExchangeRequest(1, own), new Credentials(pair, AccessToken: null), ct);
        if (reply.Value is not { } answer) return reply.Problem;
        if (TokenWrap.Open(secrets, answer.AuthToken) is not { } token) return Nothing(peer, "its AuthToken does not open").Problem;
        return await secrets.KeepAsync(peer.PlatId, token, now, ct) ? null : Nothing(peer, "it handed out another AuthToken too soon").Problem;
    }

    private static Credentials Of(CallerSession session) => new(session.Mac, session.Kept.Access);

    private async Task<Answer<TAnswer>> CallAsync<TRequest, TAnswer>(
        Peer peer, Endpoint<TRequest, TAnswer> endpoint, TRequest request, Credentials credentials, CancellationToken ct)
        where TRequest : class
        where TAnswer : class
    {
        var reply = await calls.TryAsync(peer, endpoint, OutboundCall.Of(directory.Self.PlatId, peer, endpoint, request), credentials, ct);
        if (reply.Problem is { } problem)
        {
            if (reply.Status != 0) logger.Warn($"{endpoint.Name} at {peer.PlatId} refused: {problem.Code.Code}");
            return problem;
        }

        try
        {
            if (JsonSerializer.Deserialize<TAnswer>(reply.Body.Span, WireOptions.Tolerant) is { } answer) return answer;
        }
        catch (JsonException)
        {
            // As good as no answer.
        }

        return ProblemCodes.Unavailable;
    }

    private Answer<KeptSession> Nothing(Peer peer, string why)
    {
        logger.Warn($"No session at {peer.PlatId}: {why}");
        return ProblemCodes.Unavailable;
    }
}
