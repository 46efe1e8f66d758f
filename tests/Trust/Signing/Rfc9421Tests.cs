using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Tests.Signing;

/// <summary>The RFC's own examples, section by section, through the builder that signs our messages.</summary>
public sealed class Rfc9421Tests
{
    private static readonly JsonElement File = Vectors.Load("rfc9421.json");

    public static TheoryData<string> Sections => [.. File.GetProperty("cases").EnumerateArray().Select(example => Vectors.Text(example, "section"))];

    [Theory, MemberData(nameof(Sections))]
    public void the_signature_base_is_the_printed_one(string section) =>
        Assert.Equal(string.Join('\n', Vectors.Lines(Example(section).GetProperty("base"))), Encoding.ASCII.GetString(Base(Example(section))!));

    [Fact]
    public void the_hmac_of_B_2_5_is_the_printed_one()
    {
        var example = Example("B.2.5");
        var mac = HMACSHA256.HashData(Convert.FromBase64String(Vectors.Text(File, "sharedSecret")), Base(example)!);
        Assert.Equal(Vectors.Text(example, "hmacSignature"), Convert.ToBase64String(mac));
    }

    [Theory, InlineData("2.4"), InlineData("B.2.4"), InlineData("2.4 of draft-ietf-httpbis-message-signatures-13 (request signature under the answer's)")]
    public void the_printed_ecdsa_signatures_verify_over_our_bytes(string section)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(Vectors.Text(File, "eccP256PublicKey")), out _);
        var (example, signature) = (Example(section), Convert.FromBase64String(Vectors.Text(Example(section), "ecdsaSignature")));
        Assert.True(key.VerifyData(Base(example)!, signature, HashAlgorithmName.SHA256));
        Assert.False(key.VerifyData((byte[])[.. Base(example)!, (byte)'\n'], signature, HashAlgorithmName.SHA256));
    }

    [Fact]
    public void an_absent_component_has_no_base() =>
        Assert.Null(SignatureBase.Of([new Component("date")], new RequestMessage("GET", "https://a.example/", Vectors.Lookup()), "()"));

    [Theory, InlineData("line\nfeed"), InlineData("carriage\rreturn"), InlineData("中"), InlineData("\u0000")]
    public void a_value_that_could_forge_a_line_has_no_base(string value) =>
        Assert.Null(SignatureBase.Of([new Component("date")], new RequestMessage("GET", "https://a.example/", Vectors.Lookup(("date", value))), "()"));

    private static JsonElement Example(string section) => File.GetProperty("cases").EnumerateArray().Single(example => Vectors.Text(example, "section") == section);

    private static byte[]? Base(JsonElement example)
    {
        var components = Vectors.Lines(example.GetProperty("components")).Select(Parse).ToArray();
        var request = example.GetProperty("request");
        var message = new RequestMessage(Vectors.Text(request, "method"), Vectors.Text(request, "targetUri"), Vectors.Fields(request.GetProperty("fields")));
        var parameters = Vectors.Text(example, "parameters");
        return example.TryGetProperty("answer", out var answer)
            ? SignatureBase.Of(components, new AnswerMessage(answer.GetProperty("status").GetInt32(), Vectors.Fields(answer.GetProperty("fields")), message), parameters)
            : SignatureBase.Of(components, message, parameters);
    }

    // name;req;key=member, as the vector file writes it.
    private static Component Parse(string text)
    {
        var parts = text.Split(';');
        return new Component(parts[0], parts.Contains("req"), parts.FirstOrDefault(part => part.StartsWith("key=", StringComparison.Ordinal))?[4..]);
    }
}
