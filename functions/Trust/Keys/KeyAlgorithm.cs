namespace Ascs.Trust.Keys;

/// <summary>What a key of the ring is for. The names are stored and stated: never reuse one.</summary>
public enum KeyAlgorithm
{
    /// <summary>SM2 key pair (GM/T 0003): signs, or opens what is sealed to it. 32 bytes.</summary>
    Sm2,

    /// <summary>HMAC-SM3 key. 32 bytes.</summary>
    HmacSm3,

    /// <summary>SM4 key (GM/T 0002). 16 bytes.</summary>
    Sm4,

    /// <summary>Ed25519 key pair (RFC 8032). 32 bytes.</summary>
    Ed25519,

    /// <summary>Secret shared by two platforms for message signatures. 32 bytes.</summary>
    PairSecret,

    /// <summary>What one of two platforms proves itself with at login (CHEAA-4.1.2.1 b): 32 characters of <c>0-9 A-Z a-z</c>, as ASCII.</summary>
    AuthToken,
}
