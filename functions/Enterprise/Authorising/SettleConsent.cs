using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Subscriptions;
using Ascs.Storage;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Enterprise.Authorising;

/// <summary>
/// Carries a confirmed consent to its end. Every step is written before the next begins and repeating any of them changes nothing, so a reload, a second tab or a
/// restart in between converges on the same authorisation:
/// 1 the session says which showing counts, 2 the record is confirmed, 3 the exact request is kept, 4 it is sent, 5 the receipt is proved, 6 the subscription is
/// added, 7 the record is authorised and the request forgotten.
/// A consent whose result never comes back authorises nothing: the rules would allow an ENTERPRISE_ONLY authorisation, this platform makes none without the person.
/// </summary>
internal sealed class SettleConsent(
    ConsentSessions sessions, ConsentRecords records, Authorise authorise, ReceiptCheck receipts, SubscriptionStore subscriptions, ManageCodes codes,
    VisitorGrants grants, TimeProvider time, ILogger<SettleConsent> logger)
{
    /// <summary>A click older than this is refused, here as at the trusted party.</summary>
    public static readonly TimeSpan ClickLifetime = TimeSpan.FromMinutes(15);

    // Clocks of two platforms.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Takes a verified result.</summary>
    public async Task<ReturnOutcome> RunAsync(ConfirmationResult result, CancellationToken ct)
    {
        while (await records.FindAsync(result.ConsentNonce, ct) is { } record)
        {
            if (await StepAsync(record, result, ct) is { } outcome)
                return outcome;
        }

        return new ReturnOutcome.Over();
    }

    // Null: somebody else was faster or a state was left; look again.
    private Task<ReturnOutcome?> StepAsync(Stored<ConsentRecord> record, ConfirmationResult result, CancellationToken ct) => record.Value.State switch
    {
        ConsentState.Prepared when !IsInTime(record.Value, result) => Ended(new ReturnOutcome.Over()),
        ConsentState.Prepared when !result.Confirmed => DeclineAsync(record, ct),
        ConsentState.Prepared => ConfirmAsync(record, ct),
        ConsentState.Confirmed => AuthoriseAsync(record, ct),
        ConsentState.Declined => Ended(new ReturnOutcome.Declined()),
        ConsentState.Refused => Ended(new ReturnOutcome.Refused(record.Value.Steps[^1].Code!)),
        _ => ShowAsync(record.Value, ct),
    };

    private bool IsInTime(ConsentRecord record, ConfirmationResult result)
    {
        var (at, now) = (result.At.ToTime(), time.GetUtcNow());
        return at >= record.SubmittedAt.ToTime() - Skew && at <= record.ExpiresAt.ToTime() + Skew && at <= now + Skew && now - at <= ClickLifetime;
    }

    private async Task<ReturnOutcome?> DeclineAsync(Stored<ConsentRecord> record, CancellationToken ct)
    {
        await sessions.EndAsync(record.Value.Visit, ct);
        await records.FinishAsync(record, record.Value.Enter(ConsentState.Declined, time.GetUtcNow()), [], ct);
        return null;
    }

    private async Task<ReturnOutcome?> ConfirmAsync(Stored<ConsentRecord> record, CancellationToken ct)
    {
        if (!await sessions.SettleAsync(record.Value.Visit, record.Value.Nonce, ct))
            return new ReturnOutcome.SettledBefore();
        await records.ChangeAsync(record, record.Value.Enter(ConsentState.Confirmed, time.GetUtcNow()), ct);
        return null;
    }

    private async Task<ReturnOutcome?> AuthoriseAsync(Stored<ConsentRecord> record, CancellationToken ct)
    {
        var answer = await authorise.RunAsync(record.Value, ct);
        if (answer.Problem is { } problem)
            return await RefuseAsync(record, problem, ct);
        if (!receipts.Proves(answer.Value!, record.Value))
        {
            logger.Warn($"The receipt of authorisation {answer.Value!.AuthorisationId} proves nothing; it is not used.");
            return new ReturnOutcome.Unproven();
        }

        await GrantAsync(record, answer.Value!, ct);
        return null;
    }

    private async Task<ReturnOutcome?> RefuseAsync(Stored<ConsentRecord> record, Problem problem, CancellationToken ct)
    {
        logger.Note($"authorisations/authorise answered {problem.Code.Code}.");
        if (!Authorise.IsFinal(problem))
            return await records.FindAsync(record.Value.Nonce, ct) is { } now && now.ETag != record.ETag ? null : new ReturnOutcome.TryAgain(); // another tab may have done it
        await records.FinishAsync(record, record.Value.Enter(ConsentState.Refused, time.GetUtcNow(), problem.Code.Code), [], ct);
        return null;
    }

    private async Task GrantAsync(Stored<ConsentRecord> record, AuthoriseAnswer answer, CancellationToken ct)
    {
        var consent = record.Value;
        var status = new AidStatus(answer.Aid, AidState.Active, consent.ServiceId, consent.Choices.Channels, answer.ExpiresAt, answer.Assurance);
        await subscriptions.AddAsync(new Subscription(status, answer.AuthorisationId, consent.Nonce, answer.ConsentedAt), ct);
        await grants.AddAsync(consent.Visit, consent.Nonce, answer.ExpiresAt, ct);
        var shown = await codes.MakeAsync(consent.Nonce, answer.ExpiresAt, ct);
        await records.FinishAsync(record, consent.Enter(ConsentState.Authorised, time.GetUtcNow()) with { Grant = answer }, [shown], ct);
    }

    private async Task<ReturnOutcome?> ShowAsync(ConsentRecord record, CancellationToken ct) =>
        new ReturnOutcome.Done(record, await codes.ShowAsync(record.Nonce, ct));

    private static Task<ReturnOutcome?> Ended(ReturnOutcome outcome) => Task.FromResult<ReturnOutcome?>(outcome);
}
