namespace Ascs.TrustedParty.Workflow;

/// <summary>What one event made of a dispatch.</summary>
/// <param name="State">The state now; the same object when nothing changed.</param>
/// <param name="Commands">What is to be done in that state. All of it, not only what is new.</param>
/// <param name="Durable">
/// True when the state must be stored before anything else happens. False when losing it does no harm: the work behind it is then repeated and repeats nothing.
/// </param>
internal sealed record SendStep(SendState State, IReadOnlyList<SendCommand> Commands, bool Durable);
