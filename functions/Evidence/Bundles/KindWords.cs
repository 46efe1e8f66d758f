using Ascs.Evidence.Leaves;

namespace Ascs.Evidence.Bundles;

/// <summary>Kinds of leaves in plain words.</summary>
internal static class KindWords
{
    public static Sentence Of(LeafKind kind) => kind switch
    {
        LeafKind.AuthorisationGranted => new("授权已核验并存证", "an authorisation was checked and recorded"),
        LeafKind.AidBound => new("AID 已生成并绑定到授权", "an AID was bound to the authorisation"),
        LeafKind.AssuranceRaised => new("又有独立来源确认了同意", "a further source confirmed the consent"),
        LeafKind.AuthorisationRevoked => new("授权已撤销", "the authorisation was revoked"),
        LeafKind.AuthorisationExpired => new("授权已到期", "the authorisation expired"),
        LeafKind.Outcome => new("一次通信的结果", "the outcome of one communication"),
        LeafKind.KeyChanged => new("一把公钥发生变更", "a public key changed"),
        LeafKind.Deleted => new("授权资料的密钥已销毁", "the key to an authorisation's documents was destroyed"),
        _ => new($"第 {(int)kind} 类记录", $"a record of kind {(int)kind}"),
    };
}
