namespace Ascs.Storage;

/// <summary>
/// The store could not do it: disk full, device failed, service away. After a write nobody knows whether it happened; read before repeating it,
/// or repeat it as a create with the same id. The message names no document.
/// </summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>With the reason.</summary>
    public StoreUnavailableException(string message, Exception? inner = null) : base(message, inner) { }
}
