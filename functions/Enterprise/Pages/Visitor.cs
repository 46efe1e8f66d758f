using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ascs.Enterprise.Pages;

/// <summary>A browser that was here: an opaque random cookie. Documents are filed under its hash, so who reads the store can't use one.</summary>
internal sealed class Visitor
{
    /// <summary>Random bytes of a cookie.</summary>
    public const int Length = 32;

    private readonly string cookie;

    private Visitor(string cookie)
    {
        this.cookie = cookie;
        Partition = "visit-" + Base64Url.EncodeToString(Hash("partition"));
        FormToken = Base64Url.EncodeToString(Hash("form"));
    }

    /// <summary>Where its documents are.</summary>
    public string Partition { get; }

    /// <summary>Goes into every form: a page of another origin can neither read nor compute it.</summary>
    public string FormToken { get; }

    /// <summary>A new one, and the cookie's text.</summary>
    public static Visitor New(out string text)
    {
        text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));
        return new Visitor(text);
    }

    /// <summary>The visitor of a cookie; null when it is not one of ours.</summary>
    public static Visitor? Parse(string? text) =>
        text is { Length: 43 } && Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text).Length == Length ? new Visitor(text) : null;

    /// <summary>Constant-time.</summary>
    public bool Gave(string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(FormToken));

    private byte[] Hash(string purpose) => SHA256.HashData(Encoding.UTF8.GetBytes($"ascs-visitor-1|{purpose}|{cookie}"));
}
