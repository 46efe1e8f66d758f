using Ascs.Trust.Keys;

namespace Ascs.Enterprise;

/// <summary>Keys an enterprise's platform holds; the host makes those that are missing.</summary>
public static class EnterpriseKeys
{
    /// <summary>SM4: device identifiers of consent sessions at rest. With it and the store one reads the identifiers of consents under way, minutes old.</summary>
    public const string Sessions = "sessions";

    /// <summary>Name and algorithm of each.</summary>
    public static IReadOnlyList<(string Name, KeyAlgorithm Algorithm)> All { get; } =
        [(KeyNames.Author, KeyAlgorithm.Sm2), (KeyNames.Inbox, KeyAlgorithm.Sm2), (Sessions, KeyAlgorithm.Sm4)];
}
