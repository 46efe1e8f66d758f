using System.Buffers.Text;
using System.Text.Json;
using Ascs.Client.Calls;
using Ascs.Client.Folders;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Journal;
using Ascs.Trust.Sealing;
using Microsoft.Extensions.Logging;

namespace Ascs.Client.Consents;

/// <summary>Consents of people, with the click on the trusted party's page or without.</summary>
internal sealed class ConsentDesk(
    ClientParts parts, TrustedPartyCalls calls, ConsentWriter writer, IDocumentSigner signer, FirstRequests first, ConsentReceipts receipts, PartnerClock clock,
    ILogger<ConsentDesk> logger)
{
    /// <summary>How long a person may take to confirm.</summary>
    public static readonly TimeSpan ConfirmWithin = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan KeptUnconfirmed = TimeSpan.FromHours(1), KeptAsked = TimeSpan.FromHours(25);
    private static readonly DocumentSchema<KeptConsent> Kept = new("client-consent", 1, ClientJson.Default.KeptConsent);

    public ServicePolicy? Policy(ServiceId service) => parts.Policies.Where(policy => policy.ServiceId == service).MaxBy(policy => policy.Version);

    /// <summary>Without a click: ENTERPRISE_ONLY, the enterprise alone says that the person agreed.</summary>
    public async Task<Answer<ConsentGrant>> ConsentAsync(ConsentOrder order, string key, CancellationToken ct)
    {
        await calls.SettleClockAsync(ct);
        if (await first.FindAsync(Kept, key, ct) is { } asked)
            return await AuthoriseAsync(asked, key, ct);
        var written = Write(order);
        if (written.Value is not { } consent)
            return written.Problem!;
        return writer.ToRequest(consent) is { } request ? await AuthoriseAsync(await KeepAsync(key, request, consent, KeptAsked, ct), key, ct) : ProblemCodes.Unavailable;
    }

    public async Task<Answer<PreparedConsent>> PrepareAsync(ConsentOrder order, Uri returnTo, CancellationToken ct)
    {
        await calls.SettleClockAsync(ct);
        var written = Write(order);
        if (written.Value is not { } consent)
            return written.Problem!;
        if (writer.ToRequest(consent) is not { } request || calls.TrustedParty.PublicAddress is not { } address)
            return ProblemCodes.Unavailable;
        await KeepAsync(KeyOf(consent.Nonce), request, consent, KeptUnconfirmed, ct);
        var until = clock.GetUtcNow() + ConfirmWithin;
        var carried = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(writer.Confirm(consent, returnTo, until), WireOptions.Strict));
        return new PreparedConsent(consent.Nonce, consent.Text, new Uri(address, TrustedPartyCatalogue.Confirm.Route), "confirmation", carried, UnixTime.From(until));
    }

    /// <summary>What the browser brought back; null unless the trusted party signed exactly it, for this enterprise.</summary>
    public ConfirmationResult? Read(string carried) =>
        CarriedDocuments.Read(carried) is { } document
        && signer.Open<ConfirmationResult>(calls.TrustedParty.PlatId, Operations.ConfirmationResult, document) is { V: 1 } result
        && result.EnterpriseId == calls.Enterprise ? result : null;

    public async Task<Answer<ConsentGrant>> ConfirmAsync(ConfirmationResult result, CancellationToken ct)
    {
        var key = KeyOf(result.ConsentNonce);
        return result.Confirmed && await first.FindAsync(Kept, key, ct) is { } kept ? await AuthoriseAsync(kept, key, ct) : ProblemCodes.ConsentClickRefused;
    }

    // One showing is one authorisation, however often it is asked for.
    private static string KeyOf(ConsentNonce nonce) => "consent-" + nonce;

    private Answer<WrittenConsent> Write(ConsentOrder order)
    {
        if (Policy(order.Service) is not { } policy)
            return ProblemCodes.ServiceUnknown;
        // ISC-6.1.1.3: only the least, and that is what the policy names.
        if (!order.Choices.AreOfferedBy(policy) || order.Identifiers.Count is < 1 or > 4 || order.Identifiers.Any(id => !policy.Identifiers.Contains(id.Type)))
            return ProblemCodes.ChoicesNotOffered;
        return writer.Write(policy, order.Choices, order.Identifiers, clock.GetUtcNow()) is { } consent ? consent : ProblemCodes.Unavailable;
    }

    private Task<KeptConsent> KeepAsync(string key, AuthoriseRequest request, WrittenConsent consent, TimeSpan kept, CancellationToken ct) =>
        first.KeepAsync(Kept, key, new KeptConsent(request, consent.SubmittedAt, consent.Choices.TermDays), clock.GetUtcNow() + kept, ct);

    private async Task<Answer<ConsentGrant>> AuthoriseAsync(KeptConsent kept, string key, CancellationToken ct)
    {
        var answer = await calls.CallAsync(TrustedPartyCatalogue.Authorise, kept.Request, key, ct);
        if (answer.Value is not { } granted)
            return answer.Problem!;
        if (receipts.Proves(granted, kept))
        {
            return new ConsentGrant(
                granted.Aid, granted.AuthorisationId, granted.ConsentedAt, granted.ExpiresAt, granted.Assurance, granted.Receipt.Leaves.Max(leaf => leaf.Index), granted.Receipt);
        }

        logger.Warn($"The receipt of authorisation {granted.AuthorisationId} proves nothing; it is not used.");
        return ProblemCodes.Unavailable;
    }
}
