using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Leaves;

/// <summary>A committed field as it stands in a leaf.</summary>
/// <param name="Field">Its number; may be one that this version doesn't know.</param>
/// <param name="Commitment">HMAC-SM3 over label and value under the field's salt.</param>
public readonly record struct FieldCommitment(LeafField Field, Hash256 Commitment);
