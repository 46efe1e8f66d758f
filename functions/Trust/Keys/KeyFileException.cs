namespace Ascs.Trust.Keys;

/// <summary>A key file can't be used as it is. The message is one sentence for the person who starts the platform, without any key.</summary>
public sealed class KeyFileException : Exception
{
    /// <inheritdoc/>
    public KeyFileException(string message, Exception? inner = null) : base(message, inner) { }
}
