using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>A confirmation that an enterprise really asks for.</summary>
/// <param name="Confirmation">What it signed.</param>
/// <param name="Enterprise">Who.</param>
/// <param name="Policy">The policy it is about: the page is made from this and from nothing the request says.</param>
/// <param name="ReturnTo">Where the answer goes.</param>
internal sealed record ConfirmationCase(Confirmation Confirmation, Peer Enterprise, ServicePolicy Policy, Uri ReturnTo);
