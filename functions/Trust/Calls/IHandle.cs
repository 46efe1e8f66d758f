using Ascs.Contracts;

namespace Ascs.Trust.Calls;

/// <summary>
/// Answers an endpoint. It runs behind the gate: the caller is proved, the body read, the idempotency key new.
/// A handler may still be run twice for one key (the host died before the answer was stored), so it must converge.
/// </summary>
/// <typeparam name="TRequest">Body taken.</typeparam>
/// <typeparam name="TAnswer">Body answered.</typeparam>
public interface IHandle<in TRequest, TAnswer>
    where TRequest : class
    where TAnswer : class
{
    /// <summary>Expected refusals are answers; exceptions are bugs and become INTERNAL.</summary>
    Task<Answer<TAnswer>> HandleAsync(TRequest request, Call call, CancellationToken cancellationToken);
}
