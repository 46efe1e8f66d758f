using System.Buffers.Text;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Sealed ids as bytes. The trusted party can't open them.</summary>
internal static class SealBytes
{
    /// <summary>How orders name it: SM3 of its bytes.</summary>
    public static Digest NameOf(string seal) => Digest.From(Sm3.Hash(Base64Url.DecodeFromChars(seal)));

    /// <summary>All seals of a request by name: identifiers in order, seals in ordinal order of their operators.</summary>
    public static IReadOnlyList<Digest> Names(IReadOnlyList<SealedIdentifier> identifiers) =>
        [.. identifiers.SelectMany(id => id.Seals.OrderBy(s => s.Key.ToString(), StringComparer.Ordinal)).Select(s => NameOf(s.Value))];

    /// <summary>The seals an operator can open, in the order of the identifiers.</summary>
    public static IReadOnlyList<string> For(OperatorId operatorId, IReadOnlyList<SealedIdentifier> identifiers) =>
        [.. identifiers.Select(id => id.Seals.GetValueOrDefault(operatorId)).OfType<string>()];
}
