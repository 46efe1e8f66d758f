using Ascs.Contracts;

namespace Ascs.Operator.Deliveries;

/// <summary>Something to be made durable: steps of orders, reports that belong to no order, the gateway's cursor. An entry is committed as a whole.</summary>
/// <param name="Steps">In order; those that lead nowhere are ignored. Of at most <see cref="MaxChunks"/> chunks.</param>
/// <param name="Items">Replies; at most <see cref="MaxItems"/>.</param>
/// <param name="Cursor">The cursor after what the entry says; null leaves it.</param>
/// <param name="Closing">Chunks whose receipts are no longer waited for.</param>
internal sealed record JournalEntry(
    IReadOnlyList<(OpenOrder Order, OrderStep Step)> Steps, IReadOnlyList<OutcomeItem> Items, long? Cursor = null, IReadOnlyList<OpenChunk>? Closing = null)
{
    /// <summary>Three writes a chunk at most, and a commit takes a hundred.</summary>
    public const int MaxChunks = 25;

    /// <summary>A reply takes up to 5 kB, and a commit 2 MB.</summary>
    public const int MaxItems = 100;

    /// <summary>Steps only.</summary>
    public JournalEntry(IReadOnlyList<(OpenOrder, OrderStep)> steps) : this(steps, []) { }

    /// <summary>Set when durable.</summary>
    public TaskCompletionSource Durable { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
