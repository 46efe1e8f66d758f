namespace Ascs.Trust.Certificates;

/// <summary>Why a certificate is not accepted. The other end learns none of it: it sees a broken handshake.</summary>
public enum CertificateFault
{
    /// <summary>No certificate was presented.</summary>
    Missing,

    /// <summary>It was not issued by an authority trusted here.</summary>
    ForeignAuthority,

    /// <summary>Its time has not come.</summary>
    NotYetValid,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It is valid for more than 24 months (CHEAA-4.1.1 b).</summary>
    LivesTooLong,

    /// <summary>It is not meant for this end of a TLS connection (extended key usage).</summary>
    WrongUse,

    /// <summary>It claims no PlatID, or more than one.</summary>
    NoPlatform,

    /// <summary>It claims another PlatID than expected.</summary>
    OtherPlatform,

    /// <summary>It belongs to another host name than the one called.</summary>
    OtherName,

    /// <summary>A request that is damaged, not signed by the key it shows, or of a key other than ECDSA P-256.</summary>
    RequestInvalid,
}
