using Ascs.Contracts;

namespace Ascs.Operator.Links;

/// <summary>
/// Everything the operator remembers of one subscriber at one enterprise, in one document, so that one write can ask "blocked? too late?" and record the
/// intent to hand over at the same time (the etag is the lock).
/// </summary>
/// <param name="Enterprise">Whose tag it is.</param>
/// <param name="Authorisations">Recognised and not long over.</param>
/// <param name="Intents">Newest last; see <see cref="LinkIntent"/>.</param>
/// <param name="Ports">The newest order of each port, for replies.</param>
internal sealed record Link(
    EnterpriseId Enterprise, IReadOnlyList<LinkAuthorisation> Authorisations, IReadOnlyList<LinkIntent> Intents, IReadOnlyList<LinkPort> Ports)
{
    /// <summary>Intents kept in any case.</summary>
    public const int IntentsKept = 32;

    /// <summary>Intents taken within <see cref="LinkIntent.Window"/>; an enterprise that wants more to one person must wait.</summary>
    public const int IntentsTaken = 256;

    /// <summary>The authorisation of an id, or null.</summary>
    public LinkAuthorisation? Find(AuthorisationId id) => Authorisations.FirstOrDefault(a => a.Id == id);

    /// <summary>The intent of an order, or null.</summary>
    public LinkIntent? Intent(OrderId order) => Intents.FirstOrDefault(i => i.Order == order);

    /// <summary>True when it holds as many young intents as are taken. Old ones do not count: they are dropped only when the next is recorded.</summary>
    public bool IsFull(UnixTime now) => Intents.Count >= IntentsTaken && Intents.Count(i => i.IsYoung(now)) >= IntentsTaken;

    /// <summary>With another state of one authorisation.</summary>
    public Link With(LinkAuthorisation changed) => this with { Authorisations = [.. Authorisations.Select(a => a.Id == changed.Id ? changed : a)] };

    /// <summary>With the intent to hand over an order.</summary>
    public Link Intend(OrderId order, string chunk, AuthorisationId authorisation, SenderId port, UnixTime now)
    {
        var kept = Intents.Count < IntentsKept ? Intents : [.. Intents.Where((intent, i) => i >= Intents.Count - IntentsKept + 1 || intent.IsYoung(now))];
        return this with
        {
            Intents = [.. kept, new(order, chunk, now)],
            Ports = [.. Ports.Where(p => p.Port != port), new(port, order, authorisation, now)],
        };
    }
}
