namespace Ascs.Hosts.Handset.Gateway;

/// <summary>The refusals of the JSON APIs; one list, one translation to HTTP.</summary>
internal sealed record Problem(int Status, string Code, string Title, IReadOnlyList<RuleBroken>? Errors = null)
{
    internal static readonly Problem MethodNotAllowed = new(405, "METHOD_NOT_ALLOWED", "Only POST is answered here.");
    internal static readonly Problem NotFound = new(404, "NOT_FOUND", "There is nothing at this address.");
    internal static readonly Problem NotJson = new(415, "NOT_JSON", "The body must be application/json in UTF-8.");
    internal static readonly Problem TooLarge = new(413, "TOO_LARGE", "The body is larger than 2 MB.");
    internal static readonly Problem Unauthenticated = new(401, "UNAUTHENTICATED", "A known bearer secret is required.");
    internal static readonly Problem NotYours = new(403, "NOT_YOUR_GATEWAY", "The bearer secret belongs to someone else.");
    internal static readonly Problem ForeignHost = new(421, "FOREIGN_HOST", "The handset answers to loopback host names only.");
    internal static readonly Problem CursorAhead = new(409, "CURSOR_AHEAD", "The cursor lies beyond the newest event: this is not the store it came from.");
    internal static readonly Problem Internal = new(500, "INTERNAL", "The handset failed; whether the request took effect is unknown.");

    internal static Problem Malformed(params IReadOnlyList<RuleBroken> errors) => new(400, "MALFORMED", "The body breaks the rules of this call.", errors);

    internal IResult ToResult(HttpContext http) => TypedResults.Json(
        new ProblemBody($"urn:ascs:handset:{Code}", Title, Status, Code, http.TraceIdentifier, Errors), Wire.Default.ProblemBody, "application/problem+json", Status);
}
