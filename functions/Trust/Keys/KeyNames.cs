using System.Text.RegularExpressions;
using Ascs.Contracts;

namespace Ascs.Trust.Keys;

/// <summary>Names of the keys that platforms hold. What an attacker gains from each is said beside it.</summary>
public static partial class KeyNames
{
    /// <summary>SM2, every platform: signs acts that become evidence. With it one can forge that platform's acts.</summary>
    public const string Author = "author";

    /// <summary>SM2, operator: opens sealed ids and wrapped content keys. With it one learns device ids and contents, no AID.</summary>
    public const string Seal = "seal";

    /// <summary>SM2, enterprise: opens replies. With it one reads replies.</summary>
    public const string Inbox = "inbox";

    /// <summary>SM2, trusted party: opens agreements. With it one reads agreements.</summary>
    public const string Intake = "intake";

    /// <summary>HMAC-SM3, operator: makes subscriber tags. With it one can link a person's tags across enterprises.</summary>
    public const string Tag = "tag";

    /// <summary>HMAC-SM3, trusted party: mints AIDs. With it one could confirm a guess, and mint nothing: AIDs live in the store.</summary>
    public const string Aid = "aid";

    /// <summary>SM2, trusted party: signs checkpoints. With it one can sign a fork; witnesses catch it.</summary>
    public const string LogSm2 = "log-sm2";

    /// <summary>Ed25519, trusted party: signs checkpoints for public tools. As <see cref="LogSm2"/>.</summary>
    public const string LogEd25519 = "log-ed25519";

    /// <summary>SM4, every platform: seals the answers kept for repeated calls. With it and the store one reads them.</summary>
    public const string Answers = "answers";

    /// <summary>SM4, trusted party: wraps the keys of single authorisations. With it and the key store one reads every document not yet deleted.</summary>
    public const string Authorisations = "authorisations";

    /// <summary>SM2, every platform: opens data keys and AuthTokens wrapped to it. With it and the traffic inside TLS one reads that platform's sensitive fields.</summary>
    public const string Exchange = "exchange";

    /// <summary>SM4, every platform: seals the keys and tokens of its sessions at rest. With it and the store one can pose in the sessions alive.</summary>
    public const string Sessions = "platform-sessions";

    /// <summary>Name of the AuthToken minted here for a peer: it proves itself with it when it logs in here. With it, the pair secret and the peer's certificate key one can log in as the peer.</summary>
    public static string AuthTokenFor(PlatId peer) => $"auth-for-{peer}";

    /// <summary>Name of the AuthToken that a peer minted for this platform.</summary>
    public static string AuthTokenFrom(PlatId peer) => $"auth-from-{peer}";

    /// <summary>Name of the secrets shared with a peer; version n travels as <c>pair-v&lt;n&gt;</c>. With one an attacker can forge that pair's transport.</summary>
    public static string Pair(PlatId peer) => $"pair-{peer}";

    /// <summary>The public keys that a platform of a role states. Of others nobody would make use.</summary>
    public static IReadOnlyList<string> StatedBy(Role role) => role switch
    {
        Role.TrustedParty => [Author, Exchange, Intake, LogSm2, LogEd25519],
        Role.Operator => [Author, Exchange, Seal],
        Role.Enterprise => [Author, Exchange, Inbox],
        _ => [Author, Exchange],
    };

    /// <summary>Whether the text may name a key: 1 to 64 of <c>a-z 0-9 -</c>.</summary>
    public static bool IsName(string? text) => text is not null && Pattern().IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9-]{1,64}\z")]
    private static partial Regex Pattern();
}
