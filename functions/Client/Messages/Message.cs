using Ascs.Contracts;

namespace Ascs.Client;

/// <summary>One approved template to up to 500 AIDs, now or at a time (ISC-6.1.3.2).</summary>
public sealed record Message
{
    /// <summary>The service.</summary>
    public required ServiceId Service { get; init; }

    /// <summary>The channel.</summary>
    public Channel Channel { get; init; } = Channel.Sms;

    /// <summary>The template.</summary>
    public required TemplateId Template { get; init; }

    /// <summary>Its version.</summary>
    public int TemplateVersion { get; init; } = 1;

    /// <summary>The port it comes from, one of those promised.</summary>
    public required SenderId Sender { get; init; }

    /// <summary>Null for now; else at most 30 days ahead.</summary>
    public UnixTime? NotBefore { get; init; }

    /// <summary>1 to 500, each AID once.</summary>
    public required IReadOnlyList<MessageRecipient> Recipients { get; init; }

    /// <summary>16 to 64 characters of [0-9A-Za-z_-] that name this message: with the same key it is sent once, also after a crash. Made when absent.</summary>
    public string? Key { get; init; }
}
