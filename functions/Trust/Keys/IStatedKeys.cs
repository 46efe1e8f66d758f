using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Keys;

/// <summary>Reads what a platform serves at <c>/v1/keys</c>.</summary>
internal interface IStatedKeys
{
    /// <summary>The statements of one owner, as one who states or hands them on gives them out.</summary>
    Task<KeyAnswer> ReadAsync(Peer host, PlatId owner, CancellationToken cancellationToken);
}
