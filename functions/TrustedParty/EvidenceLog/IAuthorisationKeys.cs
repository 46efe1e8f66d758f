using Ascs.Contracts;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>One SM4 key (16 bytes) an authorisation, wrapped, in the key store: it encrypts its documents and makes its salts. Destroying it deletes both.</summary>
internal interface IAuthorisationKeys
{
    /// <summary>The key, made and stored durably at first call.</summary>
    Task<byte[]> GetOrCreateAsync(AuthorisationId authorisation, CancellationToken cancellationToken);

    /// <summary>The keys that exist, cached in bounded memory; destroyed ones are absent.</summary>
    Task<IReadOnlyDictionary<AuthorisationId, byte[]>> ReadManyAsync(IReadOnlyCollection<AuthorisationId> authorisations, CancellationToken cancellationToken);
}
