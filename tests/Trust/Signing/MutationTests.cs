using Ascs.Trust.Signing;

namespace Ascs.Trust.Tests.Signing;

/// <summary>Every single edit of a signed message's signature fields, at every place: always a named refusal, never an exception, never accepted.</summary>
public sealed class MutationTests
{
    private const string Replacements = "aZ0=;:,\"() \t\\-_/+~\u0000\n\u00e9中";

    public static TheoryData<string, string> Fields =>
        [.. Exchange.All.SelectMany(exchange => new[] { "signature-input", "signature", "ascs-timestamp", "content-type" }.Select(name => (exchange.Name, name)))];

    [Theory, MemberData(nameof(Fields))]
    public void no_edited_request_verifies(string name, string field)
    {
        var exchange = Exchange.Of(name);
        using var secret = exchange.Secret;
        var original = exchange.SignedFields.Single(pair => pair.Name == field).Value;
        foreach (var edited in Edits(original).Where(edited => edited != original))
        {
            var fields = exchange.SignedFields.Select(pair => pair.Name == field ? (field, edited) : pair).ToArray();
            var fault = RequestVerifier.Verify(exchange.Signed with { Fields = Vectors.Lookup(fields) }, secret);
            // White space around a field's value is HTTP's, not the signer's (RFC 9421 2.1).
            if (fault is null) Assert.Equal(original, edited.Trim(' ', '\t'));
        }
    }

    [Theory, InlineData("signature-input"), InlineData("signature"), InlineData("content-digest")]
    public void no_edited_answer_verifies(string field)
    {
        var (secret, answer) = (Exchange.All[0].Secret, Exchange.All[0].Answer);
        var original = answer.SignedFields.Single(pair => pair.Name == field).Value;
        foreach (var edited in Edits(original).Where(edited => edited != original))
        {
            var fields = answer.SignedFields.Select(pair => pair.Name == field ? (field, edited) : pair).ToArray();
            Assert.NotNull(AnswerVerifier.Verify(answer.Signed with { Fields = Vectors.Lookup(fields) }, answer.Body, secret));
        }
    }

    private static IEnumerable<string> Edits(string text)
    {
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length) yield return text.Remove(at, 1);
            if (at < text.Length) yield return text[..at];
            foreach (var symbol in Replacements)
            {
                yield return text.Insert(at, symbol.ToString());
                if (at < text.Length) yield return text.Remove(at, 1).Insert(at, symbol.ToString());
            }
        }
    }
}
