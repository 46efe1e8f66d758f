using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Signing;
using Ascs.Trust.Tests.Signing;

namespace Ascs.Trust.Tests.Sealing;

/// <summary>What openssl and the sample client sealed opens here, and is made here of the same parts.</summary>
public sealed class SealingVectorTests
{
    private static readonly JsonElement File = Vectors.Load("sealing.json");
    private static readonly EnterpriseId Enterprise = EnterpriseId.Parse(Vectors.Text(File, "enterpriseId"));

    [Fact]
    public void a_sealed_id_opens_to_what_its_enterprise_signed()
    {
        var vector = File.GetProperty("sealedId");
        var seal = Base64Url.DecodeFromChars(Vectors.Text(vector, "seal"));
        Assert.Equal(Vectors.Text(vector, "name"), Base64Url.EncodeToString(Sm3.Hash(seal)));
        using var key = Key("sealKeyHex");
        Assert.True(key.TryDecrypt(seal, out var plain));
        var document = StrictJson.Read<SignedDocument>(plain)!;
        var content = Base64Url.DecodeFromChars(document.Content);
        var signature = AuthorSignature.FromParts(
            document.KeyId, Operations.SealedId, System.Security.Cryptography.SHA256.HashData(content), Base64Url.DecodeFromChars(document.Signature))!;
        Assert.True(Sm2PublicKey.TryImport(Convert.FromHexString(Vectors.Text(File, "authorPublicKeyHex")), out var author));
        Assert.Null(signature.Check(author!));
        Assert.Equal(vector.GetProperty("content").Deserialize<SealedIdContent>(WireOptions.Strict), StrictJson.Read<SealedIdContent>(content));
    }

    [Fact]
    public void an_agreement_opens_with_its_binding_alone()
    {
        var vector = File.GetProperty("agreement");
        var nonce = ConsentNonce.Parse(Vectors.Text(File.GetProperty("sealedId").GetProperty("content"), "consentNonce"));
        var binding = AgreementBinding.For(Enterprise, nonce);
        Assert.Equal(Vectors.Text(vector, "binding"), Encoding.UTF8.GetString(binding));
        using var key = Key("intakeKeyHex");
        var envelope = Base64Url.DecodeFromChars(Vectors.Text(vector, "envelope"));
        Assert.True(Envelope.TryOpen(key, envelope, binding, out var content));
        Assert.True(JsonElement.DeepEquals(vector.GetProperty("content"), JsonDocument.Parse(content).RootElement));
        Assert.NotNull(StrictJson.Read<Agreement>(content));
        Assert.False(Envelope.TryOpen(key, envelope, AgreementBinding.For(EnterpriseId.Parse("another"), nonce), out _));
    }

    [Fact]
    public void a_content_key_is_wrapped_with_what_it_is_for()
    {
        var vector = File.GetProperty("contentKey");
        var wrapped = ContentKeyWrap.Content(Convert.FromHexString(Vectors.Text(vector, "keyHex")), Enterprise, Vectors.Text(vector, "keyId"));
        Assert.Equal(Vectors.Text(vector, "wrappedTextHex"), Convert.ToHexStringLower(wrapped));
        using var key = Key("sealKeyHex");
        Assert.True(key.TryDecrypt(Base64Url.DecodeFromChars(Vectors.Text(vector, "wrap")), out var unwrapped));
        Assert.Equal(wrapped, unwrapped);
    }

    [Fact]
    public void variables_are_the_same_bytes_under_the_same_nonce()
    {
        var vector = File.GetProperty("variables");
        var contentKey = File.GetProperty("contentKey");
        var binding = ContentBinding.For(
            Enterprise, TemplateId.Parse(Vectors.Text(vector, "templateId")), vector.GetProperty("templateVersion").GetInt32(), Vectors.Text(contentKey, "keyId"));
        Assert.Equal(Vectors.Text(vector, "binding"), Encoding.UTF8.GetString(binding));
        var values = vector.GetProperty("values").Deserialize<Dictionary<string, string>>()!;
        var content = JsonSerializer.SerializeToUtf8Bytes(new MessageVariables(Vectors.Text(vector, "salt"), values), WireOptions.Strict);
        var nonce = Convert.FromHexString(Vectors.Text(vector, "nonceHex"));
        byte[] sealedBytes = [.. nonce, .. Sm4Gcm.Encrypt(Convert.FromHexString(Vectors.Text(contentKey, "keyHex")), nonce, content, binding)];
        Assert.Equal(Vectors.Text(vector, "sealed"), Base64Url.EncodeToString(sealedBytes));
    }

    private static Sm2PrivateKey Key(string name) => Sm2PrivateKey.Import(Convert.FromHexString(Vectors.Text(File, name)));
}
