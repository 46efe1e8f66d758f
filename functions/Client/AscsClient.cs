using System.Buffers.Text;
using Ascs.Client.Calls;
using Ascs.Client.Consents;
using Ascs.Client.Events;
using Ascs.Client.Folders;
using Ascs.Client.Messages;
using Ascs.Contracts;
using Ascs.Evidence.Bundles;

namespace Ascs.Client;

/// <summary>
/// Everything an enterprise's own system says to the trusted party. Expected refusals are values (<see cref="Answer{T}.Problem"/>); a partner that can't be reached is the
/// problem UNAVAILABLE: call again later with the same key. Thread-safe; one for the whole process.
/// </summary>
public sealed class AscsClient
{
    private readonly ClientParts parts; // asked for first, and so closed last
    private readonly TrustedPartyCalls calls;
    private readonly ConsentDesk consents;
    private readonly MessageDesk messages;
    private readonly ConsentReceipts receipts;
    private readonly EventReader events;
    private readonly IdSource ids;

    internal AscsClient(
        ClientParts parts, TrustedPartyCalls calls, ConsentDesk consents, MessageDesk messages, ConsentReceipts receipts, EventReader events, PartnerClock clock) =>
        (this.parts, this.calls, this.consents, this.messages, this.receipts, this.events, ids) = (parts, calls, consents, messages, receipts, events, new IdSource(clock));

    /// <summary>The enterprise it speaks for.</summary>
    public EnterpriseId EnterpriseId => parts.Directory.Self.EnterpriseId!.Value;

    /// <summary>The newest policy of a service, which the words of a consent page are made from (<see cref="ConsentText"/>); null when the enterprise has none.</summary>
    public ServicePolicy? Policy(ServiceId service) => consents.Policy(service);

    /// <summary>
    /// Authorises a consent that the person gave to the enterprise alone: its assurance is ENTERPRISE_ONLY, which few services accept at send. For more, ask the person to
    /// confirm: <see cref="PrepareConsentAsync"/>.
    /// </summary>
    public Task<Answer<ConsentGrant>> ConsentAsync(ConsentOrder order, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return consents.ConsentAsync(order, order.Key ?? NewKey(), ct);
    }

    /// <summary>Prepares a consent that its person confirms on the trusted party's own page.</summary>
    /// <param name="order">What the person chose.</param>
    /// <param name="returnTo">Where that page sends the browser back with the field `result`; under the enterprise's public address.</param>
    /// <param name="ct">Cancels the call.</param>
    public Task<Answer<PreparedConsent>> PrepareConsentAsync(ConsentOrder order, Uri returnTo, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(returnTo);
        return consents.PrepareAsync(order, returnTo, ct);
    }

    /// <summary>What the browser brought back in the field `result`; null unless the trusted party signed it for this enterprise.</summary>
    public ConfirmationResult? ReadConfirmation(string result) => consents.Read(result);

    /// <summary>Authorises a consent that its person confirmed. As often as one likes: one showing is one authorisation.</summary>
    public Task<Answer<ConsentGrant>> ConsentAsync(ConfirmationResult confirmed, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(confirmed);
        return consents.ConfirmAsync(confirmed, ct);
    }

    /// <summary>Sends. The answer says how many AIDs go on and which are refused, with every reason.</summary>
    public Task<Answer<CreateDispatchAnswer>> SendAsync(Message message, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return messages.SendAsync(message, message.Key ?? NewKey(), ct);
    }

    /// <summary>The same decisions with nothing sent. The variables stay here.</summary>
    public Task<Answer<CheckDispatchAnswer>> CheckAsync(Message message, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return messages.CheckAsync(message, ct);
    }

    /// <summary>States of up to 500 AIDs, now.</summary>
    public Task<Answer<AidStatesAnswer>> QueryAsync(IReadOnlyList<Aid> aids, CancellationToken ct = default) =>
        calls.CallAsync(TrustedPartyCatalogue.AidStates, new AidStatesRequest(1, calls.Enterprise, aids), null, ct);

    /// <summary>Where a dispatch stands, and every recipient's outcome.</summary>
    public Task<Answer<DispatchStateAnswer>> QueryAsync(DispatchId dispatch, CancellationToken ct = default) =>
        calls.CallAsync(TrustedPartyCatalogue.DispatchState, new DispatchStateRequest(1, calls.Enterprise, dispatch), null, ct);

    /// <summary>The evidence of an AID (ISC-6.1.1.7), its proof bundle checked offline under the keys of the trusted party's log.</summary>
    public async Task<Answer<TracedAid>> TraceAsync(Aid aid, string? cursor = null, CancellationToken ct = default)
    {
        var answer = await calls.CallAsync(TrustedPartyCatalogue.Trace, new TraceRequest(1, calls.Enterprise, aid, cursor), null, ct);
        if (answer.Value is not { } trace)
            return answer.Problem!;
        var bundle = Base64Url.IsValid(trace.Bundle) ? Base64Url.DecodeFromChars(trace.Bundle) : [];
        return new TracedAid(trace.Timeline, BundleChecker.CheckAgainst(bundle, receipts.LogKeys), bundle, trace.Cursor);
    }

    /// <summary>Withdraws authorisations. 200 when nothing can go out any more; 202 while an operator is away: then nothing goes out after the time answered.</summary>
    /// <param name="aids">1 to 500.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="key">As in <see cref="Message.Key"/>.</param>
    /// <param name="ct">Cancels the call.</param>
    public Task<Answer<RevokeAnswer>> RevokeAsync(IReadOnlyList<Aid> aids, RevokedBy by = RevokedBy.Enterprise, string? key = null, CancellationToken ct = default) =>
        calls.CallAsync(TrustedPartyCatalogue.Revoke, new RevokeRequest(1, calls.Enterprise, aids, by), key ?? NewKey(), ct);

    /// <summary>Events from a sequence on, replies opened: for a system that asks instead of listening, and for what it missed.</summary>
    public Task<Answer<EventPage>> EventsAsync(long from = 1, int limit = 500, CancellationToken ct = default) => events.ReadAsync(from, limit, ct);

    private string NewKey() => "client-" + ids.Next();
}
