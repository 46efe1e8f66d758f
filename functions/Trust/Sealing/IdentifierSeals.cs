using System.Buffers.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Sealing;

/// <summary>Seals identifiers, once to each operator they may belong to; nobody else opens them (ISC-6.1.1.3: sent encrypted).</summary>
/// <param name="directory">This platform, which is an enterprise's, and the operators.</param>
/// <param name="keys">Their seal keys.</param>
/// <param name="signer">This platform's author key.</param>
/// <param name="networkCodes">IMSI network codes (MCC and MNC, 5 digits) by operator: the hint at the home operator.</param>
public sealed class IdentifierSeals(
    IPlatformDirectory directory, IPublicKeys keys, IDocumentSigner signer, IReadOnlyDictionary<OperatorId, IReadOnlyList<string>> networkCodes)
{
    private const int NetworkCodeLength = 5;

    /// <summary>The sealed identifiers of one showing; null when an operator's seal key is not known.</summary>
    public IReadOnlyList<SealedIdentifier>? Seal(IReadOnlyList<DeviceIdentifier> identifiers, ConsentNonce nonce, Digest textHash, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        var operators = directory.Operators();
        if (operators.Count == 0 || operators.Any(peer => keys.Current(peer.PlatId, KeyNames.Seal) is null))
            return null;
        return [.. identifiers.Select(identifier => new SealedIdentifier(identifier.Type, HomeOf(identifier), SealOne(identifier, operators, nonce, textHash, now)))];
    }

    private Dictionary<OperatorId, string> SealOne(
        DeviceIdentifier identifier, IReadOnlyList<Peer> operators, ConsentNonce nonce, Digest textHash, DateTimeOffset now)
    {
        var content = new SealedIdContent(1, directory.Self.EnterpriseId!.Value, nonce, textHash, UnixTime.From(now), identifier.Type, identifier.Value);
        var signed = signer.Sign(Operations.SealedId, JsonSerializer.SerializeToUtf8Bytes(content, WireOptions.Strict));
        var plain = JsonSerializer.SerializeToUtf8Bytes(signed, WireOptions.Strict);
        return operators.ToDictionary(
            peer => peer.OperatorId!.Value, peer => Base64Url.EncodeToString(keys.Current(peer.PlatId, KeyNames.Seal)!.Value.Key.Encrypt(plain)));
    }

    /// <summary>The operator that the identifier itself names: an IMSI begins with its network's code.</summary>
    private OperatorId? HomeOf(DeviceIdentifier identifier)
    {
        if (identifier.Type != IdentifierType.Imsi || identifier.Value.Length <= NetworkCodeLength)
            return null;
        var code = identifier.Value[..NetworkCodeLength];
        return networkCodes.Where(known => known.Value.Contains(code)).Select(known => (OperatorId?)known.Key).FirstOrDefault();
    }
}
