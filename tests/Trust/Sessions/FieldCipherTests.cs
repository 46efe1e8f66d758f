using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Tests.Sessions;

public sealed class FieldCipherTests
{
    private const string KeyId = "data-AAAAAAAAAAAAAAAAAAAAAA";
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public static TheoryData<string> Suites => ["cheaa", "gm"];

    [Theory]
    [MemberData(nameof(Suites))]
    public void two_equal_texts_differ_on_the_wire_and_open_alike(string suite)
    {
        var cipher = FieldCipher.Of(suite, KeyId, Key);
        var (one, other) = (cipher.Seal("取件码 428163"), cipher.Seal("取件码 428163"));
        Assert.NotEqual(one, other);
        Assert.Equal(("取件码 428163", "取件码 428163"), (cipher.Open(one), cipher.Open(other)));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void a_changed_bit_anywhere_opens_nothing(string suite)
    {
        var cipher = FieldCipher.Of(suite, KeyId, Key);
        var text = cipher.Seal("428163");
        var content = text.ToContent()!;
        for (var bit = 0; bit < content.Length * 8; bit++)
        {
            var changed = content.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(cipher.Open(SealedText.From(text.Algorithm, KeyId, changed)));
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void it_opens_under_no_other_key_name_or_algorithm(string suite)
    {
        var text = FieldCipher.Of(suite, KeyId, Key).Seal("428163");
        Assert.Null(FieldCipher.Of(suite, KeyId, new byte[32]).Open(text));
        Assert.Null(FieldCipher.Of(suite, "data-BBBBBBBBBBBBBBBBBBBBBB", Key).Open(text));
        Assert.Null(FieldCipher.Of(suite == "gm" ? "cheaa" : "gm", KeyId, Key).Open(text));
        Assert.Null(FieldCipher.Of("cheaa", KeyId, Key).Open(SealedText.From("cheaa-ofb", KeyId, text.ToContent()!)));
    }

    [Fact]
    public void ofb_is_read_and_never_sent()
    {
        var cipher = FieldCipher.Of("cheaa", KeyId, Key);
        Assert.Equal("428163", cipher.Open(cipher.Seal("cheaa-ofb", "428163", new byte[16])));
        Assert.Equal("cheaa-cfb", cipher.Seal("428163").Algorithm);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gm-cfb")]
    [InlineData("gm-cfb.data-AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aes-cfb.data-AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("gm-cfb.pair-v1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("gm-cfb.data-AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("gm-cfb.data-AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n")]
    [InlineData("gm-cfb.data-AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+")]
    public void what_is_no_sealed_text_is_refused_as_its_pattern_says(string text)
    {
        Assert.False(SealedText.TryParse(text, out _));
        Assert.DoesNotMatch(SealedText.Pattern.Replace("$", "\\z", StringComparison.Ordinal), text);
    }

    [Fact]
    public void sensitive_text_is_never_written_in_clear()
    {
        var recipient = new TaskRecipient(Aid.FromBytes(new byte[16]), new Dictionary<string, SensitiveText> { ["code"] = new("428163") });
        foreach (var options in new[] { WireOptions.Strict, WireOptions.Tolerant, JsonSerializerOptions.Default })
            Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(recipient, options));
        Assert.DoesNotContain("428163", recipient.Variables["code"].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("428163", $"{recipient.Variables["code"]}", StringComparison.Ordinal);
    }

    [Fact]
    public void no_author_signed_endpoint_has_sensitive_members_and_no_repeatable_act_answers_any()
    {
        Endpoint[] all = [.. TrustedPartyCatalogue.Endpoints, .. EnterpriseCatalogue.Endpoints, .. OperatorCatalogue.Endpoints, .. SessionCatalogue.Endpoints];
        // An author signs what a third person can check; and an answer kept for a repeated call must open in a later session.
        Assert.DoesNotContain(all, endpoint => endpoint.AuthorSigned && SensitiveMembers.In(endpoint));
        Assert.DoesNotContain(all, endpoint => endpoint.Idempotent && SensitiveMembers.In(endpoint.AnswerType));
        Assert.Equal(
            ["events/list", "tasks/check", "tasks/create"], all.Where(SensitiveMembers.In).Select(endpoint => endpoint.Name).Order());
    }
}
