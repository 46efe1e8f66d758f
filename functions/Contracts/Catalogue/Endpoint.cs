namespace Ascs.Contracts;

/// <summary>
/// One endpoint, defined once: routing, the gate, the OpenAPI document, the caller and both hosts read it here.
/// </summary>
/// <param name="Name">`noun/verb`, also the operation that an author signature names.</param>
/// <param name="Method">POST or PUT for data (CHEAA-4.1.3.3 a); GET only for pages, keys, log reads and health.</param>
/// <param name="Route">Path, starting with `/v1/`.</param>
/// <param name="Audience">Who calls.</param>
/// <param name="Callers">Roles that may call (CHEAA-4.1.2.3: deny by default).</param>
/// <param name="Limits">Limits.</param>
/// <param name="Idempotent">True when the call changes something and therefore needs an Idempotency-Key.</param>
/// <param name="AuthorSigned">True when the act becomes evidence and therefore needs an `ascs-author` signature.</param>
public abstract record Endpoint(
    string Name, string Method, string Route, Audience Audience, IReadOnlyList<Role> Callers, EndpointLimits Limits, bool Idempotent, bool AuthorSigned)
{
    /// <summary>What its calls are signed under.</summary>
    public SessionNeed Session { get; init; }

    /// <summary>Type of the body it takes.</summary>
    public abstract Type RequestType { get; }

    /// <summary>Type of the body it answers with.</summary>
    public abstract Type AnswerType { get; }
}
