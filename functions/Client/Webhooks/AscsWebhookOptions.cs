namespace Ascs.Client;

/// <summary>What a receiver of webhooks needs to know.</summary>
public sealed record AscsWebhookOptions
{
    /// <summary>The secret shared with the enterprise's platform (`whsec_…`); while it is being replaced both.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>
    /// A file that remembers which events were handled, so that none is handled twice; one process at a time. Without one that is remembered until the process ends: then the handler
    /// must bear an event twice.
    /// </summary>
    public string? StoreFile { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
