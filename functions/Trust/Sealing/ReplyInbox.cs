using System.Buffers.Text;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Sealing;

/// <summary>Opens replies with the enterprise's inbox key; the trusted party can't.</summary>
/// <param name="keys">Holds the inbox key, all versions.</param>
/// <param name="directory">This platform, which is an enterprise's.</param>
public sealed class ReplyInbox(KeyRing keys, IPlatformDirectory directory)
{
    /// <summary>The text; null when there is none, or no version of the inbox key opens it.</summary>
    public string? Open(ReplyEvent reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Reply is not { } envelope || !Base64Url.IsValid(envelope))
            return null;
        var (bytes, binding) = (Base64Url.DecodeFromChars(envelope), ReplyBinding.For(directory.Self.EnterpriseId!.Value, reply.SenderId));
        foreach (var record in keys.Records.Where(record => record.Name == KeyNames.Inbox).OrderByDescending(record => record.Version))
        {
            if (keys.Find(record.Name, record.Version) is { } key && Envelope.TryOpen(key.Sm2, bytes, binding, out var text))
                return Encoding.UTF8.GetString(text);
        }

        return null;
    }
}
