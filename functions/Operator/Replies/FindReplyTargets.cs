using Ascs.Contracts;
using Ascs.Operator.Links;

namespace Ascs.Operator.Replies;

/// <summary>
/// What a reply to a port concerns: the newest order of 30 days from that port, else every authorisation of the enterprises behind it. From the operator's own
/// notice port only ever the newest, as it speaks for everyone. Pure.
/// </summary>
internal static class FindReplyTargets
{
    /// <summary>How long an order is what a reply answers.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromDays(30);

    /// <param name="links">The links of the number's present holder, pinned to that number.</param>
    /// <param name="port">The port replied to.</param>
    /// <param name="isNoticePort">True for the operator's own.</param>
    /// <param name="isPortOf">Whether an enterprise promises to write from the port.</param>
    /// <param name="now">When it was written.</param>
    public static IReadOnlyList<ReplyTarget> Find(
        IReadOnlyList<(SubscriberTag Tag, Link Link)> links, SenderId port, bool isNoticePort, Func<EnterpriseId, bool> isPortOf, DateTimeOffset now)
    {
        var newest = links.SelectMany(l => l.Link.Ports, (l, p) => (l.Tag, l.Link, Port: p)).Where(c => c.Port.Port == port)
            .OrderByDescending(c => c.Port.At).Cast<(SubscriberTag Tag, Link Link, LinkPort Port)?>().FirstOrDefault();
        if (newest is { } n && (isNoticePort || now - n.Port.At.ToTime() < Window))
            return [new(n.Link.Enterprise, n.Tag, n.Port.Authorisation, n.Port.Order)];
        if (isNoticePort) return [];
        return [.. links.Where(l => isPortOf(l.Link.Enterprise) || l.Link.Ports.Any(p => p.Port == port))
            .SelectMany(l => l.Link.Authorisations.OrderByDescending(a => a.ConsentAt), (l, a) => new ReplyTarget(l.Link.Enterprise, l.Tag, a.Id, null))];
    }
}
