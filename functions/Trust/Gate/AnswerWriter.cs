using Ascs.Trust.Limits;
using Ascs.Trust.Signing;
using Microsoft.Extensions.Primitives;

namespace Ascs.Trust.Gate;

/// <summary>
/// Puts an answer into its final form and signs it as soon as the caller's certificate has proved who calls, refusals too. An answer to a request
/// without a readable signature goes out unsigned; its caller must take it as coming from anybody.
/// </summary>
internal sealed class AnswerWriter(TimeProvider time)
{
    private const string Replayed = "idempotency-replayed";

    public OutboundAnswer Write(Passage passage, PlainAnswer answer, PairSecret? secret)
    {
        var fields = new List<KeyValuePair<string, string>>
        {
            new(SignedFieldNames.ContentType, answer.ContentType),
            new(SignedFieldNames.ContentDigest, ContentDigest.Of(answer.Body.Span)),
            new("cache-control", "no-store"),
        };
        if (answer.Replayed) fields.Add(new(Replayed, "true"));
        if (answer.RetryAfter is { } wait) fields.Add(new(LimitFields.RetryAfter, LimitFields.Seconds(wait)));
        fields.AddRange(LimitFields.Of(passage.Levels));
        if (secret is not null) Sign(passage, answer.Status, fields, secret);
        return new OutboundAnswer(answer.Status, fields, answer.Body);
    }

    private void Sign(Passage passage, int status, List<KeyValuePair<string, string>> fields, PairSecret secret)
    {
        var lookup = fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        var message = new AnswerMessage(status, name => lookup.TryGetValue(name, out var value) ? value : StringValues.Empty, passage.Message);
        var headers = AnswerSigner.Sign(message, secret, time.GetUtcNow(), Nonce.Create());
        fields.Add(new(SignedFieldNames.SignatureInput, headers.SignatureInput));
        fields.Add(new(SignedFieldNames.Signature, headers.Signature));
    }
}
