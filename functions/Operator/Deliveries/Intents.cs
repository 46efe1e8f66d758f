using Ascs.Contracts;
using Ascs.Operator.Keys;
using Ascs.Operator.Links;
using Ascs.Operator.Subscribers;
using Ascs.Operator.Templates;
using Ascs.Storage;

namespace Ascs.Operator.Deliveries;

/// <summary>
/// Decides orders and records the intents to hand over, in the links, by etag: the write that records an intent is the write that saw no block. The single
/// random-key write of an order.
/// </summary>
internal sealed class Intents(LinkStore links, SubscriberDirectory subscribers, OperatorKeys keys, MessageText texts, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Decides every order; when it returns, the intents of those to hand over are durable.</summary>
    public async Task<Dictionary<OpenOrder, HandOverDecision>> RecordAsync(IReadOnlyCollection<OpenOrder> orders, CancellationToken ct)
    {
        var decided = new Dictionary<OpenOrder, HandOverDecision>(orders.Count);
        var rest = orders.GroupBy(o => Of(o).Tag).ToDictionary(g => g.Key, g => g.ToArray());
        while (rest.Count > 0)
        {
            try
            {
                var again = await TryAsync(rest, decided, ct);
                rest = rest.Where(r => again.Contains(r.Key)).ToDictionary();
            }
            catch (StoreUnavailableException)
            {
                // Some intents may be there, some not: reading them again tells. Nothing was handed over yet.
                await Task.Delay(Pause, time, ct);
            }
        }

        return decided;
    }

    private async Task<IReadOnlyList<SubscriberTag>> TryAsync(
        Dictionary<SubscriberTag, OpenOrder[]> orders, Dictionary<OpenOrder, HandOverDecision> decided, CancellationToken ct)
    {
        var read = await links.ReadAsync(orders.Keys, ct);
        var (pins, holders) = await PinsAsync(orders, read, ct);
        var (now, rows) = (time.GetUtcNow(), subscribers.Head?.Version);
        var changed = new List<(SubscriberTag, Link, string)>();
        foreach (var (tag, group) in orders)
        {
            var stored = read.GetValueOrDefault(tag);
            var link = stored?.Value;
            foreach (var order in group)
            {
                var conversion = Convert(link, order, pins, holders, rows, now);
                var decision = DecideHandOver.Decide(CaseOf(order, link, conversion), now);
                decided[order] = decision;
                if (decision is HandOverDecision.HandOver) link = Intend(link!, order, (Conversion.To)conversion!, rows, now);
            }

            if (link is not null && !ReferenceEquals(link, stored!.Value)) changed.Add((tag, link, stored.ETag));
        }

        return await links.WriteAsync(changed, ct);
    }

    /// <summary>The pins of all orders, and the holders of those numbers that the link does not vouch for under the rows in force.</summary>
    private async Task<(Dictionary<OpenOrder, Pin>, IReadOnlyDictionary<PhoneNumber, IReadOnlyList<Holding>>)> PinsAsync(
        Dictionary<SubscriberTag, OpenOrder[]> orders, Dictionary<SubscriberTag, Stored<Link>> read, CancellationToken ct)
    {
        var (pins, unsure) = (new Dictionary<OpenOrder, Pin>(), new HashSet<PhoneNumber>());
        var (now, rows) = (time.GetUtcNow(), subscribers.Head?.Version);
        foreach (var (tag, group) in orders)
        {
            if (!read.TryGetValue(tag, out var link)) continue;
            foreach (var order in group)
            {
                if (link.Value.Find(order.Authorisation) is not { } authorisation) continue;
                var pin = pins[order] = keys.Open(authorisation.Pin, tag, authorisation.Id);
                if (!IsSure(authorisation, rows, now)) unsure.Add(pin.Number);
            }
        }

        return (pins, await subscribers.HoldersAsync(unsure, ct));
    }

    private static Conversion? Convert(
        Link? link, OpenOrder order, Dictionary<OpenOrder, Pin> pins, IReadOnlyDictionary<PhoneNumber, IReadOnlyList<Holding>> holders, string? rows, DateTimeOffset now)
    {
        if (link?.Find(order.Authorisation) is not { } authorisation || !pins.TryGetValue(order, out var pin)) return null;
        return IsSure(authorisation, rows, now)
            ? new Conversion.To(pin.Number, authorisation.CheckedUntil)
            : ConvertNumber.Decide(pin.Subscriber, pin.Number, holders.GetValueOrDefault(pin.Number) ?? [], now);
    }

    private static bool IsSure(LinkAuthorisation authorisation, string? rows, DateTimeOffset now) =>
        rows is not null && authorisation.CheckedRows == rows && now.ToUnixTimeSeconds() < authorisation.CheckedUntil;

    private HandOverCase CaseOf(OpenOrder order, Link? link, Conversion? conversion)
    {
        var (contents, wire) = (order.Chunk.Contents!, Of(order));
        var context = contents.Contexts[wire.Context];
        return new(wire, context, order.Chunk.Id, link, conversion, texts.Of(context, wire));
    }

    private Link Intend(Link link, OpenOrder order, Conversion.To to, string? rows, DateTimeOffset now)
    {
        var (wire, at) = (Of(order), UnixTime.From(now));
        var port = texts.Port(order.Chunk.Contents!.Contexts[wire.Context]);
        return link.With(link.Find(wire.AuthorisationId)! with { CheckedRows = rows, CheckedUntil = to.Until })
            .Intend(wire.OrderId, order.Chunk.Id, wire.AuthorisationId, port, at);
    }

    private static DeliveryOrder Of(OpenOrder order) => order.Chunk.Contents!.Orders[order.Index];
}
