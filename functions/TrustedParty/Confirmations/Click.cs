using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>What a person answered on the trusted party's own page: container Work, partition = the enterprise, id = `click-` and the nonce. The first answer stays.</summary>
/// <param name="Confirmed">False when the person declined.</param>
/// <param name="At">When.</param>
/// <param name="TextHash">SM3 of the text.</param>
/// <param name="SealedIdsHash">SM3 over the sealed ids.</param>
internal sealed record Click(bool Confirmed, UnixTime At, Digest TextHash, Digest SealedIdsHash)
{
    /// <summary>A click older than this confirms nothing any more.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    public static DocumentSchema<Click> Schema { get; } = new("click", 1, ClickJson.Default.Click);

    public static DocumentKey Key(EnterpriseId enterprise, ConsentNonce nonce) => new(enterprise.ToString(), $"click-{nonce}");

    /// <summary>True when it confirms this consent at this time; a declined, older, later or other one does not.</summary>
    public bool Confirms(Digest textHash, Digest sealedIdsHash, DateTimeOffset now) =>
        Confirmed && TextHash == textHash && SealedIdsHash == sealedIdsHash && At.ToTime() <= now && now - At.ToTime() <= Lifetime;
}

/// <summary>Generated serialisation.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Click))]
internal sealed partial class ClickJson : JsonSerializerContext;
