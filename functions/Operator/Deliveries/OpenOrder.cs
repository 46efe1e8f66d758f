using Ascs.Contracts;

namespace Ascs.Operator.Deliveries;

/// <summary>An order of an open chunk.</summary>
internal sealed class OpenOrder(OpenChunk chunk, int index, OrderId id, AuthorisationId authorisation, OrderState state)
{
    private volatile OrderState _state = state;

    public OpenChunk Chunk { get; } = chunk;

    public int Index { get; } = index;

    public OrderId Id { get; } = id;

    public AuthorisationId Authorisation { get; } = authorisation;

    /// <summary>Written by the journal's loop alone.</summary>
    public OrderState State
    {
        get => _state;
        set => _state = value;
    }
}
