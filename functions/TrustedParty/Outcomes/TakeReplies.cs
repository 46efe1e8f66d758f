using System.Globalization;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Journal;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Events;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>
/// Replies reach the enterprise under the AID (ISC-6.1.3.2), as ciphertext for its inbox key. A reply that opts out withdraws the authorisation first: whoever
/// learns of it can rely on it.
/// </summary>
internal sealed class TakeReplies(IAidRecords aids, IRevocations revocations, IEventOutbox events, ILogger<TakeReplies> logger)
{
    /// <summary>Takes the replies of a report; again has no further effect.</summary>
    public async Task RunAsync(InboxReport report, CancellationToken ct)
    {
        for (var i = 0; i < report.Items.Count; i++)
            if (report.Items[i].Kind is OutcomeKind.Reply or OutcomeKind.OptOut) await TakeAsync(report, report.First + i, report.Items[i], ct);
    }

    private async Task TakeAsync(InboxReport report, long sequence, OutcomeItem item, CancellationToken ct)
    {
        var home = report.Signed.Operator;
        // Only the home operator speaks for a subscriber.
        if (await aids.FindByAuthorisationAsync(item.AuthorisationId, ct) is not { } record || record.OperatorId != home)
        {
            logger.Warn($"{home} reported a reply to {item.AuthorisationId}, which is not one of its own");
            return;
        }

        var optOut = item.Kind == OutcomeKind.OptOut;
        if (optOut) await revocations.RevokeAsync([record], RevokedBy.PersonByReply, report.Signed.Author, ct);
        var data = new ReplyEvent(item.SenderId!.Value, optOut, item.Reply, item.At);
        var key = string.Create(CultureInfo.InvariantCulture, $"reply-{sequence:D15}-{home}");
        var reply = new PendingEvent(EventTypes.Reply, record.Aid, item.At.ToTime(), JsonSerializer.SerializeToElement(data, WireJson.Default.ReplyEvent));
        await events.AppendAsync(record.EnterpriseId, key, [reply], ct);
    }
}
