using Ascs.Trust.Signing;

namespace Ascs.Trust.Tests.Signing;

public sealed class AnswerSignatureTests
{
    public static TheoryData<string> Names => [.. Exchange.All.Select(exchange => exchange.Name)];

    [Theory, MemberData(nameof(Names))]
    public void signing_gives_the_committed_bytes_and_they_verify(string name)
    {
        var (secret, answer) = (Exchange.Of(name).Secret, Exchange.Of(name).Answer);
        var headers = AnswerSigner.Sign(answer.Unsigned, secret, answer.Created, answer.Nonce);
        Assert.Equal(new SignatureHeaders(answer.SignatureInput, answer.Signature), headers);
        Assert.Null(AnswerVerifier.Verify(answer.Signed, answer.Body, secret));
    }

    [Theory, MemberData(nameof(Names))]
    public void an_answer_to_one_request_does_not_answer_another(string name)
    {
        var exchange = Exchange.Of(name);
        var signature = Convert.ToBase64String(new byte[32]);
        var other = exchange.Signed with { Fields = Vectors.Lookup([.. exchange.Fields, ("signature", $"ascs=:{signature}:")]) };
        Assert.Equal(SignatureFault.SignatureWrong, AnswerVerifier.Verify(exchange.Answer.Signed with { Request = other }, exchange.Answer.Body, exchange.Secret));
    }

    [Theory, MemberData(nameof(Names))]
    public void status_type_and_body_can_not_be_changed(string name)
    {
        var (secret, answer) = (Exchange.Of(name).Secret, Exchange.Of(name).Answer);
        Assert.Equal(SignatureFault.SignatureWrong, AnswerVerifier.Verify(answer.Signed with { Status = 201 }, answer.Body, secret));
        Assert.Equal(SignatureFault.DigestWrong, AnswerVerifier.Verify(answer.Signed, [.. answer.Body, (byte)' '], secret));
        Assert.Equal(SignatureFault.SignatureWrong, AnswerVerifier.Verify(With(answer, "content-type", "text/html"), answer.Body, secret));
        byte[] swapped = [1];
        Assert.Equal(SignatureFault.SignatureWrong, AnswerVerifier.Verify(With(answer, "content-digest", ContentDigest.Of(swapped)), swapped, secret));
    }

    [Theory]
    [InlineData("content-type", SignatureFault.ComponentsWrong)]
    [InlineData("content-digest", SignatureFault.DigestMissing)]
    [InlineData("signature-input", SignatureFault.InputMissing)]
    [InlineData("signature", SignatureFault.SignatureMissing)]
    public void nothing_can_be_taken_away(string field, SignatureFault expected)
    {
        var (secret, answer) = (Exchange.All[0].Secret, Exchange.All[0].Answer);
        var without = answer.Signed with { Fields = Vectors.Lookup([.. answer.SignedFields.Where(pair => pair.Name != field)]) };
        Assert.Equal(expected, AnswerVerifier.Verify(without, answer.Body, secret));
    }

    [Fact]
    public void a_request_signature_is_no_answer_signature()
    {
        var exchange = Exchange.All[0];
        var reflected = exchange.Answer.Signed with { Fields = Vectors.Lookup([.. exchange.Answer.Fields, ("signature-input", exchange.SignatureInput), ("signature", exchange.Signature)]) };
        Assert.Equal(SignatureFault.ComponentsWrong, AnswerVerifier.Verify(reflected, exchange.Answer.Body, exchange.Secret));
    }

    [Fact]
    public void an_answer_to_an_unsigned_request_can_not_be_signed()
    {
        var exchange = Exchange.All[0];
        var answer = exchange.Answer.Unsigned with { Request = exchange.Unsigned };
        Assert.Throws<ArgumentException>(() => AnswerSigner.Sign(answer, exchange.Secret, exchange.Created, exchange.Nonce));
        Assert.Equal(SignatureFault.FieldMissing, AnswerVerifier.Verify(exchange.Answer.Signed with { Request = exchange.Unsigned }, exchange.Answer.Body, exchange.Secret));
    }

    private static AnswerMessage With(AnswerExchange answer, string field, string value) =>
        answer.Signed with { Fields = Vectors.Lookup([.. answer.SignedFields.Select(pair => pair.Name == field ? (field, value) : pair)]) };
}
