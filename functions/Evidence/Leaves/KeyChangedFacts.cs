using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Leaves;

/// <summary>A party's public key was added, replaced or withdrawn. Salted under the log's own leaf key: it belongs to no authorisation.</summary>
/// <param name="Party">PlatID of the key's owner.</param>
/// <param name="KeyName">Which of its keys: author, seal, inbox, log ...</param>
/// <param name="NewKey">Fingerprint of the new key; null when withdrawn.</param>
/// <param name="OldKey">Fingerprint of the key it replaces; null for the first.</param>
/// <param name="Statement">SM3 of the signed key statement; null when withdrawn without one.</param>
public sealed record KeyChangedFacts(string Party, string KeyName, string? NewKey, string? OldKey, Hash256? Statement) : LeafFacts(LeafKind.KeyChanged)
{
    /// <inheritdoc/>
    public override IReadOnlyList<FieldValue> Fields =>
    [
        Text(LeafField.By, Party),
        Text(LeafField.KeyName, KeyName),
        Text(LeafField.NewKey, NewKey),
        Text(LeafField.OldKey, OldKey),
        Hash(LeafField.Statement, Statement),
    ];
}
