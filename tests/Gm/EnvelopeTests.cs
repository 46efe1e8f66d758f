using CsCheck;

namespace Ascs.Gm.Tests;

public sealed class EnvelopeTests
{
    private static readonly byte[] BelongsTo = "authorisation 17"u8.ToArray();
    private readonly Sm2PrivateKey key = Sm2PrivateKey.Generate();

    [Fact]
    public void what_was_sealed_opens() => Gen.Select(Gen.Byte.Array[0, 300], Gen.Byte.Array[0, 40]).Sample((content, associatedData) =>
    {
        var envelope = Envelope.Seal(key.PublicKey, content, associatedData);
        return envelope.Length == content.Length + Envelope.Overhead
            && Envelope.TryOpen(key, envelope, associatedData, out var opened)
            && opened.AsSpan().SequenceEqual(content);
    }, iter: 30);

    [Fact]
    public void a_document_of_a_megabyte_opens()
    {
        var content = new byte[1_000_000];
        content[^1] = 1;
        Assert.True(Envelope.TryOpen(key, Envelope.Seal(key.PublicKey, content, []), [], out var opened));
        Assert.Equal(content, opened);
    }

    [Fact]
    public void a_change_of_any_byte_is_refused()
    {
        var envelope = Envelope.Seal(key.PublicKey, "hello"u8, BelongsTo);
        for (var i = 0; i < envelope.Length; i++)
        {
            envelope[i] ^= 0x40;
            Assert.False(Envelope.TryOpen(key, envelope, BelongsTo, out var content));
            Assert.Null(content);
            envelope[i] ^= 0x40;
        }
        Assert.True(Envelope.TryOpen(key, envelope, BelongsTo, out _));
    }

    [Fact]
    public void every_shorter_envelope_and_a_longer_one_are_refused()
    {
        var envelope = Envelope.Seal(key.PublicKey, "hello"u8, BelongsTo);
        for (var length = 0; length < envelope.Length; length++) Assert.False(Envelope.TryOpen(key, envelope.AsSpan(0, length), BelongsTo, out _));
        Assert.False(Envelope.TryOpen(key, [.. envelope, 0], BelongsTo, out _));
    }

    [Fact]
    public void another_recipient_or_other_associated_data_does_not_open_it()
    {
        using var other = Sm2PrivateKey.Generate();
        var envelope = Envelope.Seal(key.PublicKey, "hello"u8, BelongsTo);
        Assert.False(Envelope.TryOpen(other, envelope, BelongsTo, out _));
        Assert.False(Envelope.TryOpen(key, envelope, "authorisation 18"u8, out _));
        Assert.False(Envelope.TryOpen(key, envelope, [], out _));
    }

    [Fact]
    public void the_same_content_gives_another_envelope_each_time() =>
        Assert.NotEqual(Envelope.Seal(key.PublicKey, "hello"u8, []), Envelope.Seal(key.PublicKey, "hello"u8, []));

    [Fact]
    public void the_layout_is_the_documented_one() // written down here a second time: what lies in evidence must stay readable
    {
        Assert.True(Envelope.TryOpen(key, ByHand(0x01, 0x71), BelongsTo, out var content));
        Assert.Equal("hello"u8.ToArray(), content);
    }

    [Theory, InlineData(0x00, 0x71), InlineData(0x02, 0x71), InlineData(0x01, 0x70), InlineData(0x01, 0x72)]
    public void an_envelope_soundly_made_in_another_version_or_key_length_is_refused(byte version, byte keyLength) =>
        Assert.False(Envelope.TryOpen(key, ByHand(version, keyLength), BelongsTo, out _));

    private byte[] ByHand(byte version, byte keyLength)
    {
        byte[] contentKey = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];
        byte[] nonce = [.. Enumerable.Range(20, 12).Select(i => (byte)i)];
        byte[] header = [version, 0x00, keyLength, .. key.PublicKey.Encrypt(contentKey)];
        return [.. header, .. nonce, .. GcmByHand.Encrypt(contentKey, nonce, "hello"u8.ToArray(), [.. header, .. BelongsTo])];
    }
}
