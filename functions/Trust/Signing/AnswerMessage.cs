namespace Ascs.Trust.Signing;

/// <summary>An answer as a signature sees it, together with the request it answers.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Fields">The answer's fields.</param>
/// <param name="Request">The request, with its <c>Signature</c> field: the answer's signature covers that signature's bytes.</param>
public sealed record AnswerMessage(int Status, FieldLookup Fields, RequestMessage Request);
