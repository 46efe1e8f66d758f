namespace Ascs.Trust.Keys;

/// <summary>Why a public key offered by, or on behalf of, another platform is not taken.</summary>
public enum KeyFault
{
    /// <summary>It comes without certificate or signature.</summary>
    Unsigned,

    /// <summary>The statement is not in its one canonical form, or says something unknown.</summary>
    Malformed,

    /// <summary>It is signed under a certificate that is not the one pinned for its owner.</summary>
    CertificateNotPinned,

    /// <summary>The signature is not that certificate's.</summary>
    SignatureWrong,

    /// <summary>It states a key of another platform than the one it is offered for.</summary>
    ForeignPlatform,

    /// <summary>The bytes are no key of the stated algorithm.</summary>
    KeyInvalid,

    /// <summary>Another key is known, or pinned by its fingerprint, under this name and version. Someone must look into it.</summary>
    Changed,

    /// <summary>A platform of its owner's role has no such key.</summary>
    NameUnknown,

    /// <summary>Its owner has stated <see cref="PinnedKeys.MaxKeys"/> others.</summary>
    TooMany,
}
