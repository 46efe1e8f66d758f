using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>What the engine has to do for a dispatch. Equal commands are the same one: an engine has each at most once at work.</summary>
internal abstract record SendCommand
{
    /// <summary>Wait, then tell <see cref="SendEvent.Due"/>.</summary>
    public sealed record WaitUntil(UnixTime At) : SendCommand;

    /// <summary>Decide every undecided recipient for now and count the allowed ones; tell <see cref="SendEvent.Verified"/>.</summary>
    public sealed record Verify : SendCommand;

    /// <summary>Hand all orders that this operator does not hold yet to it; tell <see cref="SendEvent.Submitted"/> or <see cref="SendEvent.GaveUp"/>.</summary>
    public sealed record SubmitOrders(OperatorId Operator) : SendCommand;

    /// <summary>Wait for outcomes until then; then tell <see cref="SendEvent.DeadlineReached"/>.</summary>
    public sealed record AwaitOutcomes(UnixTime Deadline) : SendCommand;

    /// <summary>Make the round's leaves, records and events; tell <see cref="SendEvent.Attested"/>.</summary>
    public sealed record Attest(int Round) : SendCommand;

    /// <summary>Nothing is left to do.</summary>
    public sealed record Finish : SendCommand;
}
