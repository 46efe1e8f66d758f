namespace Ascs.Trust.Signing;

/// <summary>Why a message's digest or signature is not accepted. One reason each; none of them reveals a secret.</summary>
public enum SignatureFault
{
    /// <summary>A body came without <c>Content-Digest</c>.</summary>
    DigestMissing,

    /// <summary><c>Content-Digest</c> is not exactly one canonical <c>sha-256=:…:</c>.</summary>
    DigestMalformed,

    /// <summary>The digest is not that of the body received.</summary>
    DigestWrong,

    /// <summary>No <c>Signature-Input</c>.</summary>
    InputMissing,

    /// <summary><c>Signature-Input</c> is not one inner list with parameters (RFC 9421 4.1).</summary>
    InputMalformed,

    /// <summary>No <c>Signature</c>.</summary>
    SignatureMissing,

    /// <summary><c>Signature</c> is not exactly one canonical byte sequence of 32 bytes under the label <c>ascs</c>.</summary>
    SignatureMalformed,

    /// <summary>The label is not <c>ascs</c>, or there is more than one.</summary>
    LabelUnknown,

    /// <summary>A field that a signature covers, or that carries it, came on more than one line.</summary>
    FieldRepeated,

    /// <summary>A covered value holds something other than printable ASCII (RFC 9421 2.5).</summary>
    FieldMalformed,

    /// <summary>A field that every message must carry is absent.</summary>
    FieldMissing,

    /// <summary>The covered components are not exactly the mandated ones in the mandated order.</summary>
    ComponentsWrong,

    /// <summary>The parameters are not exactly <c>created</c>, <c>nonce</c>, <c>keyid</c> in canonical form and this order.</summary>
    ParametersWrong,

    /// <summary>The call is signed with a session key but carries no <c>Authorization</c>.</summary>
    AuthorizationMissing,

    /// <summary><c>created</c> and <c>ascs-timestamp</c> disagree by more than a minute.</summary>
    CreatedDisagrees,

    /// <summary>The <c>keyid</c> names no secret that these two platforms share now.</summary>
    KeyUnknown,

    /// <summary>The signature is not the one this message has under that secret.</summary>
    SignatureWrong,
}
