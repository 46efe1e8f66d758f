using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Hosting;

/// <summary>An endpoint with the types of its bodies and its handler.</summary>
/// <typeparam name="TRequest">Body taken.</typeparam>
/// <typeparam name="TAnswer">Body answered.</typeparam>
/// <typeparam name="THandler">Resolved from the container for each call.</typeparam>
public sealed record BoundEndpoint<TRequest, TAnswer, THandler>(Endpoint<TRequest, TAnswer> Typed) : BoundEndpoint(Typed)
    where TRequest : class
    where TAnswer : class
    where THandler : class, IHandle<TRequest, TAnswer>;
