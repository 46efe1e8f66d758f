using System.Text;

namespace Ascs.Contracts;

/// <summary>Associated data of an agreement's envelope: it opens only for this enterprise and this showing.</summary>
public static class AgreementBinding
{
    /// <summary>UTF-8 of `ascs-agreement-1|enterprise|nonce`.</summary>
    public static byte[] For(EnterpriseId enterprise, ConsentNonce nonce) => Encoding.UTF8.GetBytes($"ascs-agreement-1|{enterprise}|{nonce}");
}
