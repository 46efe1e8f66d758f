namespace Ascs.Storage;

/// <summary>What became of one write among many.</summary>
public abstract record WriteOutcome
{
    private WriteOutcome() { }

    /// <summary>It happened and is durable.</summary>
    /// <param name="ETag">The document's new etag; empty text for a delete.</param>
    public sealed record Written(string ETag) : WriteOutcome;

    /// <summary>It did not happen: its document exists already, is absent or has changed.</summary>
    public sealed record Conflict : WriteOutcome
    {
        /// <summary>The one value there is.</summary>
        public static Conflict Instance { get; } = new();
    }
}
