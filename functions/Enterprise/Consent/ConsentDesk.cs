using Ascs.Contracts;
using Ascs.Enterprise.Pages;
using Ascs.Storage;
using Ascs.Trust.Sealing;

namespace Ascs.Enterprise.Consent;

/// <summary>Turns choices into a prepared consent: exact text, seals, and what the browser carries to the trusted party.</summary>
internal sealed class ConsentDesk(
    ConsentSessions sessions, ConsentRecords records, ConsentWriter writer, EnterpriseOptions options, TimeProvider time)
{
    /// <summary>How long a person may take to confirm.</summary>
    public static readonly TimeSpan ConfirmWithin = TimeSpan.FromMinutes(10);

    // A confirmation that ends while the person reads would only send them round in a circle.
    private static readonly TimeSpan TooLate = TimeSpan.FromMinutes(2);

    /// <summary>The prepared consent; the one prepared last when nothing has changed, so that a reload shows the same bytes. Null when a partner's key is missing.</summary>
    public async Task<ConsentRecord?> PrepareAsync(Visitor visitor, Stored<ConsentSession> session, ServicePolicy policy, ConsentChoices choices, CancellationToken ct)
    {
        if (await LastAsync(session.Value, ConsentWriter.HashOf(ConsentText.For(policy, choices)), ct) is { } last)
            return last;
        if (sessions.Identifiers(session) is not { } identifiers || Make(visitor, policy, choices, identifiers) is not { } record)
            return null;
        await records.AddAsync(record, ct);
        var isFirst = await sessions.ChangeAsync(session, session.Value with { Prepared = record.Nonce }, ct);
        return isFirst ? record : await AgainAsync(visitor, policy, choices, ct);
    }

    // Another request of this browser was faster: its showing counts when it is the same, and both converge.
    private async Task<ConsentRecord?> AgainAsync(Visitor visitor, ServicePolicy policy, ConsentChoices choices, CancellationToken ct) =>
        await sessions.FindAsync(visitor.Partition, ct) is { Value.Settled: null } session ? await PrepareAsync(visitor, session, policy, choices, ct) : null;

    private async Task<ConsentRecord?> LastAsync(ConsentSession session, Digest hash, CancellationToken ct) =>
        session.Prepared is { } nonce && await records.FindAsync(nonce, ct) is { Value: { State: ConsentState.Prepared } last }
        && last.TextHash == hash && time.GetUtcNow() + TooLate < last.ExpiresAt.ToTime() ? last : null;

    private ConsentRecord? Make(Visitor visitor, ServicePolicy policy, ConsentChoices choices, IReadOnlyList<DeviceIdentifier> identifiers)
    {
        var now = time.GetUtcNow();
        if (writer.Write(policy, choices, identifiers, now) is not { } written)
            return null;
        var until = now + ConfirmWithin;
        var signed = writer.Confirm(written, new Uri(options.PublicAddress, EnterpriseCatalogue.ConsentReturn.Route), until);
        return new ConsentRecord(
            written.Nonce, policy.ServiceId, policy.Version, choices, written.Text, written.TextHash, written.SubmittedAt, UnixTime.From(until), visitor.Partition,
            signed, written.Identifiers, [new ConsentStep(ConsentState.Prepared, UnixTime.From(now))]);
    }
}
