namespace Ascs.Contracts;

/// <summary>Shorthand for the catalogues.</summary>
internal static class EndpointNames
{
    /// <summary>A call that changes something.</summary>
    public static Endpoint<TRequest, TAnswer> Act<TRequest, TAnswer>(string name, EndpointLimits limits, bool authorSigned, params Role[] callers)
        where TRequest : class
        where TAnswer : class =>
        new(name, "POST", "/v1/" + name, Audience.Platform, callers, limits, Idempotent: true, authorSigned);

    /// <summary>A call that only asks.</summary>
    public static Endpoint<TRequest, TAnswer> Ask<TRequest, TAnswer>(string name, EndpointLimits limits, params Role[] callers)
        where TRequest : class
        where TAnswer : class =>
        new(name, "POST", "/v1/" + name, Audience.Platform, callers, limits, Idempotent: false, AuthorSigned: false);
}
