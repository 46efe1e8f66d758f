using System.Buffers.Text;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Operator.Blocks;
using Ascs.Operator.Gateway;
using Ascs.Operator.Keys;
using Ascs.Operator.Links;
using Ascs.Operator.Subscribers;
using Ascs.Operator.Templates;
using Ascs.Trust.Directory;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Operator.Replies;

/// <summary>
/// A reply: an opt-out blocks at once, then it is reported; anything else goes sealed to the enterprise's inbox key, under the authorisation, never under the
/// number (ISC-6.1.3.2). May be run again for the same reply: blocks are idempotent, and what it reports is durable together with the cursor.
/// </summary>
internal sealed class TakeReply(
    SubscriberDirectory subscribers, NumberTags numbers, LinkStore links, OperatorKeys keys, ApprovedTexts texts, BlockAuthorisations blocks,
    IPlatformDirectory platforms, IPublicKeys publicKeys, OperatorOptions options, ILogger<TakeReply> log)
{
    private const string Inbox = "inbox";

    /// <summary>What to report.</summary>
    public async Task<IReadOnlyList<OutcomeItem>> RunAsync(GatewayReply reply, CancellationToken ct)
    {
        var found = FindReplyTargets.Find(
            await LinksOfAsync(reply, ct), reply.To, reply.To == options.NoticePort, enterprise => texts.IsPortOf(enterprise, reply.To), reply.At.ToTime());
        if (found.Count == 0) return [];
        if (!OptOutWords.IsOptOut(reply.Text)) return [ItemOf(OutcomeKind.Reply, reply, found[0])]; // a word to an enterprise is told once
        await blocks.RunAsync([.. found.Select(t => (t.Enterprise, t.Tag, t.Authorisation))], ct);
        return [.. found.Select(t => ItemOf(OutcomeKind.OptOut, reply, t))];
    }

    // A number that changed hands: its new holder answers for nobody else's authorisations.
    private async Task<List<(SubscriberTag, Link)>> LinksOfAsync(GatewayReply reply, CancellationToken ct)
    {
        var holders = (await subscribers.HoldersAsync([reply.From], ct)).GetValueOrDefault(reply.From) ?? [];
        var read = await links.ReadAsync(await numbers.OfAsync(reply.From, ct), ct);
        var found = new List<(SubscriberTag, Link)>();
        foreach (var (tag, stored) in read)
        {
            var own = stored.Value.Authorisations.Where(a => IsOf(keys.Open(a.Pin, tag, a.Id), reply, holders)).ToArray();
            if (own.Length == 0) continue;
            var ports = stored.Value.Ports.Where(p => own.Any(a => a.Id == p.Authorisation)).ToArray();
            found.Add((tag, stored.Value with { Authorisations = own, Ports = ports }));
        }

        return found;
    }

    private static bool IsOf(Pin pin, GatewayReply reply, IReadOnlyList<Holding> holders) =>
        pin.Number == reply.From && holders.Any(h => h.Subscriber == pin.Subscriber && h.Covers(reply.At.ToTime()));

    private OutcomeItem ItemOf(OutcomeKind kind, GatewayReply reply, ReplyTarget target) =>
        new(kind, reply.At, target.Order, target.Authorisation, null, Seal(ReplyText.Cut(reply.Text, kind), target.Enterprise, reply.To), reply.To);

    // Without a key the enterprise learns that the person wrote, and an opt-out holds; the text goes nowhere.
    private string? Seal(string text, EnterpriseId enterprise, SenderId port)
    {
        if (platforms.Enterprise(enterprise) is not { } peer || publicKeys.Current(peer.PlatId, Inbox) is not { } key)
        {
            log.Warn($"{enterprise} has no inbox key in force: a reply reaches it without its text");
            return null;
        }

        return Base64Url.EncodeToString(Envelope.Seal(key.Key, Encoding.UTF8.GetBytes(text), ReplyBinding.For(enterprise, port)));
    }
}
