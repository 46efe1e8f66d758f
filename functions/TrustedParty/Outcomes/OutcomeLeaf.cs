using Ascs.Evidence.Leaves;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>A recipient's outcome, ready for the log.</summary>
/// <param name="Recipient">Its place.</param>
/// <param name="Fields">What the leaf commits to.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Sealed">The fields under the authorisation's key.</param>
internal sealed record OutcomeLeaf(int Recipient, IReadOnlyList<FieldValue> Fields, Leaf Leaf, string Sealed);
