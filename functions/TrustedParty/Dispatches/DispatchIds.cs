using System.Buffers.Binary;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>Dispatch ids follow from what asked for the dispatch, so that a repeated request means the same dispatch (protocol: idempotency).</summary>
internal static class DispatchIds
{
    private static readonly UInt128 RandomPart = (UInt128.One << 80) - 1;

    /// <summary>
    /// The dispatch of a request. Where the caller's key is itself a time-ordered id, so is the dispatch: new documents then land at the end of their index.
    /// </summary>
    public static DispatchId OfRequest(EnterpriseId enterprise, string idempotencyKey)
    {
        var hash = Hash($"ascs dispatch 1|{enterprise}|{idempotencyKey}");
        return From(Base32.IsCanonical(idempotencyKey) ? (Decode(idempotencyKey) & ~RandomPart) | (hash & RandomPart) : hash);
    }

    /// <summary>The notice of an authorisation.</summary>
    public static DispatchId OfNotice(AuthorisationId authorisation) => From(Hash($"ascs notice 1|{authorisation}"));

    private static DispatchId From(UInt128 value) => DispatchId.From(Base32.Encode128(value));

    // The first 128 bits of SM3: nobody can aim at another's id.
    private static UInt128 Hash(string name) => BinaryPrimitives.ReadUInt128BigEndian(Sm3.Hash(Encoding.UTF8.GetBytes(name)));

    private static UInt128 Decode(string base32) => base32.Aggregate(UInt128.Zero, (value, c) => (value << 5) | (UInt128)(uint)Base32.ValueOf(c));
}
