using System.Security.Cryptography;
using Ascs.Gm;
using Ascs.Trust.Signing;
using Microsoft.Extensions.Primitives;

namespace Ascs.Trust.Tests.Signing;

public sealed class AuthorSignatureTests
{
    private const string Operation = "dispatches/create";
    private static readonly Sm2PrivateKey Key = Sm2PrivateKey.Import(SHA256.HashData("author key of the tests"u8));
    private static readonly byte[] Digest = SHA256.HashData("{\"v\":1}"u8);

    [Fact]
    public void what_was_signed_is_read_from_the_field_and_checks_again_from_its_parts()
    {
        var signed = AuthorSignature.Sign(Key, "author-v7", Operation, Digest);
        Assert.Null(AuthorSignature.Read(signed.HeaderValue, Operation, Digest, out var read));
        Assert.Null(read!.Check(Key.PublicKey));
        Assert.Equal(("author-v7", 7), (read.KeyId, read.KeyVersion));
        var stored = AuthorSignature.FromParts(read.KeyId, read.Operation, read.ContentDigest.Span, read.Signature.Span);
        Assert.Null(stored!.Check(Key.PublicKey));
    }

    [Fact]
    public void the_signed_bytes_are_the_documented_ones() => Assert.Equal(
        "0000000e617363732d617574686f722d7631" + "0000001164697370617463686573" + "2f637265617465" + "000000077368612d323536" + "00000020" + Convert.ToHexStringLower(Digest),
        Convert.ToHexStringLower(AuthorInput.Of(Operation, Digest)));

    [Fact]
    public void another_operation_content_or_key_does_not_fit()
    {
        var field = AuthorSignature.Sign(Key, "author-v1", Operation, Digest).HeaderValue;
        Assert.Equal(AuthorFault.SignatureWrong, Read(field, "authorisations/revoke", Digest).Check(Key.PublicKey));
        Assert.Equal(AuthorFault.SignatureWrong, Read(field, Operation, SHA256.HashData("{\"v\":2}"u8)).Check(Key.PublicKey));
        using var other = Sm2PrivateKey.Generate();
        Assert.Equal(AuthorFault.SignatureWrong, Read(field, Operation, Digest).Check(other.PublicKey));
    }

    [Fact]
    public void a_letter_can_not_move_from_one_field_to_the_next() =>
        Assert.NotEqual(AuthorInput.Of("a", Digest), AuthorInput.Of("asha-256", Digest)[..^7]);

    [Fact]
    public void every_flipped_byte_of_the_signature_is_noticed()
    {
        var signed = AuthorSignature.Sign(Key, "author-v1", Operation, Digest);
        for (var at = 0; at < 64; at++)
        {
            var bytes = signed.Signature.ToArray();
            bytes[at] ^= 1;
            Assert.Equal(AuthorFault.SignatureWrong, AuthorSignature.FromParts("author-v1", Operation, Digest, bytes)!.Check(Key.PublicKey));
        }
    }

    public static TheoryData<string> OtherForms()
    {
        var signature = Convert.ToBase64String(new byte[64]);
        return
        [
            "", "x", $"keyid=\"author-v1\";signature=:{signature}:", $"keyid=\"author-v1\",signature=:{signature}:", $"signature=:{signature}:, keyid=\"author-v1\"",
            $"keyid=author-v1, signature=:{signature}:", $"keyid=\"author-v0\", signature=:{signature}:", $"keyid=\"seal-v1\", signature=:{signature}:",
            $"keyid=\"author-v1\", signature=:{signature}", $"keyid=\"author-v1\", signature=:{signature[..^3]}B==:", $"keyid=\"author-v1\", signature=:{signature}:\n",
            $"keyid=\"author-v1\", signature=:{signature}:, x=1", $"keyid=\"author-v1\", signature=:{Convert.ToBase64String(new byte[63])}:",
        ];
    }

    [Theory, MemberData(nameof(OtherForms))]
    public void any_other_form_is_malformed(string field) => Assert.Equal(AuthorFault.Malformed, AuthorSignature.Read(field, Operation, Digest, out _));

    [Fact]
    public void absent_is_missing_and_twice_is_malformed()
    {
        var field = AuthorSignature.Sign(Key, "author-v1", Operation, Digest).HeaderValue;
        Assert.Equal(AuthorFault.Missing, AuthorSignature.Read(StringValues.Empty, Operation, Digest, out _));
        Assert.Equal(AuthorFault.Malformed, AuthorSignature.Read(new StringValues([field, field]), Operation, Digest, out _));
    }

    [Theory, InlineData("author-v0"), InlineData("pair-v1"), InlineData("")]
    public void nothing_is_signed_under_another_key_id(string keyId) =>
        Assert.Throws<ArgumentException>(() => AuthorSignature.Sign(Key, keyId, Operation, Digest));

    [Theory, InlineData(""), InlineData("a\nb"), InlineData("中")]
    public void an_operation_is_a_line_of_ascii(string operation)
    {
        Assert.Throws<ArgumentException>(() => AuthorSignature.Sign(Key, "author-v1", operation, Digest));
        Assert.Null(AuthorSignature.FromParts("author-v1", operation, Digest, new byte[64]));
    }

    private static AuthorSignature Read(string field, string operation, byte[] digest)
    {
        Assert.Null(AuthorSignature.Read(field, operation, digest, out var signature));
        return signature!;
    }
}
