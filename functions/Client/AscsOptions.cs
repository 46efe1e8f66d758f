namespace Ascs.Client;

/// <summary>What the client needs to know.</summary>
public sealed record AscsOptions
{
    /// <summary>
    /// The platform's folder, as `init` and `pair` make it: certificate, keys, peers, policies, and the databases that remember what was sent. One process at a time.
    /// </summary>
    public required string Folder { get; init; }

    /// <summary>The clock of this machine.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
