using System.Diagnostics;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Calls;

/// <inheritdoc cref="IPlatformCaller"/>
internal sealed class PlatformCaller(IPlatformDirectory directory, CallerSessions sessions, IAuthor author, SignedCalls calls, TimeProvider time) : IPlatformCaller
{
    // A peer that was restored, or another program under our name, may void a session just opened; after a few the call is tried again later.
    private const int MostRenewals = 3;

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
        var body = new CallBody(directory.Self.PlatId, peer, endpoint, request, idempotencyKey, author);
        for (var tries = 1; ; tries++)
        {
            var (reply, answer) = await TryInSessionAsync<TAnswer>(peer, endpoint, body, cancellationToken);
            span?.SetTag("ascs.status", reply.Status);
            if (Retries.After(tries, reply) is not { } delay) return answer;
            await Task.Delay(delay, time, cancellationToken);
        }
    }

    // One try, and at once another whenever only the session was to blame.
    private async Task<(Reply Reply, Answer<TAnswer> Answer)> TryInSessionAsync<TAnswer>(Peer peer, Endpoint endpoint, CallBody body, CancellationToken ct)
        where TAnswer : class
    {
        var wish = new SessionWish(SensitiveMembers.In(endpoint));
        for (var renewals = 0; renewals <= MostRenewals; renewals++)
        {
            var opened = await sessions.GetAsync(peer, wish, ct);
            if (opened.Value is not { } session) return (new Reply(0, default, opened.Problem), opened.Problem!);
            var reply = await calls.TryAsync(peer, endpoint, body.In(session), new Credentials(session.Mac, session.Kept.Access), ct);
            if (reply.Problem is null && Read<TAnswer>(endpoint, reply, session) is { } answer) return (reply, answer);
            if (reply.Problem is { } problem && !IsAboutSession(problem))
                return SessionProblems.Has(problem) ? Nothing<TAnswer>(peer, endpoint, "no refusal of this endpoint") : (reply, problem);
            if (reply.Problem is null && !SensitiveMembers.In(endpoint.AnswerType)) return Nothing<TAnswer>(peer, endpoint, "answer unreadable");
            wish = wish with { Refused = session, RefusedKey = reply.Problem?.Code != ProblemCodes.AccessTokenInvalid };
        }

        return Nothing<TAnswer>(peer, endpoint, "its sessions do not last");
    }

    private static bool IsAboutSession(Problem problem) => problem.Code == ProblemCodes.AccessTokenInvalid || problem.Code == ProblemCodes.DataKeyInvalid;

    // Tolerant: members that a later version adds are passed over. What can't be read at all is as good as no answer.
    private static Answer<TAnswer>? Read<TAnswer>(Endpoint endpoint, Reply reply, CallerSession session)
        where TAnswer : class
    {
        try
        {
            var options = SensitiveMembers.In(endpoint.AnswerType) ? session.Wire.Tolerant : WireOptions.Tolerant;
            if (JsonSerializer.Deserialize<TAnswer>(reply.Body.Span, options) is { } value) return reply.Status == 202 ? Answer<TAnswer>.Accepted(value) : value;
        }
        catch (JsonException)
        {
            // Told by the caller of this, without the text.
        }

        return null;
    }

    private (Reply Reply, Answer<TAnswer> Answer) Nothing<TAnswer>(Peer peer, Endpoint endpoint, string why)
        where TAnswer : class => (calls.Nothing(peer, endpoint, why), ProblemCodes.Unavailable);
}
