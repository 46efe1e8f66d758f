using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Sealing;

/// <summary>What an enterprise makes of a person's choices: the words, the seals, what the browser carries to the trusted party, and the request that starts the evidence.</summary>
/// <param name="directory">This platform, which is an enterprise's, and its partners.</param>
/// <param name="keys">Their public keys.</param>
/// <param name="signer">This platform's author key.</param>
/// <param name="seals">Seals identifiers.</param>
public sealed class ConsentWriter(IPlatformDirectory directory, IPublicKeys keys, IDocumentSigner signer, IdentifierSeals seals)
{
    private EnterpriseId Enterprise => directory.Self.EnterpriseId!.Value;

    /// <summary>The SM3 of a consent's words.</summary>
    public static Digest HashOf(string text) => Digest.From(Sm3.Hash(Encoding.UTF8.GetBytes(text)));

    /// <summary>Words (ISC-6.1.1.1) and seals of one showing; null when an operator's seal key is not known.</summary>
    public WrittenConsent? Write(ServicePolicy policy, ConsentChoices choices, IReadOnlyList<DeviceIdentifier> identifiers, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var text = ConsentText.For(policy, choices);
        var (hash, nonce) = (HashOf(text), ConsentNonce.From(RandomNumberGenerator.GetBytes(16)));
        return seals.Seal(identifiers, nonce, hash, now) is { } sealedIds
            ? new WrittenConsent(policy.ServiceId, policy.Version, choices, nonce, text, hash, UnixTime.From(now), sealedIds) : null;
    }

    /// <summary>What the browser carries to the trusted party's page, signed.</summary>
    /// <param name="consent">The showing.</param>
    /// <param name="returnTo">Where the trusted party's page sends the browser back.</param>
    /// <param name="until">When the confirmation stops being one.</param>
    public SignedDocument Confirm(WrittenConsent consent, Uri returnTo, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(consent);
        ArgumentNullException.ThrowIfNull(returnTo);
        var confirmation = new Confirmation(
            1, Enterprise, consent.ServiceId, consent.PolicyVersion, consent.Choices, consent.TextHash, Digest.From(Sm3.Hash(SealedIds.ToHash(consent.Identifiers))),
            consent.Nonce, returnTo.AbsoluteUri, UnixTime.From(until));
        return signer.Sign(Operations.Confirmation, JsonSerializer.SerializeToUtf8Bytes(confirmation, WireOptions.Strict));
    }

    /// <summary>The request that starts the evidence (ISC-6.1.1.4): the agreement, encrypted to the trusted party; null when its intake key is not known.</summary>
    public AuthoriseRequest? ToRequest(WrittenConsent consent)
    {
        ArgumentNullException.ThrowIfNull(consent);
        if (keys.Current(directory.TrustedParty().PlatId, KeyNames.Intake) is not { } intake)
            return null;
        var agreement = new Agreement(1, consent.PolicyVersion, consent.Choices, consent.Text, consent.SubmittedAt);
        var content = JsonSerializer.SerializeToUtf8Bytes(agreement, WireOptions.Strict);
        var envelope = Envelope.Seal(intake.Key, content, AgreementBinding.For(Enterprise, consent.Nonce));
        return new AuthoriseRequest(1, Enterprise, consent.ServiceId, consent.Nonce, consent.TextHash, Base64Url.EncodeToString(envelope), consent.Identifiers);
    }
}
