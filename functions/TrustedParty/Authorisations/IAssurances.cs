using Ascs.Contracts;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Raises the assurance of a consent.</summary>
internal interface IAssurances
{
    /// <summary>
    /// The subscriber notice arrived: BROWSER becomes SUBSCRIBER_NOTICE, with its leaf. Converges when repeated; does nothing for a revoked authorisation, nor for
    /// one whose person never clicked.
    /// </summary>
    Task RaiseAsync(AuthorisationId authorisation, UnixTime at, CancellationToken cancellationToken);
}
