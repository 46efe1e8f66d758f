using System.Text;

namespace Ascs.Gm.Tests;

public sealed class Sm3Tests
{
    [Theory]
    // GM/T 0004-2012 annex A.1 and A.2.
    [InlineData("abc", "66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "DEBE9FF92275B8A138604889C18E5A4D6FDB70E5387E5765293DCBA39C0C5732")]
    public void digests_of_the_standard(string message, string digest) => Assert.Equal(digest, Convert.ToHexString(Sm3.Hash(Encoding.ASCII.GetBytes(message))));

    [Fact]
    public void the_digest_may_overwrite_its_message()
    {
        var buffer = new byte[64];
        var expected = Sm3.Hash(buffer);
        Sm3.Hash(buffer, buffer.AsSpan(16, 32));
        Assert.Equal(expected, buffer[16..48]);
    }

    [Theory, InlineData(0), InlineData(31), InlineData(33)]
    public void a_destination_of_another_length_is_a_bug(int length) => Assert.Throws<ArgumentException>(() => Sm3.Hash([], new byte[length]));
}
