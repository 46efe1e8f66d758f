using System.Text.Json;
using Ascs.Gm;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Tests.Signing;

/// <summary>Signatures made by openssl: another implementation of the same rules convinces ours, now and in later versions.</summary>
public sealed class AuthorVectorTests
{
    private static readonly JsonElement File = Vectors.Load("author.json");

    public static TheoryData<string> Operations => [.. File.GetProperty("cases").EnumerateArray().Select(example => Vectors.Text(example, "operation"))];

    [Theory, MemberData(nameof(Operations))]
    public void the_committed_signature_is_read_and_checks(string operation)
    {
        var example = File.GetProperty("cases").EnumerateArray().Single(one => Vectors.Text(one, "operation") == operation);
        Assert.True(Sm2PublicKey.TryImport(Convert.FromHexString(Vectors.Text(File, "publicKeyHex")), out var key));
        Assert.Equal(Vectors.Text(example, "contentDigest"), ContentDigest.Of(Vectors.Body(example)));
        var digest = ContentDigest.Parse(Vectors.Text(example, "contentDigest"))!;
        Assert.Equal(Vectors.Text(example, "signedBytesHex"), Convert.ToHexStringLower(AuthorInput.Of(operation, digest)));
        Assert.Null(AuthorSignature.Read(Vectors.Text(example, "header"), operation, digest, out var signature));
        Assert.Null(signature!.Check(key!));
        Assert.Equal(Vectors.Text(example, "header"), signature.HeaderValue);
        Assert.Equal(Vectors.Text(File, "keyId"), signature.KeyId);
    }
}
