using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>
/// The one answer of a showing: container Work, partition = the enterprise, id = `click-` and the nonce. The first answer stays, except that a person may still
/// say no to what an enterprise set up without waiting for her.
/// </summary>
/// <param name="Kind">What was answered, or that nobody was asked.</param>
/// <param name="At">When.</param>
/// <param name="TextHash">SM3 of the text.</param>
/// <param name="SealedIdsHash">SM3 over the sealed ids.</param>
/// <param name="Unasked">The authorisation set up before the person answered; null when none was.</param>
internal sealed record Click(ClickKind Kind, UnixTime At, Digest TextHash, Digest SealedIdsHash, AuthorisationId? Unasked = null)
{
    /// <summary>A click older than this confirms nothing any more.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    public static DocumentSchema<Click> Schema { get; } = new("click", 1, ClickJson.Default.Click);

    public static DocumentKey Key(EnterpriseId enterprise, ConsentNonce nonce) => new(enterprise.ToString(), $"click-{nonce}");

    /// <summary>The assurance that this answer gives an authorisation; null refuses it: declined, too old, of other words or seals, or another authorisation's.</summary>
    public Assurance? AssuranceOf(AuthorisationId authorisation, Digest textHash, Digest sealedIdsHash, DateTimeOffset now) => Kind switch
    {
        ClickKind.Confirmed when TextHash == textHash && SealedIdsHash == sealedIdsHash && IsFresh(now) => Assurance.Browser,
        ClickKind.NotAsked when Unasked == authorisation => Assurance.EnterpriseOnly,
        _ => null,
    };

    /// <summary>The answer that counts when another one comes later.</summary>
    public Click Then(Click later) => Kind == ClickKind.NotAsked && later.Kind == ClickKind.Declined ? later with { Unasked = Unasked } : this;

    private bool IsFresh(DateTimeOffset now) => At.ToTime() <= now && now - At.ToTime() <= Lifetime;
}

/// <summary>Generated serialisation.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Click))]
internal sealed partial class ClickJson : JsonSerializerContext;
