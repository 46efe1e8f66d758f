using System.Security.Cryptography;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.Enterprise.Authorising;

/// <summary>
/// A manage code: 100 random bits as 20 characters in groups of five. Who has one sees and cancels one subscription and can do nothing else;
/// only its hash is kept.
/// </summary>
internal static class ManageCode
{
    private const int Length = 20;
    private const int Group = 5;

    /// <summary>A new one, as shown.</summary>
    public static string New()
    {
        var text = new StringBuilder(Length + 3);
        foreach (var b in RandomNumberGenerator.GetBytes(Length))
        {
            if (text.Length % (Group + 1) == Group)
                text.Append('-');
            text.Append(Base32.CharOf(b & 31));
        }

        return text.ToString();
    }

    /// <summary>Where its document is; null when the text can't be a code. Spaces, hyphens and case don't matter, and O, I, L are read as 0, 1, 1.</summary>
    public static string? PartitionOf(string? typed)
    {
        if (typed is not { Length: >= Length and <= 64 })
            return null;
        var code = new string([.. typed.ToUpperInvariant().Where(c => c is not ('-' or ' ')).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
        return code.Length == Length && code.All(c => Base32.ValueOf(c) >= 0) ? "code-" + Digest.From(Sm3.Hash(Encoding.ASCII.GetBytes("ascs-manage-1|" + code))) : null;
    }
}
