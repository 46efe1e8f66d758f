using System.Text;
using Ascs.Gm;
using Ascs.Trust.Certificates;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Keys;

public sealed class KeyStatementsTests : IDisposable
{
    private static readonly Sm2PublicKey Key = Sm2PrivateKey.Generate().PublicKey;
    private readonly CertificateAuthority _authority = CertificateAuthority.Create("Ascs test authority", Issued.Now);
    private readonly Stated _owner, _other;

    public KeyStatementsTests() => (_owner, _other) = (new(_authority, 1_795_996_800_123_456), new(_authority, 1_795_996_800_123_457));

    [Fact]
    public void a_statement_under_the_pinned_certificate_is_read()
    {
        var signed = _owner.Sign(_owner.Statement(Key));
        Assert.Null(KeyStatements.Read(signed, _owner.Platform, _owner.Pin, out var statement));
        Assert.Equal(Key.Export(), statement!.PublicKey.ToArray());
        Assert.Equal(Key.Fingerprint, statement.Fingerprint);
    }

    [Fact]
    public void without_certificate_or_signature_it_is_unsigned()
    {
        var signed = _owner.Sign(_owner.Statement(Key));
        Assert.Equal(KeyFault.Unsigned, Read(signed with { Signature = null }));
        Assert.Equal(KeyFault.Unsigned, Read(signed with { Signature = "" }));
        Assert.Equal(KeyFault.Unsigned, Read(signed with { Certificate = null }));
    }

    [Fact]
    public void another_certificate_of_the_same_authority_is_not_the_pinned_one()
    {
        // The trusted party, say, states a key of its own as the operator's.
        var forged = _other.Sign(_owner.Statement(Key) with { Platform = _other.Platform });
        Assert.Equal(KeyFault.CertificateNotPinned, Read(forged));
        Assert.Equal(KeyFault.SignatureWrong, Read(forged with { Certificate = _owner.Sign(_owner.Statement(Key)).Certificate }));
    }

    [Fact]
    public void every_changed_byte_of_statement_and_signature_is_noticed()
    {
        var signed = _owner.Sign(_owner.Statement(Key));
        for (var at = 0; at < Stated.Bytes(signed.Statement).Length; at++)
            Assert.Equal(KeyFault.SignatureWrong, Read(signed with { Statement = Flipped(signed.Statement, at) }));
        for (var at = 0; at < 64; at++)
            Assert.Equal(KeyFault.SignatureWrong, Read(signed with { Signature = Flipped(signed.Signature!, at) }));
        for (var at = 0; at < Stated.Bytes(signed.Certificate!).Length; at++)
            Assert.Equal(KeyFault.CertificateNotPinned, Read(signed with { Certificate = Flipped(signed.Certificate!, at) }));
    }

    [Theory, InlineData("=="), InlineData(" "), InlineData("+")]
    public void what_is_not_base64url_is_malformed(string tail)
    {
        var signed = _owner.Sign(_owner.Statement(Key));
        Assert.Equal(KeyFault.Malformed, Read(signed with { Statement = signed.Statement + tail }));
        Assert.Equal(KeyFault.Malformed, Read(signed with { Signature = signed.Signature + tail }));
        Assert.Equal(KeyFault.Malformed, Read(signed with { Certificate = signed.Certificate + tail }));
    }

    [Fact]
    public void a_platform_states_its_own_keys_only()
    {
        Assert.Throws<ArgumentException>(() => _owner.Sign(_other.Statement(Key)));
        var signed = _other.Sign(_other.Statement(Key));
        Assert.Equal(KeyFault.ForeignPlatform, KeyStatements.Read(signed, _owner.Platform, _other.Pin, out _));
    }

    [Fact]
    public void bytes_that_are_no_key_are_not_taken_even_signed()
    {
        var offCurve = Key.Export();
        offCurve[64] ^= 1;
        Assert.Equal(KeyFault.KeyInvalid, Read(_owner.Sign(_owner.Statement(Key) with { PublicKey = offCurve })));
        Assert.Equal(KeyFault.KeyInvalid, Read(_owner.Sign(_owner.Statement(Key) with { PublicKey = new byte[65] })));
        Assert.Equal(KeyFault.KeyInvalid, Read(_owner.Sign(_owner.Statement(Key) with { Algorithm = KeyAlgorithm.Ed25519 })));
    }

    [Fact]
    public async Task a_ring_states_its_public_keys_and_no_other_and_ends_what_was_replaced_or_destroyed()
    {
        using var fixture = new RingFixture();
        var (ring, ct) = (await fixture.OpenAsync(), TestContext.Current.CancellationToken);
        await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Issued.Now, ct);
        await ring.EnsureAsync(KeyNames.Tag, KeyAlgorithm.HmacSm3, Issued.Now, ct);
        await ring.EnsureAsync(KeyNames.LogEd25519, KeyAlgorithm.Ed25519, Issued.Now, ct);
        await ring.EnsureAsync(KeyNames.Seal, KeyAlgorithm.Sm2, Issued.Now, ct);
        await ring.RotateAsync(KeyNames.Author, Issued.Now.AddDays(30), ct);
        await ring.DestroyAsync(KeyNames.Seal, 1, Issued.Now.AddDays(3), ct);
        var stated = KeyStatements.FromJson(KeyStatements.ToJson(KeyStatements.Of(ring, _owner.Platform, _owner.Certificate)))!.Select(signed =>
        {
            Assert.Null(KeyStatements.Read(signed, _owner.Platform, _owner.Pin, out var statement));
            return (statement!.KeyId, statement.NotAfter?.ToTime());
        });
        Assert.Equal([("author-v1", Issued.Now.AddDays(31)), ("author-v2", null), ("log-ed25519-v1", null), ("seal-v1", Issued.Now.AddDays(3))], stated);
    }

    [Theory, InlineData(""), InlineData("{}"), InlineData("[null]"), InlineData("[{}]"), InlineData("null"), InlineData("[{\"statement\":null}]")]
    public void a_body_that_is_no_list_of_statements_is_none(string json) => Assert.Null(KeyStatements.FromJson(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void members_of_later_versions_are_passed_over() =>
        Assert.Equal(new SignedKeyStatement("QQ"), Assert.Single(KeyStatements.FromJson("""[{"statement":"QQ","later":1}]"""u8)!));

    public void Dispose()
    {
        _owner.Dispose();
        _other.Dispose();
        _authority.Dispose();
    }

    private KeyFault? Read(SignedKeyStatement signed) => KeyStatements.Read(signed, _owner.Platform, _owner.Pin, out _);

    private static string Flipped(string base64Url, int at)
    {
        var bytes = Stated.Bytes(base64Url);
        bytes[at] ^= 1;
        return Stated.Text(bytes);
    }
}
