using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Calls;

/// <summary>
/// The signed caller: mutual TLS, message signature, author signature where the endpoint asks for one, retries with the same idempotency key, answer's signature checked.
/// </summary>
public interface IPlatformCaller
{
    /// <summary>
    /// Calls a peer. A peer that can't be reached, or whose answer does not verify, is the problem UNAVAILABLE after a few quick tries; callers that must succeed try again later with the same key.
    /// </summary>
    /// <param name="peer">Whom.</param>
    /// <param name="endpoint">What.</param>
    /// <param name="request">The body.</param>
    /// <param name="idempotencyKey">16 to 64 characters of [0-9A-Za-z_-]; required exactly when the endpoint is idempotent.</param>
    /// <param name="cancellationToken">Stops waiting; the call may still have been carried out.</param>
    Task<Answer<TAnswer>> CallAsync<TRequest, TAnswer>(
        Peer peer, Endpoint<TRequest, TAnswer> endpoint, TRequest request, string? idempotencyKey, CancellationToken cancellationToken)
        where TRequest : class
        where TAnswer : class;
}
