namespace Ascs.Trust.Signing;

/// <summary>Names of the HTTP fields that carry signatures or are covered by them. HTTP compares them in any case; here they are lower case.</summary>
public static class SignedFieldNames
{
    /// <summary>Media type with charset.</summary>
    public const string ContentType = "content-type";

    /// <summary>RFC 9530 digest of the body.</summary>
    public const string ContentDigest = "content-digest";

    /// <summary>Access token, once a login exists.</summary>
    public const string Authorization = "authorization";

    /// <summary>PlatID of the calling platform.</summary>
    public const string PlatId = "ascs-plat-id";

    /// <summary>Milliseconds since the epoch, decimal.</summary>
    public const string Timestamp = "ascs-timestamp";

    /// <summary>Key under which a repeated call is the same call.</summary>
    public const string IdempotencyKey = "idempotency-key";

    /// <summary>SM2 author signature of an act that becomes evidence.</summary>
    public const string Author = "ascs-author";

    /// <summary>RFC 9421 4.1.</summary>
    public const string SignatureInput = "signature-input";

    /// <summary>RFC 9421 4.2.</summary>
    public const string Signature = "signature";

    /// <summary>The one signature label accepted between platforms.</summary>
    public const string Label = "ascs";
}
