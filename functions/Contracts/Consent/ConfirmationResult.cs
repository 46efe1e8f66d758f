namespace Ascs.Contracts;

/// <summary>What the trusted party signs and the browser carries back to the enterprise.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="ConsentNonce">The showing.</param>
/// <param name="Confirmed">False when the person declined.</param>
/// <param name="At">When.</param>
public sealed record ConfirmationResult([Version(1)] int V, EnterpriseId EnterpriseId, ConsentNonce ConsentNonce, bool Confirmed, UnixTime At);
