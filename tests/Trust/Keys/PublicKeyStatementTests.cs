using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Keys;

public sealed class PublicKeyStatementTests
{
    private const string Canonical = """{"v":1,"platId":1795996800123456,"name":"author","version":2,"algorithm":"sm2","publicKey":"BAEC","notBefore":1795348800000,"notAfter":1795348800001}""";

    [Fact]
    public void the_canonical_bytes_are_the_documented_ones()
    {
        var statement = new PublicKeyStatement(Issued.Platform(), "author", 2, KeyAlgorithm.Sm2, new byte[] { 4, 1, 2 }, UnixTime.From(Issued.Now), UnixTime.From(Issued.Now.AddMilliseconds(1)));
        Assert.Equal(Canonical, Encoding.UTF8.GetString(statement.ToCanonical()));
        Assert.Equal("author-v2", PublicKeyStatement.Parse(Encoding.UTF8.GetBytes(Canonical))!.KeyId);
    }

    [Fact]
    public void without_an_end_the_member_is_absent()
    {
        var text = Canonical.Replace(",\"notAfter\":1795348800001", "", StringComparison.Ordinal);
        Assert.Null(PublicKeyStatement.Parse(Encoding.UTF8.GetBytes(text))!.NotAfter);
    }

    [Theory]
    [InlineData("{\"v\":1,", "{\"v\":2,")]
    [InlineData("{\"v\":1,", "{ \"v\":1,")]
    [InlineData("{\"v\":1,", "{")]
    [InlineData("{\"v\":1,", "{\"v\":1,\"v\":1,")]
    [InlineData("{\"v\":1,", "{\"v\":1,\"x\":1,")]
    [InlineData("1795996800123456", "\"1795996800123456\"")]
    [InlineData("1795996800123456", "17")]
    [InlineData("\"name\":\"author\",\"version\":2", "\"version\":2,\"name\":\"author\"")]
    [InlineData("\"author\"", "\"Author\"")]
    [InlineData("\"author\"", "\"\\u0061uthor\"")]
    [InlineData("\"author\"", "null")]
    [InlineData("\"version\":2", "\"version\":0")]
    [InlineData("\"version\":2", "\"version\":2.0")]
    [InlineData("\"sm2\"", "\"SM2\"")]
    [InlineData("\"sm2\"", "\"hmac\"")]
    [InlineData("BAEC", "BAEC=")]
    [InlineData("BAEC", "BAE!")]
    [InlineData("1795348800000", "-1")]
    [InlineData("1795348800001", "null")]
    [InlineData("1795348800001", "999999999999999999")]
    [InlineData("1795348800001}", "1795348800001} ")]
    [InlineData("1795348800001}", "1795348800001}x")]
    [InlineData("1795348800001}", "1795348800001")]
    public void any_other_spelling_is_none(string from, string to)
    {
        Assert.Contains(from, Canonical, StringComparison.Ordinal);
        Assert.Null(PublicKeyStatement.Parse(Encoding.UTF8.GetBytes(Canonical.Replace(from, to, StringComparison.Ordinal))));
    }

    [Theory, InlineData(""), InlineData("[]"), InlineData("1"), InlineData("null"), InlineData("\u00ff")]
    public void what_is_no_object_is_none(string text) => Assert.Null(PublicKeyStatement.Parse(Encoding.Latin1.GetBytes(text)));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void use_is_from_the_start_to_before_the_end(int minutes, bool expected)
    {
        var statement = new PublicKeyStatement(Issued.Platform(), "author", 1, KeyAlgorithm.Sm2, new byte[65], UnixTime.From(Issued.Now), UnixTime.From(Issued.Now.AddHours(1)));
        Assert.Equal(expected, statement.IsInUse(Issued.Now.AddMinutes(minutes)));
    }
}
