using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.TrustedParty.Dispatches;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>The dispatches in memory, and the room they take.</summary>
internal sealed class LiveSends(InstanceServices services, DispatchOptions options, CancellationToken stopping)
{
    private static readonly TimeSpan IdleWhenFull = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<DispatchId, SendInstance> instances = new();
    private int recipients; // held in memory, of all dispatches

    /// <summary>Whether there is room for more.</summary>
    public bool HasRoom => Volatile.Read(ref recipients) < options.MostRecipientsAtWork;

    /// <summary>Whether it is in memory.</summary>
    public bool Has(DispatchId dispatch) => instances.ContainsKey(dispatch);

    /// <summary>Puts mail before a dispatch, which comes into memory for it.</summary>
    public void Post(DispatchId dispatch, Mail mail)
    {
        while (true)
        {
            var instance = instances.GetOrAdd(dispatch, id => new SendInstance(id, services, this, stopping));
            if (instance.Post(mail)) return;
            Retire(instance);
        }
    }

    /// <summary>It left memory.</summary>
    public void Retire(SendInstance instance) => instances.TryRemove(new(instance.Dispatch, instance));

    /// <summary>So many recipients more, or fewer, are held in memory.</summary>
    public void Resize(int change) => Interlocked.Add(ref recipients, change);

    /// <summary>Who only waits for receipts leaves memory, sooner when others wait for the place.</summary>
    public void RestIdle()
    {
        var idle = HasRoom ? options.IdleTime : IdleWhenFull;
        foreach (var (_, instance) in instances)
            if (services.Time.GetElapsedTime(instance.LastMailAt) > idle) instance.Post(new Mail.Rest());
    }
}
