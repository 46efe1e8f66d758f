using Ascs.Contracts;
using Ascs.Trust.Keys;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>Mints under the newest key, around AIDs that the enterprise has.</summary>
internal sealed class AidMint(KeyRing ring, IAidRecords records)
{
    /// <summary>An AID that no other authorisation of the enterprise has. Another enterprise with the same 128 bits would not matter: an AID is looked up with its enterprise.</summary>
    public async Task<Aid> MintAsync(EnterpriseId enterprise, SubscriberTag tag, AuthorisationId authorisation, CancellationToken ct)
    {
        var key = ring.Current(KeyNames.Aid);
        for (var counter = 0; ; counter++)
        {
            var aid = MintAid.Mint(key.HmacSm3, key.Record.Version, enterprise, tag, authorisation, counter);
            var taken = await records.ReadManyAsync(enterprise, [aid], ct);
            if (!taken.TryGetValue(aid, out var record) || record.AuthorisationId == authorisation)
                return aid;
        }
    }
}
