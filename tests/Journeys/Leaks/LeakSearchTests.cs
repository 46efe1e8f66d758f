using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Ascs.Journeys.Tests.Leaks;

/// <summary>Positive controls: a search that finds nothing where something lies would prove nothing.</summary>
public sealed class LeakSearchTests
{
    private const string Planted = "13812345678";

    private static readonly LeakSearch Search = new([Planted]);

    public static TheoryData<string> Encodings => [.. Needles.Of(Planted).Select(needle => needle.Encoding)];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_planted_text_is_found_in_every_encoding(string encoding) =>
        Assert.NotEmpty(Search.In(Bury(Needles.Of(Planted).Single(needle => needle.Encoding == encoding).Bytes)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Base64_of_a_longer_text_is_found_wherever_the_secret_stands_in_it(int before)
    {
        var content = Encoding.UTF8.GetBytes(new string('x', before) + Planted + "yz");
        Assert.NotEmpty(Search.In(Bury(Encoding.ASCII.GetBytes(Convert.ToBase64String(content)))));
    }

    [Fact]
    public void A_text_inside_gzip_is_found() => Assert.NotEmpty(Search.In(Bury(Pack(stream => new GZipStream(stream, CompressionLevel.Optimal)))));

    [Fact]
    public void A_text_inside_zlib_is_found() => Assert.NotEmpty(Search.In(Bury(Pack(stream => new ZLibStream(stream, CompressionLevel.Optimal)))));

    [Fact]
    public void A_text_inside_a_deflated_body_is_found() => Assert.NotEmpty(Search.In(Pack(stream => new DeflateStream(stream, CompressionLevel.Optimal))));

    [Fact]
    public void A_text_inside_gzip_inside_base64_inside_base64_is_found()
    {
        var inner = Convert.ToBase64String(Pack(stream => new GZipStream(stream, CompressionLevel.Optimal)));
        Assert.NotEmpty(Search.In(Bury(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.ASCII.GetBytes($"{{\"a\":\"{inner}\"}}"))))));
    }

    [Fact]
    public void A_text_that_is_not_there_is_not_found() => Assert.Empty(Search.In(Bury(Encoding.UTF8.GetBytes("13812345679"))));

    // A space on both sides, so that random characters don't join a run of base64.
    private static byte[] Bury(byte[] bytes) => [.. RandomNumberGenerator.GetBytes(1000), 0x20, .. bytes, 0x20, .. RandomNumberGenerator.GetBytes(1000)];

    private static byte[] Pack(Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
            stream.Write(Encoding.UTF8.GetBytes($"{{\"to\":\"{Planted}\",\"padding\":\"{new string('p', 500)}\"}}"));
        return packed.ToArray();
    }
}
