namespace Ascs.Contracts;

/// <summary>An endpoint with the types of its bodies.</summary>
/// <typeparam name="TRequest">Body taken.</typeparam>
/// <typeparam name="TAnswer">Body answered.</typeparam>
public sealed record Endpoint<TRequest, TAnswer>(
    string Name, string Method, string Route, Audience Audience, IReadOnlyList<Role> Callers, EndpointLimits Limits, bool Idempotent, bool AuthorSigned)
    : Endpoint(Name, Method, Route, Audience, Callers, Limits, Idempotent, AuthorSigned)
    where TRequest : class
    where TAnswer : class
{
    /// <inheritdoc/>
    public override Type RequestType => typeof(TRequest);

    /// <inheritdoc/>
    public override Type AnswerType => typeof(TAnswer);
}
