using System.Text;
using Ascs.Trust.Signing;
using Microsoft.Extensions.Primitives;

namespace Ascs.Trust.Tests.Signing;

public sealed class ContentDigestTests
{
    private const string OfHello = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"; // RFC 9530 B.1
    private static readonly byte[] Hello = Encoding.UTF8.GetBytes("{\"hello\": \"world\"}\n");

    public static TheoryData<string, string> Examples => [.. Vectors.Load("rfc9530.json").GetProperty("cases").EnumerateArray()
        .Select(example => (Vectors.Text(example, "body"), Vectors.Text(example, "contentDigest")))];

    [Theory, MemberData(nameof(Examples))]
    public void the_printed_digests_are_ours_and_fit_their_bodies(string body, string printed)
    {
        Assert.Equal(printed, ContentDigest.Of(Encoding.UTF8.GetBytes(body)));
        Assert.Null(ContentDigest.Check(printed, Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public void every_flipped_bit_of_the_body_is_noticed()
    {
        for (var bit = 0; bit < Hello.Length * 8; bit++)
        {
            var body = Hello.ToArray();
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(SignatureFault.DigestWrong, ContentDigest.Check(OfHello, body));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=")] // RFC 3230's form
    [InlineData("SHA-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:")]
    [InlineData("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDh=:")] // same bytes, spare bits set
    [InlineData("sha-256=:RK_0qy18MlBSVnWgjwz6lZEWjP_lF5HF9bvEF8FabDg=:")] // the other alphabet
    [InlineData("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:;q=1")]
    [InlineData("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:, sha-512=::")]
    [InlineData("sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:")]
    [InlineData("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvE:")]
    public void any_other_spelling_is_malformed(string field) => Assert.Equal(SignatureFault.DigestMalformed, ContentDigest.Check(field, Hello));

    [Fact]
    public void a_body_needs_a_digest_and_nothing_does_not()
    {
        Assert.Equal(SignatureFault.DigestMissing, ContentDigest.Check(StringValues.Empty, Hello));
        Assert.Null(ContentDigest.Check(StringValues.Empty, []));
        Assert.Equal(SignatureFault.FieldRepeated, ContentDigest.Check(new StringValues([OfHello, OfHello]), Hello));
    }
}
