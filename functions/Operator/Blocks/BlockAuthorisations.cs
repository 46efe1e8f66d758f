using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Operator.Links;

namespace Ascs.Operator.Blocks;

/// <summary>Blocks authorisations in their links. Once it returns, nothing is handed over under them but what had its intent recorded before.</summary>
internal sealed class BlockAuthorisations(LinkStore links, OpenChunks chunks, TimeProvider time)
{
    /// <summary>Blocks up to 500; answers, in order, how many messages of each have a recorded intent and no final outcome.</summary>
    public async Task<IReadOnlyList<int>> RunAsync(
        IReadOnlyList<(EnterpriseId Enterprise, SubscriberTag Tag, AuthorisationId Authorisation)> blocks, CancellationToken ct)
    {
        var after = new Dictionary<SubscriberTag, Link>();
        var rest = blocks.GroupBy(b => b.Tag).ToDictionary(g => g.Key, g => g.ToArray());
        while (rest.Count > 0)
        {
            var (read, now) = (await links.ReadAsync(rest.Keys, ct), UnixTime.From(time.GetUtcNow()));
            var changed = new List<(SubscriberTag, Link, string)>();
            foreach (var (tag, stored) in read)
            {
                var link = after[tag] = rest[tag].Aggregate(stored.Value, (l, b) => Block(l, b.Enterprise, b.Authorisation, now));
                if (!ReferenceEquals(link, stored.Value)) changed.Add((tag, link, stored.ETag));
            }

            var again = await links.WriteAsync(changed, ct);
            rest = rest.Where(r => again.Contains(r.Key)).ToDictionary();
        }

        return [.. blocks.Select(b => after.TryGetValue(b.Tag, out var link) && link.Enterprise == b.Enterprise ? HandedOver(link, b.Authorisation) : 0)];
    }

    private static Link Block(Link link, EnterpriseId enterprise, AuthorisationId id, UnixTime now) =>
        link.Enterprise == enterprise && link.Find(id) is { BlockedAt: null } authorisation ? link.With(authorisation with { BlockedAt = now }) : link;

    // The link tells which have an intent, the open chunks which of those have no final outcome: receipts need not be written into links.
    private int HandedOver(Link link, AuthorisationId id) =>
        link.Intents.Count(i => chunks.Find(i.Order) is { } order && order.Authorisation == id && order.Chunk.Id == i.Chunk && !OrderMoves.IsFinal(order.State));
}
