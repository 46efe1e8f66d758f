namespace Ascs.Trust.Succession;

/// <summary>Why an announced certificate is not taken.</summary>
public enum SuccessionFault
{
    /// <summary>A member is not what it should be.</summary>
    Malformed,

    /// <summary>It follows a certificate that is not the newest one pinned for the platform: an old announcement, or somebody else's.</summary>
    PredecessorNotPinned,

    /// <summary>It ends no later than the one it follows: a step back.</summary>
    RolledBack,

    /// <summary>It names another platform.</summary>
    OtherPlatform,

    /// <summary>No platform certificate of an authority trusted here that is valid now and for 24 months at most (CHEAA-4.1.1 b).</summary>
    Untrusted,

    /// <summary>One of the two signatures is missing or wrong.</summary>
    SignatureWrong,
}
