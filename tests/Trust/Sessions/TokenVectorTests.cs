using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Sessions;
using Ascs.Trust.Tests.Signing;

namespace Ascs.Trust.Tests.Sessions;

/// <summary>Tokens of given random bytes (CHEAA-4.1.2.1 b, 4.1.2.2 b); the first of each lack a class of characters, so the whole is drawn again.</summary>
public sealed class TokenVectorTests
{
    private static readonly JsonElement File = Vectors.Load("tokens.json");

    [Theory]
    [InlineData("auth")]
    [InlineData("access")]
    [InlineData("refresh")]
    public void given_random_bytes_make_the_token_that_others_compute(string kind)
    {
        Assert.True(PlatId.TryFrom(File.GetProperty("platId").GetInt64(), out var holder));
        var now = DateTimeOffset.FromUnixTimeMilliseconds(File.GetProperty("time").GetInt64());
        var vector = File.GetProperty("cases").EnumerateArray().Single(one => Vectors.Text(one, "kind") == kind);
        var random = new Queue<string>(Vectors.Lines(vector.GetProperty("randomHex")));
        Func<PlatId, DateTimeOffset, Func<byte[]>?, string> mint = kind switch { "auth" => MintedToken.Auth, "access" => MintedToken.Access, _ => MintedToken.Refresh };
        Assert.Equal(Vectors.Text(vector, "text"), mint(holder, now, () => Convert.FromHexString(random.Dequeue())));
        Assert.Empty(random);
        Assert.Equal(Vectors.Text(File, "beijing"), MintedToken.BeijingText(now));
    }
}
