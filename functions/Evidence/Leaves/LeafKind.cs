namespace Ascs.Evidence.Leaves;

/// <summary>
/// What a leaf says happened. The number is in the leaf in clear. Numbers are never reused; 9 (a record superseded by a corrected one) and
/// 10 (a regulator asked) are reserved. A reader keeps kinds it doesn't know.
/// </summary>
public enum LeafKind
{
    /// <summary>A person's authorisation was checked and recorded (ISC-6.2.1.1).</summary>
    AuthorisationGranted = 1,

    /// <summary>An AID was minted for it, after it (ISC-6.2.2.1).</summary>
    AidBound = 2,

    /// <summary>A further, independent source confirmed the consent.</summary>
    AssuranceRaised = 3,

    /// <summary>The authorisation was cancelled (ISC-6.2.1.2).</summary>
    AuthorisationRevoked = 4,

    /// <summary>The authorisation ran out (ISC-6.1.2.1).</summary>
    AuthorisationExpired = 5,

    /// <summary>How one message or call to one AID ended, refusals too (ISC-6.2.3.2).</summary>
    Outcome = 6,

    /// <summary>A party's public key was added, replaced or withdrawn.</summary>
    KeyChanged = 7,

    /// <summary>The key to an authorisation's documents and salts was destroyed: from here on its leaves can't be opened any more.</summary>
    Deleted = 8,
}
