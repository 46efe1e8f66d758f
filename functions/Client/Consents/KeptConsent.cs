using Ascs.Contracts;

namespace Ascs.Client.Consents;

/// <summary>The exact request of one consent, kept until it is of no use: a retry sends the same bytes. It holds no identifier in clear.</summary>
/// <param name="Request">What is sent.</param>
/// <param name="SubmittedAt">When the person submitted.</param>
/// <param name="TermDays">The term chosen.</param>
internal sealed record KeptConsent(AuthoriseRequest Request, UnixTime SubmittedAt, int TermDays);
