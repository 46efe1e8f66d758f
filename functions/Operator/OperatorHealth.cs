using Ascs.Operator.Deliveries;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator;

/// <summary>What an operator's /health tells: no part of it is about a person.</summary>
public sealed class OperatorHealth
{
    private readonly OperatorStart _start;
    private readonly SubscriberDirectory _subscribers;
    private readonly OpenChunks _chunks;

    internal OperatorHealth(OperatorStart start, SubscriberDirectory subscribers, OpenChunks chunks) => (_start, _subscribers, _chunks) = (start, subscribers, chunks);

    /// <summary>True once the state was read back and orders are taken.</summary>
    public bool IsStarted => _start.IsDone;

    /// <summary>True when subscriber rows are in force.</summary>
    public bool HasSubscribers => _subscribers.Head is not null;

    /// <summary>Calls whose orders are not all final.</summary>
    public int OpenChunks => _chunks.Count;
}
