namespace Ascs.Storage;

/// <summary>A store can't be opened. The message is one sentence for the person who starts the host: what is wrong and where.</summary>
public class StoreOpenException : Exception
{
    /// <summary>With the sentence.</summary>
    public StoreOpenException(string message, Exception? inner = null) : base(message, inner) { }
}
