using System.Text;
using Ascs.Evidence.Checkpoints;
using Ascs.Gm;
using CsCheck;

namespace Ascs.Evidence.Tests.Checkpoints;

public sealed class SignedNoteTests : IDisposable
{
    // The worked example of the documentation of golang.org/x/mod/sumdb/note.
    private const string PublishedKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string PublishedText = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string PublishedNote =
        PublishedText + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private readonly Sm2NoteSigner _sm2 = new("log.example/1", Sm2PrivateKey.Generate());
    private readonly Ed25519NoteSigner _ed25519 = new("log.example/1", Ed25519.GeneratePrivateKey());

    public void Dispose() => _ed25519.Dispose();

    [Fact]
    public void the_published_note_verifies_under_the_published_key()
    {
        Assert.True(NoteKey.TryParse(PublishedKey, out var key));
        Assert.Equal(0xc74f20a3u, key.KeyId);
        var verified = Assert.IsType<NoteVerdict.Verified>(Parse(PublishedNote).Verify(key));

        Assert.Equal([key], verified.SignedBy);
        Assert.Equal(PublishedText, Parse(PublishedNote).Text);
        Assert.Equal(PublishedNote, Parse(PublishedNote).ToString());
    }

    [Fact]
    public void signing_like_the_published_key_gives_the_published_note()
    {
        // The example's "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEK...", without its type byte.
        var seed = Convert.FromBase64String("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1..];
        using var signer = new Ed25519NoteSigner("PeterNeumann", seed);

        Assert.Equal(PublishedKey, signer.Key.ToString());
        Assert.Equal(PublishedNote, SignedNote.Sign(PublishedText, signer).ToString());
    }

    [Fact]
    public void both_keys_sign_and_each_alone_is_enough_to_verify()
    {
        var note = Parse(SignedNote.Sign("text\n\nmore\n", _ed25519, _sm2).ToString());

        Assert.Equal([_ed25519.Key, _sm2.Key], Assert.IsType<NoteVerdict.Verified>(note.Verify(_sm2.Key, _ed25519.Key)).SignedBy);
        Assert.Equal([_sm2.Key], Assert.IsType<NoteVerdict.Verified>(note.Verify(_sm2.Key)).SignedBy);
        Assert.Equal([_ed25519.Key], Assert.IsType<NoteVerdict.Verified>(note.Verify(_ed25519.Key)).SignedBy);
    }

    [Fact]
    public void lines_of_unknown_keys_are_kept_and_ignored()
    {
        var note = SignedNote.Sign("text\n", _sm2).With(new NoteSignature("witness.example", 7, new byte[] { 1, 2, 3 }));

        Assert.IsType<NoteVerdict.Verified>(note.Verify(_sm2.Key));
        Assert.Equal("witness.example", Parse(note.ToString()).Signatures[1].KeyName);
        Assert.Equal(note.ToString(), Parse(note.ToString()).ToString());
        Assert.IsType<NoteVerdict.NoKnownKey>(note.Verify(_ed25519.Key));
        Assert.IsType<NoteVerdict.NoKnownKey>(note.Verify());
    }

    [Fact]
    public void a_key_of_another_name_is_another_key()
    {
        var note = SignedNote.Sign("text\n", _sm2);
        Assert.True(Sm2PublicKey.TryImport(_sm2.Key.PublicKey.Span, out var key));

        Assert.IsType<NoteVerdict.NoKnownKey>(note.Verify(NoteKey.Sm2("log.example/2", key)));
    }

    [Fact]
    public void a_false_line_of_a_known_key_condemns_the_note_even_beside_a_good_one()
    {
        var good = SignedNote.Sign("text\n", _ed25519, _sm2);
        var other = SignedNote.Sign("other text\n", _sm2);

        var verdict = SignedNote.Sign("text\n", _ed25519).With(other.Signatures[0]).Verify(_ed25519.Key, _sm2.Key);

        Assert.Equal(_sm2.Key, Assert.IsType<NoteVerdict.FalseSignature>(verdict).By);
        Assert.IsType<NoteVerdict.Verified>(good.Verify(_ed25519.Key, _sm2.Key));
    }

    [Fact]
    public void every_changed_character_of_the_text_is_noticed()
    {
        var note = SignedNote.Sign("log.example/1\n12\n", _ed25519, _sm2).ToString();
        for (var i = 0; i < "log.example/1\n12\n".Length; i++)
        {
            var changed = Encoding.UTF8.GetBytes(note);
            changed[i] ^= 1;
            Assert.False(SignedNote.TryParse(changed, out var parsed) && parsed.Verify(_ed25519.Key, _sm2.Key) is NoteVerdict.Verified);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n\n")]
    [InlineData("text\n\n— name AAAAAAE=")]
    [InlineData("text\n\n- name AAAAAAE=\n")]
    [InlineData("text\n\n— na+me AAAAAAE=\n")]
    [InlineData("text\n\n— na\u3000me AAAAAAE=\n")]
    [InlineData("text\n\n— name  AAAAAAE=\n")]
    [InlineData("text\n\n— name AAAAAA==\n")]
    [InlineData("text\n\n— name AAAAAAF=\n")]
    [InlineData("text\n\n— name AAAA AAE=\n")]
    [InlineData("text\n\n— name AAAAAAE= \n")]
    [InlineData("text\n\n— name AAAAAAE=\nmore\n")]
    [InlineData("te\txt\n\n— name AAAAAAE=\n")]
    [InlineData("text\r\n\r\n— name AAAAAAE=\r\n")]
    public void what_is_no_note_is_refused(string text) => Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void bytes_that_are_no_UTF8_and_notes_without_end_are_refused()
    {
        var line = "— name AAAAAAE=\n";
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes("text\n\n" + line), out _));
        Assert.False(SignedNote.TryParse([0xff, .. Encoding.UTF8.GetBytes("text\n\n" + line)], out _));
        Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes("text\n\n" + string.Concat(Enumerable.Repeat(line, 65))), out _));
        Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes(new string('a', SignedNote.MaxLength) + "\n\n" + line), out _));
    }

    [Fact]
    public void what_parses_is_written_back_byte_for_byte() =>
        Gen.String[Gen.Char["ab+— \n=A"], 0, 40].Sample(text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text + "\n\n— a AAAAAAE=\n");
            return !SignedNote.TryParse(bytes, out var note) || note.ToUtf8().AsSpan().SequenceEqual(bytes);
        });

    [Fact]
    public void keys_survive_their_text_form_and_no_changed_character_is_taken()
    {
        foreach (var key in new[] { _sm2.Key, _ed25519.Key })
        {
            var text = key.ToString();
            Assert.True(NoteKey.TryParse(text, out var read));
            Assert.Equal(key, read);
            for (var i = 0; i < text.Length; i++)
                Assert.False(NoteKey.TryParse($"{text[..i]}{(text[i] == 'b' ? 'c' : 'b')}{text[(i + 1)..]}", out _));
        }
    }

    [Fact]
    public void the_key_id_of_an_sm2_key_is_the_documented_hash()
    {
        var typed = new byte[] { 0xff }.Concat("ascs-sm2"u8.ToArray()).Concat(_sm2.Key.PublicKey.ToArray());
        var hash = System.Security.Cryptography.SHA256.HashData([.. "log.example/1\n"u8, .. typed]);

        Assert.Equal(Convert.ToHexStringLower(hash[..4]), $"{_sm2.Key.KeyId:x8}");
    }

    private static SignedNote Parse(string text)
    {
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(text), out var note));
        return note;
    }
}
