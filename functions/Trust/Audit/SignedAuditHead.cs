using System.Globalization;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Audit;

/// <summary>Where a trail ended at some time, signed: kept in container <c>heads</c> and told to the journal, so that a trail cut off behind it is found out.</summary>
/// <param name="Text">Platform, number, records, hash and term in one canonical text.</param>
/// <param name="Seal">The platform's signature over its SM3: <c>author-v1:</c> and base64url.</param>
public sealed record SignedAuditHead(string Text, string Seal)
{
    internal const string Operation = "audit/head";
    internal static readonly DocumentKey Key = new("audit", "head");
    internal static readonly DocumentSchema<SignedAuditHead> Schema = new("audit head", 1, AuditJson.Default.SignedAuditHead);

    /// <summary>What every line with a head holds.</summary>
    public const string Mark = "ascs-audit-head-v1";

    private const string Version = Mark;

    /// <summary>One line of a journal.</summary>
    public string Line => $"{Text} {Seal}";

    /// <summary>Signs a head.</summary>
    public static SignedAuditHead Sign(AuditHead head, PlatId platform, IAuthor author)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(author);
        var text = string.Create(CultureInfo.InvariantCulture, $"{Version} {platform} {head.Number} {head.Records} {head.Hash} {head.ExpiresAt}");
        return new SignedAuditHead(text, AuditSeal.Of(author, Operation, DigestOf(text)));
    }

    /// <summary>The head in a line of a journal; null when there is none. Nothing is checked yet.</summary>
    public static SignedAuditHead? Find(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var at = line.IndexOf(Mark, StringComparison.Ordinal);
        return at >= 0 && line[at..].Split(' ') is { Length: >= 7 } words ? new SignedAuditHead(string.Join(' ', words[..6]), words[6]) : null;
    }

    /// <summary>Whether this platform said so.</summary>
    public bool IsOf(PlatId platform, Func<string, Sm2PublicKey?> keys) => Read(platform) is not null && AuditSeal.Holds(Seal, Operation, DigestOf(Text), keys);

    /// <summary>What it says, when it is of this platform; null otherwise. Its signature is not looked at.</summary>
    public AuditHead? Read(PlatId platform) =>
        Text.Split(' ') is [Version, var owner, var number, var records, { Length: 64 } hash, var expires] && owner == platform.ToString()
        && Number(number) is { } n && Number(records) is { } r && Number(expires) is { } e && UnixTime.TryFrom(e, out var end)
            ? new AuditHead(n, r, hash, end) : null;

    internal static byte[] DigestOf(string text) => Sm3.Hash(Encoding.UTF8.GetBytes(text));

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
