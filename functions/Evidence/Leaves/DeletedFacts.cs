using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Leaves;

/// <summary>
/// The key of an authorisation was destroyed, with all copies in reach; its documents and its leaves can't be opened any more. Written after the destruction,
/// and therefore salted under the log's own leaf key.
/// </summary>
/// <param name="Authorisation">Authorisation id.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Reason">Internal reason code.</param>
/// <param name="DestroyedAt">When the key was destroyed.</param>
/// <param name="Granted">Leaf hash of the authorisation's leaf.</param>
public sealed record DeletedFacts(string Authorisation, string By, string Reason, DateTimeOffset DestroyedAt, Hash256 Granted) : LeafFacts(LeafKind.Deleted)
{
    /// <inheritdoc/>
    public override IReadOnlyList<FieldValue> Fields =>
    [
        Text(LeafField.Authorisation, Authorisation),
        Text(LeafField.Reason, Reason),
        Time(LeafField.DecidedAt, DestroyedAt),
        Text(LeafField.By, By),
        Hash(LeafField.Link, Granted),
    ];
}
