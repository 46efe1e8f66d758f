using System.Text;

namespace Ascs.Contracts;

/// <summary>Associated data of a reply's envelope: it opens only for this enterprise and this port.</summary>
public static class ReplyBinding
{
    /// <summary>UTF-8 of `ascs-reply-1|enterprise|port`.</summary>
    public static byte[] For(EnterpriseId enterprise, SenderId port) => Encoding.UTF8.GetBytes($"ascs-reply-1|{enterprise}|{port}");
}
