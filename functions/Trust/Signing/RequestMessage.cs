namespace Ascs.Trust.Signing;

/// <summary>A request as a signature sees it, on either side of the wire.</summary>
/// <param name="Method">Upper-case HTTP method.</param>
/// <param name="TargetUri">Absolute target URI as the caller asked for it, e.g. <c>https://tp.example/v1/dispatches/create</c>; see <see cref="HttpMessages"/>.</param>
/// <param name="Fields">The request's fields.</param>
public sealed record RequestMessage(string Method, string TargetUri, FieldLookup Fields);
