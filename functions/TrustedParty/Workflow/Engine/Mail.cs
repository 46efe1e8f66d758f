using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>What is put before a dispatch at work.</summary>
internal abstract record Mail
{
    /// <summary>It was just stored like this; nothing need be read.</summary>
    public sealed record Begin(SendState State, string ETag, DispatchContent? Content, IReadOnlyDictionary<Aid, AidRecord>? Records) : Mail;

    /// <summary>Something happened outside. <paramref name="Told"/> ends once it is durable: true, or false when there is no such dispatch.</summary>
    public sealed record Tell(SendEvent Event, TaskCompletionSource<bool> Told) : Mail;

    /// <summary>A command was done.</summary>
    public sealed record Done(SendCommand Command, SendEvent Event) : Mail;

    /// <summary>A command could not be done now. <see cref="Retry"/> follows.</summary>
    public sealed record Failed(Exception Reason) : Mail;

    /// <summary>Time to try a failed command again.</summary>
    public sealed record Retry(SendCommand Command) : Mail;

    /// <summary>Look at what is to be done. <paramref name="Recipients"/> of a dispatch that comes into memory take their room at once, before it is read; 0 when unknown.</summary>
    public sealed record Wake(int Recipients = 0) : Mail;

    /// <summary>Leave memory when there is nothing to do.</summary>
    public sealed record Rest : Mail;
}
