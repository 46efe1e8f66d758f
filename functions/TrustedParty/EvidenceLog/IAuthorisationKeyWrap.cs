using Ascs.Contracts;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>Wraps authorisation keys for the key store, bound to their authorisation: one can't be put in another's place.</summary>
internal interface IAuthorisationKeyWrap
{
    /// <summary>The key, encrypted under the newest wrapping key.</summary>
    string Wrap(AuthorisationId authorisation, ReadOnlySpan<byte> key);

    /// <summary>The key out of what <see cref="Wrap"/> gave, under whichever version.</summary>
    /// <exception cref="InvalidDataException">Changed, of another authorisation, or under a wrapping key that is gone.</exception>
    byte[] Unwrap(AuthorisationId authorisation, string wrapped);
}
