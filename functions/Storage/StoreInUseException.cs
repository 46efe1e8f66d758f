namespace Ascs.Storage;

/// <summary>Another process holds the store.</summary>
public sealed class StoreInUseException : StoreOpenException
{
    /// <summary>With the sentence.</summary>
    public StoreInUseException(string message, Exception? inner = null) : base(message, inner) { }
}
