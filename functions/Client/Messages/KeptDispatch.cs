using Ascs.Contracts;

namespace Ascs.Client.Messages;

/// <summary>The encrypted dispatch of one key, kept until the trusted party has forgotten the key too.</summary>
/// <param name="Request">What is sent, the same bytes at every retry.</param>
/// <param name="Salt">Random, so that what follows tells nobody a short code.</param>
/// <param name="Fingerprint">Of the message as ordered: another one under the same key is refused.</param>
internal sealed record KeptDispatch(CreateDispatchRequest Request, byte[] Salt, byte[] Fingerprint);
