using System.Collections.Concurrent;
using Ascs.Hosts.Handset.Store;

namespace Ascs.Hosts.Handset.Receipts;

/// <summary>Wakes long polls when their gateway has news.</summary>
internal sealed class EventBell
{
    private readonly ConcurrentDictionary<long, Doorbell> _bells = new();

    internal Task Next(long gateway) => Of(gateway).Next;

    internal void Ring(long gateway) => Of(gateway).Ring();

    private Doorbell Of(long gateway) => _bells.GetOrAdd(gateway, _ => new Doorbell());
}
