using System.Text.Json;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Tests.Signing;

internal sealed class AnswerExchange(JsonElement json, RequestMessage request)
{
    public int Status => json.GetProperty("status").GetInt32();

    public byte[] Body => Vectors.Body(json);

    public DateTimeOffset Created => DateTimeOffset.FromUnixTimeSeconds(json.GetProperty("created").GetInt64());

    public Nonce Nonce => Nonces.Parse(Vectors.Text(json, "nonce"));

    public string SignatureInput => Vectors.Text(json, "signatureInput");

    public string Signature => Vectors.Text(json, "signature");

    public (string Name, string Value)[] Fields => Exchange.Pairs(json);

    public (string Name, string Value)[] SignedFields => [.. Fields, ("signature-input", SignatureInput), ("signature", Signature)];

    public AnswerMessage Unsigned => new(Status, Vectors.Lookup(Fields), request);

    public AnswerMessage Signed => new(Status, Vectors.Lookup(SignedFields), request);
}
