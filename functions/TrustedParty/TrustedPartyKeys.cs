using Ascs.Trust.Keys;

namespace Ascs.TrustedParty;

/// <summary>Keys the trusted party's platform holds; the host makes those that are missing.</summary>
public static class TrustedPartyKeys
{
    /// <summary>SM4: wraps the keys of authorisations in the key store. With it and that store one has every authorisation's key.</summary>
    public const string Authorisations = "authorisations";

    /// <summary>HMAC-SM3: protects the forms of the trusted party's own pages. With it one can forge a click of a person whose browser one controls.</summary>
    public const string Forms = "forms";

    /// <summary>HMAC-SM3: salts the leaves that belong to no authorisation. With it one can confirm guesses about which key changed, which is public anyway.</summary>
    public const string LogLeaves = "log-leaves";

    /// <summary>Name and algorithm of each.</summary>
    public static IReadOnlyList<(string Name, KeyAlgorithm Algorithm)> All { get; } =
    [
        (KeyNames.Author, KeyAlgorithm.Sm2), (KeyNames.Intake, KeyAlgorithm.Sm2), (KeyNames.Aid, KeyAlgorithm.HmacSm3),
        (KeyNames.LogEd25519, KeyAlgorithm.Ed25519), (KeyNames.LogSm2, KeyAlgorithm.Sm2), (Authorisations, KeyAlgorithm.Sm4), (Forms, KeyAlgorithm.HmacSm3), (LogLeaves, KeyAlgorithm.HmacSm3),
    ];
}
