using Ascs.Contracts;

namespace Ascs.Operator.Deliveries;

/// <summary>A chunk whose orders are not all final, in memory. Its states are changed by the journal's loop alone; everyone may read them.</summary>
internal sealed class OpenChunk
{
    // Let go of once every order has left state a: afterwards nothing needs contents.
    private volatile ChunkOrders? _orders;

    public OpenChunk(string id, ChunkOrders orders, ChunkStates? states)
    {
        (Id, _orders, ReceivedAt) = (id, orders, orders.ReceivedAt);
        SubmittedAt = states?.SubmittedAt ?? orders.ReceivedAt;
        Orders = new OpenOrder[orders.Orders.Count];
        for (var i = 0; i < Orders.Length; i++)
            Orders[i] = new(this, i, orders.Orders[i].OrderId, orders.Orders[i].AuthorisationId, states is null ? OrderState.Accepted : (OrderState)states.States[i]);
    }

    public string Id { get; }

    public UnixTime ReceivedAt { get; }

    /// <summary>Owned by the journal.</summary>
    public UnixTime SubmittedAt { get; set; }

    public OpenOrder[] Orders { get; }

    /// <summary>Contents; null once no order needs them.</summary>
    public ChunkOrders? Contents => _orders;

    /// <summary>Every order is final.</summary>
    public bool IsDone => Array.TrueForAll(Orders, o => OrderMoves.IsFinal(o.State));

    public ChunkStates ToStates() => new(string.Create(Orders.Length, Orders, static (chars, orders) =>
    {
        for (var i = 0; i < chars.Length; i++) chars[i] = (char)orders[i].State;
    }), SubmittedAt);

    /// <summary>Lets go of contents when no order needs them.</summary>
    public void Slim()
    {
        if (_orders is not null && !Array.Exists(Orders, o => o.State == OrderState.Accepted)) _orders = null;
    }
}
