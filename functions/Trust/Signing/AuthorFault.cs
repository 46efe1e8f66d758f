namespace Ascs.Trust.Signing;

/// <summary>Why an author signature is not accepted.</summary>
public enum AuthorFault
{
    /// <summary>The operation becomes evidence, and the call has no <c>ascs-author</c>.</summary>
    Missing,

    /// <summary><c>ascs-author</c> is not exactly one <c>keyid="…", signature=:…:</c> in canonical form.</summary>
    Malformed,

    /// <summary>The key id names no author key of that platform that counts at that time.</summary>
    KeyUnknown,

    /// <summary>The signature is not that key's over this operation and content.</summary>
    SignatureWrong,
}
