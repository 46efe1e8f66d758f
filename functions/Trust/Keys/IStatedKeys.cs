using Ascs.Trust.Directory;

namespace Ascs.Trust.Keys;

/// <summary>Reads what a platform serves at <c>/v1/keys</c>.</summary>
internal interface IStatedKeys
{
    /// <summary>Its statements and those it hands on, nothing of them judged yet; null when it can't be reached or answers something else.</summary>
    Task<IReadOnlyList<SignedKeyStatement>?> ReadAsync(Peer peer, CancellationToken cancellationToken);
}
