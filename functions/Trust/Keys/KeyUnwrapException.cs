namespace Ascs.Trust.Keys;

/// <summary>A stored key does not open: its key-encryption key is not the one here, or the store was damaged. Nothing a caller can mend;
/// the message is one sentence for the person who starts the platform, without any key.</summary>
public sealed class KeyUnwrapException : Exception
{
    /// <inheritdoc/>
    public KeyUnwrapException(string message, Exception? inner = null) : base(message, inner) { }
}
