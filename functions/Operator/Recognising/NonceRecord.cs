using Ascs.Contracts;
using Ascs.Operator.Links;
using Ascs.Storage;

namespace Ascs.Operator.Recognising;

/// <summary>A consent nonce that was recognised once: it belongs to one authorisation, which may ask again and gets the same answer.</summary>
/// <param name="Authorisation">The authorisation.</param>
/// <param name="Tag">What was answered.</param>
/// <param name="Certain">What was answered.</param>
/// <param name="SealedIds">The sealed ids it came with.</param>
/// <param name="Pin">Sealed <see cref="Pins"/>: a retry pins what the first try pinned.</param>
/// <param name="At">The consent date.</param>
internal sealed record NonceRecord(
    AuthorisationId Authorisation, SubscriberTag Tag, bool Certain, IReadOnlyList<Digest> SealedIds, string Pin, UnixTime At)
{
    public static readonly DocumentSchema<NonceRecord> Schema = new("nonce", 1, OperatorJson.Default.NonceRecord);

    /// <summary>Much longer than a seal is fresh: afterwards its age alone refuses it.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(7);

    public static DocumentKey Key(EnterpriseId enterprise, ConsentNonce nonce) => new($"nonces-{enterprise}", nonce.ToString());

    /// <summary>The same authorisation with the same seals.</summary>
    public bool IsOf(AuthorisationId authorisation, IReadOnlyList<Digest> sealedIds) =>
        Authorisation == authorisation && SealedIds.Count == sealedIds.Count && SealedIds.All(sealedIds.Contains);
}
