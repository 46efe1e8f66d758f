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
        var view = await ViewAsync(orders, read, ct);
        var changed = new List<(SubscriberTag, Link, string)>();
        foreach (var (tag, group) in orders)
        {
            var stored = read.GetValueOrDefault(tag);
            var link = stored?.Value;
            foreach (var order in group)
            {
                var conversion = view.Convert(order);
                var decision = DecideHandOver.Decide(CaseOf(order, link, conversion), view.Now);
                decided[order] = decision;
                if (decision is HandOverDecision.HandOver) link = Intend(link!, order, (Conversion.To)conversion!, view);
            }

            if (link is not null && !ReferenceEquals(link, stored!.Value)) changed.Add((tag, link, stored.ETag));
        }

        return await links.WriteAsync(changed, ct);
    }

    // An import may put other rows in force while these are read: the view is taken anew, so that it is of one time and of one version throughout.
    private async Task<HandOverView> ViewAsync(
        Dictionary<SubscriberTag, OpenOrder[]> orders, Dictionary<SubscriberTag, Stored<Link>> read, CancellationToken ct)
    {
        var pins = PinsOf(orders, read);
        while (true)
        {
            var view = new HandOverView(time.GetUtcNow(), subscribers.Head?.Version, pins, HandOverView.Nobody);
            view = view with { Holders = await subscribers.HoldersAsync(view.Unsure(), ct) };
            if (subscribers.Head?.Version == view.Rows) return view;
        }
    }

    private Dictionary<OpenOrder, (LinkAuthorisation, Pin)> PinsOf(Dictionary<SubscriberTag, OpenOrder[]> orders, Dictionary<SubscriberTag, Stored<Link>> read)
    {
        var pins = new Dictionary<OpenOrder, (LinkAuthorisation, Pin)>();
        foreach (var (tag, group) in orders)
            foreach (var order in group)
                if (read.GetValueOrDefault(tag)?.Value.Find(order.Authorisation) is { } authorisation)
                    pins[order] = (authorisation, keys.Open(authorisation.Pin, tag, authorisation.Id));
        return pins;
    }

    private HandOverCase CaseOf(OpenOrder order, Link? link, Conversion? conversion)
    {
        var (contents, wire) = (order.Chunk.Contents!, Of(order));
        var context = contents.Contexts[wire.Context];
        return new(wire, context, order.Chunk.Id, link, conversion, texts.Of(context, wire));
    }

    private Link Intend(Link link, OpenOrder order, Conversion.To to, HandOverView view)
    {
        var (wire, at) = (Of(order), UnixTime.From(view.Now));
        var port = texts.Port(order.Chunk.Contents!.Contexts[wire.Context]);
        return link.With(link.Find(wire.AuthorisationId)! with { CheckedRows = view.Rows, CheckedUntil = to.Until })
            .Intend(wire.OrderId, order.Chunk.Id, wire.AuthorisationId, port, at);
    }

    private static DeliveryOrder Of(OpenOrder order) => order.Chunk.Contents!.Orders[order.Index];
}
