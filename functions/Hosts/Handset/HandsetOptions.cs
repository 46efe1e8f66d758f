using Ascs.Hosts.Handset.Simulation;

namespace Ascs.Hosts.Handset;

/// <summary>What a handset needs to start.</summary>
public sealed record HandsetOptions
{
    /// <summary>Folder of the store, of the antiforgery keys and (unless <see cref="SecretsFolder"/> says otherwise) of the secrets. Made when missing; one handset at a time.</summary>
    public required string DataFolder { get; init; }

    /// <summary>TCP port on 127.0.0.1; 0 takes a free one, which <c>WebApplication.Urls</c> and the file <c>address</c> in the data folder name once it listens.</summary>
    public int Port { get; init; }

    /// <summary>Names of the gateways, one per operator: 1..32 of <c>0-9A-Za-z_-</c>.</summary>
    public IReadOnlyList<string> Gateways { get; init; } = ["opA", "opB"];

    /// <summary>
    /// Folder with one file of mode 0600 per caller: <c>NAME.secret</c> for gateway NAME and <c>control.secret</c> for the control API, each
    /// one line, the bearer secret. Missing ones are made. Defaults to <c>secrets</c> in the data folder.
    /// </summary>
    public string? SecretsFolder { get; init; }

    /// <summary>The knobs it starts with.</summary>
    public Knobs Knobs { get; init; } = new();

    /// <summary>Newest events kept per gateway; older ones are removed and a caller who comes for them is told how many it missed.</summary>
    public int EventsKept { get; init; } = 2_000_000;

    /// <summary>Newest messages and replies kept over all phones.</summary>
    public int MessagesKept { get; init; } = 5_000_000;

    /// <summary>Of a process: it stops when its standard input ends. Whoever holds the other end may be killed in any way; the kernel closes the pipe.</summary>
    public bool UntilInputEnds { get; init; }

    /// <summary>The clock. Receipts fall due by it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Log providers; null logs single lines to standard error. No number, text or secret is ever logged.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }
}
