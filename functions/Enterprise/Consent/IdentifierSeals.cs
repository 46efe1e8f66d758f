using System.Buffers.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Enterprise.Consent;

/// <summary>Seals identifiers, once to each operator they may belong to; nobody else opens them (ISC-6.1.1.3: sent encrypted).</summary>
internal sealed class IdentifierSeals(IPlatformDirectory directory, IPublicKeys keys, IDocumentSigner signer, EnterpriseOptions options)
{
    private const int NetworkCodeLength = 5;

    /// <summary>The sealed identifiers of one showing; null when an operator's seal key is not known.</summary>
    public IReadOnlyList<SealedIdentifier>? Seal(IReadOnlyList<DeviceIdentifier> identifiers, ConsentNonce nonce, Digest textHash, DateTimeOffset now)
    {
        var operators = directory.Operators();
        if (operators.Count == 0 || operators.Any(peer => keys.Current(peer.PlatId, "seal") is null))
            return null;
        return [.. identifiers.Select(identifier => new SealedIdentifier(identifier.Type, HomeOf(identifier), SealOne(identifier, operators, nonce, textHash, now)))];
    }

    private Dictionary<OperatorId, string> SealOne(
        DeviceIdentifier identifier, IReadOnlyList<Peer> operators, ConsentNonce nonce, Digest textHash, DateTimeOffset now)
    {
        var content = new SealedIdContent(1, options.EnterpriseId, nonce, textHash, UnixTime.From(now), identifier.Type, identifier.Value);
        var signed = signer.Sign(Operations.SealedId, JsonSerializer.SerializeToUtf8Bytes(content, WireOptions.Strict));
        var plain = JsonSerializer.SerializeToUtf8Bytes(signed, WireOptions.Strict);
        return operators.ToDictionary(peer => peer.OperatorId!.Value, peer => Base64Url.EncodeToString(keys.Current(peer.PlatId, "seal")!.Value.Key.Encrypt(plain)));
    }

    /// <summary>The operator that the identifier itself names: an IMSI begins with its network's code.</summary>
    private OperatorId? HomeOf(DeviceIdentifier identifier)
    {
        if (identifier.Type != IdentifierType.Imsi || identifier.Value.Length <= NetworkCodeLength)
            return null;
        var code = identifier.Value[..NetworkCodeLength];
        return options.NetworkCodes.Where(known => known.Value.Contains(code)).Select(known => (OperatorId?)known.Key).FirstOrDefault();
    }
}
