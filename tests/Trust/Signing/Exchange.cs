using System.Text.Json;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Tests.Signing;

/// <summary>One committed exchange of <c>messages.json</c>, as both sides see it.</summary>
internal sealed class Exchange(JsonElement json)
{
    public static readonly Exchange[] All = [.. Vectors.Load("messages.json").GetProperty("exchanges").EnumerateArray().Select(json => new Exchange(json))];

    public string Name => Vectors.Text(json, "name");

    public PairSecret Secret => new(Vectors.Text(json, "keyId"), Convert.FromHexString(Vectors.Text(json, "secretHex")));

    public DateTimeOffset Created => DateTimeOffset.FromUnixTimeSeconds(json.GetProperty("created").GetInt64());

    public Nonce Nonce => Nonces.Parse(Vectors.Text(json, "nonce"));

    public string SignatureInput => Vectors.Text(json, "signatureInput");

    public string Signature => Vectors.Text(json, "signature");

    public byte[] Body => Vectors.Body(json);

    public string Method => Vectors.Text(json, "method");

    public string TargetUri => Vectors.Text(json, "targetUri");

    public string Base => string.Join('\n', Vectors.Lines(json.GetProperty("base")));

    public (string Name, string Value)[] Fields => Pairs(json);

    public (string Name, string Value)[] SignedFields => [.. Fields, ("signature-input", SignatureInput), ("signature", Signature)];

    public RequestMessage Unsigned => new(Method, TargetUri, Vectors.Lookup(Fields));

    public RequestMessage Signed => new(Method, TargetUri, Vectors.Lookup(SignedFields));

    public AnswerExchange Answer => new(json.GetProperty("answer"), Signed);

    public static Exchange Of(string name) => All.Single(exchange => exchange.Name == name);

    internal static (string Name, string Value)[] Pairs(JsonElement message) =>
        [.. message.GetProperty("fields").EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!))];
}
