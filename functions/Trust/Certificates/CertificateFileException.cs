namespace Ascs.Trust.Certificates;

/// <summary>A certificate or key file can't be used as it is. The message is one sentence for the person who starts the platform, without any key.</summary>
public sealed class CertificateFileException : Exception
{
    /// <inheritdoc/>
    public CertificateFileException(string message, Exception? inner = null) : base(message, inner) { }
}
