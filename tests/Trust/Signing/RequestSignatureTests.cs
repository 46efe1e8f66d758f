using System.Text;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Tests.Signing;

public sealed class RequestSignatureTests
{
    private const string BeforeLogin = "before login: pair secret, no authorization";
    private const string AfterLogin = "after login: session key and authorization";

    public static TheoryData<string> Names => [.. Exchange.All.Select(exchange => exchange.Name)];

    [Theory, MemberData(nameof(Names))]
    public void signing_gives_the_committed_bytes(string name)
    {
        var exchange = Exchange.Of(name);
        var headers = RequestSigner.Sign(exchange.Unsigned, exchange.Secret, exchange.Created, exchange.Nonce);
        Assert.Equal(exchange.SignatureInput, headers.SignatureInput);
        Assert.Equal(exchange.Signature, headers.Signature);
        var parameters = exchange.SignatureInput["ascs=".Length..];
        Assert.Equal(exchange.Base, Encoding.ASCII.GetString(SignatureBase.Of(CoveredComponents.Of(exchange.Unsigned), exchange.Unsigned, parameters)!));
    }

    [Theory, MemberData(nameof(Names))]
    public void the_committed_bytes_verify(string name)
    {
        var exchange = Exchange.Of(name);
        Assert.Null(RequestVerifier.Read(exchange.Signed, out var signature));
        Assert.Equal((exchange.Secret.KeyId, exchange.Nonce, exchange.Created.ToUnixTimeSeconds()), (signature!.KeyId, signature.Nonce, signature.Created));
        Assert.Null(RequestVerifier.Verify(exchange.Signed, signature, exchange.Secret));
        Assert.Null(ContentDigest.Check(exchange.Signed.Fields("content-digest"), exchange.Body));
    }

    [Theory, MemberData(nameof(Names))]
    public void every_covered_field_that_is_changed_breaks_it(string name)
    {
        var exchange = Exchange.Of(name);
        foreach (var (field, value) in exchange.Fields)
        {
            // The last digit only, so that the timestamp stays near `created` and only the signature can notice.
            var changed = exchange.SignedFields.Select(pair => pair.Name == field ? (field, value[..^1] + (value[^1] == '1' ? '2' : '1')) : pair).ToArray();
            Assert.Equal(SignatureFault.SignatureWrong, Verify(exchange, changed));
        }

        Assert.Equal(SignatureFault.SignatureWrong, RequestVerifier.Verify(exchange.Signed with { Method = "PUT" }, exchange.Secret));
        Assert.Equal(SignatureFault.SignatureWrong, RequestVerifier.Verify(exchange.Signed with { TargetUri = exchange.TargetUri + "?x=1" }, exchange.Secret));
    }

    [Theory, MemberData(nameof(Names))]
    public void no_field_that_is_covered_can_be_taken_away_and_none_that_could_be_can_be_slipped_in(string name)
    {
        var exchange = Exchange.Of(name);
        foreach (var (field, _) in exchange.Fields)
            Assert.Equal(SignatureFault.ComponentsWrong, Verify(exchange, [.. exchange.SignedFields.Where(pair => pair.Name != field)]));

        foreach (var field in new[] { "authorization", "ascs-author" }.Where(field => exchange.Fields.All(pair => pair.Name != field)))
            Assert.Equal(SignatureFault.ComponentsWrong, Verify(exchange, [.. exchange.SignedFields, (field, "x")]));
    }

    [Theory, MemberData(nameof(Names))]
    public void a_field_on_two_lines_is_refused(string name)
    {
        var exchange = Exchange.Of(name);
        foreach (var pair in exchange.SignedFields)
            Assert.Equal(SignatureFault.FieldRepeated, Verify(exchange, [.. exchange.SignedFields, pair]));
    }

    [Fact]
    public void every_flipped_bit_of_the_signature_is_refused()
    {
        var exchange = Exchange.Of(BeforeLogin);
        var signature = Convert.FromBase64String(exchange.Signature[6..^1]);
        for (var bit = 0; bit < signature.Length * 8; bit++)
        {
            var flipped = signature.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(SignatureFault.SignatureWrong, WithSignature(exchange, $"ascs=:{Convert.ToBase64String(flipped)}:"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ascs=::")]
    [InlineData("ascs=:AAAA:")]
    [InlineData("ascs=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("other=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:")]
    [InlineData("ascs=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=:")] // spare bits set
    [InlineData("ascs=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:;x")]
    [InlineData("ascs=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:, sig2=:AAAA:")]
    public void a_signature_in_any_other_form_is_malformed(string field) =>
        Assert.Equal(SignatureFault.SignatureMalformed, WithSignature(Exchange.Of(BeforeLogin), field));

    [Theory]
    [InlineData("ascs=", "sig1=", SignatureFault.LabelUnknown)]
    [InlineData("ascs=", "", SignatureFault.InputMalformed)]
    [InlineData("ascs=", "ascs= ", SignatureFault.InputMalformed)]
    [InlineData("keyid=\"pair-v1\"", "keyid=\"pair-v1\", sig2=(\"@method\")", SignatureFault.InputMalformed)]
    [InlineData("\"@method\" \"@target-uri\"", "\"@target-uri\" \"@method\"", SignatureFault.ComponentsWrong)]
    [InlineData("\"@method\" ", "", SignatureFault.ComponentsWrong)]
    [InlineData("\"@method\" ", "\"@method\"  ", SignatureFault.ComponentsWrong)]
    [InlineData(" \"idempotency-key\")", ")", SignatureFault.ComponentsWrong)]
    [InlineData("\"idempotency-key\")", "\"idempotency-key\" \"x-other\")", SignatureFault.ComponentsWrong)]
    [InlineData("\"content-type\"", "\"content-type\";bs", SignatureFault.ComponentsWrong)]
    [InlineData("\"content-type\"", "\"Content-Type\"", SignatureFault.ComponentsWrong)]
    [InlineData(";created=1795996800", "", SignatureFault.ParametersWrong)]
    [InlineData(";created=1795996800", ";created=01795996800", SignatureFault.ParametersWrong)]
    [InlineData(";created=1795996800", ";created=-1", SignatureFault.ParametersWrong)]
    [InlineData(";created=1795996800", ";created=1795996800;expires=1", SignatureFault.ParametersWrong)]
    [InlineData(";created=1795996800", ";created=1795996800;created=1795996800", SignatureFault.ParametersWrong)]
    [InlineData(";keyid=", ";alg=\"hmac-sha256\";keyid=", SignatureFault.ParametersWrong)]
    [InlineData("AAECAwQFBgcICQoLDA0ODw", "AAECAwQFBgcICQoLDA0ODx", SignatureFault.ParametersWrong)] // spare bits set
    [InlineData("AAECAwQFBgcICQoLDA0ODw", "AAECAwQFBgcICQoLDA0OD", SignatureFault.ParametersWrong)]
    [InlineData("AAECAwQFBgcICQoLDA0ODw", "", SignatureFault.ParametersWrong)]
    [InlineData("keyid=\"pair-v1\"", "keyid=\"root\"", SignatureFault.KeyUnknown)]
    [InlineData("keyid=\"pair-v1\"", "keyid=\"pair-v01\"", SignatureFault.KeyUnknown)]
    [InlineData("keyid=\"pair-v1\"", "keyid=\"pair-v2\"", SignatureFault.KeyUnknown)]
    [InlineData("keyid=\"pair-v1\"", "keyid=\"session-x\"", SignatureFault.AuthorizationMissing)]
    [InlineData("keyid=\"pair-v1\"", "keyid=pair-v1", SignatureFault.ParametersWrong)]
    [InlineData(";created=1795996800", ";created=1795996861", SignatureFault.CreatedDisagrees)]
    [InlineData(";created=1795996800", ";created=1795996739", SignatureFault.CreatedDisagrees)]
    [InlineData(";created=1795996800", ";created=1795996801", SignatureFault.SignatureWrong)]
    public void an_input_in_any_other_form_is_refused_by_name(string from, string to, SignatureFault expected)
    {
        var exchange = Exchange.Of(BeforeLogin);
        Assert.Contains(from, exchange.SignatureInput, StringComparison.Ordinal);
        var input = exchange.SignatureInput.Replace(from, to, StringComparison.Ordinal);
        Assert.Equal(expected, Verify(exchange, [.. exchange.Fields, ("signature-input", input), ("signature", exchange.Signature)]));
    }

    [Fact]
    public void what_is_missing_is_named()
    {
        var exchange = Exchange.Of(BeforeLogin);
        Assert.Equal(SignatureFault.InputMissing, Verify(exchange, [.. exchange.SignedFields.Where(pair => pair.Name != "signature-input")]));
        Assert.Equal(SignatureFault.SignatureMissing, Verify(exchange, [.. exchange.SignedFields.Where(pair => pair.Name != "signature")]));
    }

    [Fact]
    public void another_secret_under_the_same_name_does_not_verify()
    {
        var exchange = Exchange.Of(BeforeLogin);
        using var other = new PairSecret("pair-v1", new byte[32]);
        Assert.Equal(SignatureFault.SignatureWrong, RequestVerifier.Verify(exchange.Signed, other));
    }

    [Theory, InlineData("ascs-plat-id"), InlineData("ascs-timestamp")]
    public void the_signer_refuses_what_the_verifier_would(string field)
    {
        var exchange = Exchange.Of(BeforeLogin);
        var without = exchange.Unsigned with { Fields = Vectors.Lookup([.. exchange.Fields.Where(pair => pair.Name != field)]) };
        var error = Assert.Throws<ArgumentException>(() => RequestSigner.Sign(without, exchange.Secret, exchange.Created, exchange.Nonce));
        Assert.Contains(nameof(SignatureFault.FieldMissing), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_session_key_signs_nothing_without_its_token()
    {
        var exchange = Exchange.Of(AfterLogin);
        var without = exchange.Unsigned with { Fields = Vectors.Lookup([.. exchange.Fields.Where(pair => pair.Name != "authorization")]) };
        Assert.Throws<ArgumentException>(() => RequestSigner.Sign(without, exchange.Secret, exchange.Created, exchange.Nonce));
    }

    private static SignatureFault? WithSignature(Exchange exchange, string field) =>
        Verify(exchange, [.. exchange.Fields, ("signature-input", exchange.SignatureInput), ("signature", field)]);

    private static SignatureFault? Verify(Exchange exchange, (string Name, string Value)[] fields) =>
        RequestVerifier.Verify(exchange.Signed with { Fields = Vectors.Lookup(fields) }, exchange.Secret);
}
