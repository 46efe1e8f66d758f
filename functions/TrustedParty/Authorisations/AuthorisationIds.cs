using System.Buffers.Binary;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>The id of an authorisation follows from who asked and under which idempotency key, so that a call repeated after a crash is the same authorisation.</summary>
internal static class AuthorisationIds
{
    /// <summary>First 16 bytes of SM3 over `ascs-authorisation-1|enterprise|key`. It need not be secret: it opens nothing, and no key has a `|`.</summary>
    public static AuthorisationId Of(EnterpriseId enterprise, string idempotencyKey)
    {
        var hash = Sm3.Hash(Encoding.UTF8.GetBytes($"ascs-authorisation-1|{enterprise}|{idempotencyKey}"));
        return AuthorisationId.From(Base32.Encode128(BinaryPrimitives.ReadUInt128BigEndian(hash)));
    }
}
