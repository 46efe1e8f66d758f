using Ascs.Hosts.Handset.Store;

namespace Ascs.Hosts.Handset.Receipts;

/// <summary>Wakes the release of receipts when one falls due earlier than the one it waits for.</summary>
internal sealed class ReceiptClock
{
    private readonly Doorbell _bell = new();
    private long _waitingFor = long.MaxValue;

    internal Task Earlier => _bell.Next;

    internal void WaitFor(long? due) => Interlocked.Exchange(ref _waitingFor, due ?? long.MaxValue);

    internal void Expect(long due)
    {
        if (due < Interlocked.Read(ref _waitingFor)) _bell.Ring();
    }
}
