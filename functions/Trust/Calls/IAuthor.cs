using Ascs.Trust.Signing;

namespace Ascs.Trust.Calls;

/// <summary>This platform's own author key (SM2): signs the acts that become evidence.</summary>
public interface IAuthor
{
    /// <summary>Signs with the current author key.</summary>
    /// <param name="operation">Endpoint name, or what a document is for.</param>
    /// <param name="contentDigest">SHA-256 of the content, 32 bytes.</param>
    AuthorSignature Sign(string operation, ReadOnlySpan<byte> contentDigest);
}
